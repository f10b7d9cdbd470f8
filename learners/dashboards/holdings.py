"""What is held of a manager: the views they keep."""

from collections.abc import Iterator
from typing import Any

from learners.dashboards.models import SavedView
from learners.holdings import Fate, Holding, Row, Traces, register


def _views(person: Any) -> Iterator[Row]:
    for view in SavedView.objects.filter(person=person).select_related("organisation"):
        yield {"Organisation": view.organisation.name, "Name": view.name, "Looks for": view.query}


def _forget(person: Any, traces: Traces) -> None:
    SavedView.objects.filter(person=person).delete()
    for view in SavedView.objects.all():
        scrubbed = traces.scrubbed(view.name)
        if scrubbed != view.name:
            SavedView.objects.filter(pk=view.pk).update(name=scrubbed)


register(
    Holding(
        key="saved-views",
        of_duties=True,
        title="Views of dashboards that you keep",
        why="So that you need not choose the same filters again.",
        how_long="Until you delete them, or are anonymised.",
        fate=Fate.DELETED,
        because="They are yours alone.",
        rows=_views,
        forget=_forget,
        about=("dashboards.SavedView.person",),
    )
)
