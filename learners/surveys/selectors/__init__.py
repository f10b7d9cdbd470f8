"""What is read of surveys."""

from learners.surveys.selectors.asked import Link, Offer, baseline_taken, link_of, offers_to
from learners.surveys.selectors.results import (
    Barred,
    Cell,
    Line,
    Results,
    Time,
    barriers_of,
    open_in,
    results_of,
    surveys_in,
    surveys_of,
    times_of,
)

__all__ = [
    "Barred",
    "Cell",
    "Line",
    "Link",
    "Offer",
    "Results",
    "Time",
    "barriers_of",
    "baseline_taken",
    "link_of",
    "offers_to",
    "open_in",
    "results_of",
    "surveys_in",
    "surveys_of",
    "times_of",
]
