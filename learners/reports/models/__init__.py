"""What is asked for regularly, what was sent, and what the staff record calls our modules."""

from learners.reports.models.competence import EsrCompetence
from learners.reports.models.schedule import Cadence, Report, Schedule, Sending

__all__ = ["Cadence", "EsrCompetence", "Report", "Schedule", "Sending"]
