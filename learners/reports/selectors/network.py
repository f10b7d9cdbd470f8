"""What the lead of a network takes away: what they are shown, and nothing else."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from learners.dashboards.figures import Share
from learners.dashboards.models import NetworkFigure
from learners.dashboards.selectors.names import all_titles
from learners.organisations.models import Network

NETWORK_HEADINGS = ("As at", "Of whom", "Which", "Module", "Done or valid", "Asked", "Per cent", "Rounded")
TOO_FEW = "too few to say"


def network_rows(network: Network, on: datetime.date) -> Iterator[list[Any]]:
    """The figures that were shown on a day, small numbers left out already: today's, else those of the last month end.

    Of days that are neither, nothing is kept.
    """
    rows, is_past = NetworkFigure.objects.filter(network=network), on < timezone.localdate()
    rows = rows.filter(is_month_end=is_past, on__lte=on)
    day = rows.order_by("-on").values_list("on", flat=True).first()
    titles = all_titles()
    if day is None:
        return
    shown = rows.filter(on=day).select_related("organisation")
    for figure in shown.order_by("part", "organisation__name", "staff_group", "module_key").iterator():
        yield [
            day,
            figure.get_part_display(),
            figure.organisation or figure.get_staff_group_display() or "Everybody",
            titles.get(figure.module_key, "A module") if figure.module_key else "Anything",
            *_numbers(figure),
            "to the nearest 5" if figure.is_rounded else "",
        ]


def _numbers(figure: NetworkFigure) -> tuple[Any, ...]:
    if figure.number is None or figure.total is None:
        return TOO_FEW, "", ""
    return figure.number, figure.total, Share(figure.number, figure.total).percent
