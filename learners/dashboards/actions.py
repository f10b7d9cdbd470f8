"""Keeping views, and saying what an organisation aims at."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.dashboards.models import SavedView, Thresholds
from learners.organisations.models import Organisation


@transaction.atomic
def keep_view(*, organisation: Organisation, name: str, query: str, by: Any) -> SavedView:
    """Keep what somebody looks for under a name. A second click keeps it no second time."""
    view, _ = SavedView.objects.update_or_create(
        person=by, organisation=organisation, name=name, defaults={"query": query}
    )
    return view


@transaction.atomic
def rename_view(*, view: SavedView, name: str) -> None:
    """Give a view another name."""
    view.name = name
    view.save(update_fields=["name"])


@transaction.atomic
def drop_view(*, view: SavedView) -> None:
    """Forget a view."""
    view.delete()


@transaction.atomic
def set_thresholds(*, organisation: Organisation, nearly: int, on_track: int, by: Any) -> None:
    """Say from how many per cent on figures are called nearly there and on track."""
    values = {"nearly": nearly, "on_track": on_track}
    Thresholds.objects.update_or_create(organisation=organisation, defaults=values)
    log(instance=organisation, action="dashboards.set_thresholds", user=by, data=values)
