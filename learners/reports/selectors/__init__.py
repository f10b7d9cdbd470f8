"""The rows of reports."""

from learners.reports.selectors.esr import ESR_HEADINGS, competences_of, esr_rows, left_out, modules_to_name
from learners.reports.selectors.figures import FIGURE_HEADINGS, figure_rows
from learners.reports.selectors.network import NETWORK_HEADINGS, network_rows
from learners.reports.selectors.schedules import (
    running_schedules,
    schedule_to_stop,
    sending_of,
    signed,
)

__all__ = [
    "ESR_HEADINGS",
    "FIGURE_HEADINGS",
    "NETWORK_HEADINGS",
    "competences_of",
    "esr_rows",
    "figure_rows",
    "left_out",
    "modules_to_name",
    "network_rows",
    "running_schedules",
    "schedule_to_stop",
    "sending_of",
    "signed",
]
