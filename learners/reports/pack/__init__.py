"""The evidence pack: what an assessor asks for, in one file."""

from learners.reports.pack.packing import evidence_pack

__all__ = ["evidence_pack"]
