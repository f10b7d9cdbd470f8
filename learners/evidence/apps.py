"""The app's place in Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """What was learned elsewhere, accepted here; and correcting what was recorded wrongly."""

    name = "learners.evidence"
    verbose_name = "Evidence"
