"""What an agreement covers, as its network's lead writes it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from learners.sharing.actions.scope import (
    OVER,
    SIGNED,
    add_item,
    begin_item,
    change_item,
    covers_of,
    remove_item,
)
from learners.sharing.forms.scope import ScopeForm
from learners.sharing.models import ScopeItem, Stage
from learners.sharing.selectors.agreements import is_settled
from learners.sharing.selectors.reading import organisations_named, scope_of
from learners.sharing.views.doing import done, done_or_told
from learners.sharing.views.led import Led, led

WRITING = ["GET", "HEAD", "POST"]
COPY = (
    "Somebody has signed this. Change it only where what stands here is not what was signed. "
    "For anything else, make a new version."
)


@require_http_methods(WRITING)
@login_required
def add(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """Add something that is shared, will be, or will not."""
    place = led(request, network, agreement)
    form = ScopeForm(request.POST or None, parties=organisations_named(place.agreement))
    if form.is_valid() and done(
        form, lambda: add_item(agreement=place.agreement, covers=form.covers, by=request.user)
    ):
        messages.success(request, "Kept.")
        return place.back()
    is_closed = is_settled(place.agreement)
    note = (
        SIGNED
        if is_closed
        else "Enter what is planned from the start, too, and what you left out, with the reason."
    )
    return place.ask(request, form, "Add what it covers", note=note, is_closed=is_closed)


@require_http_methods(WRITING)
@login_required
def item(request: HttpRequest, network: str, agreement: UUID, scope_item: int) -> HttpResponse:
    """Say it otherwise; once somebody has signed, put right what is no true copy."""
    place = led(request, network, agreement)
    found = _found(place, scope_item)
    is_correction, is_over = is_settled(place.agreement), place.agreement.stage == Stage.EXPIRED
    form = ScopeForm(
        request.POST or None,
        parties=organisations_named(place.agreement, found),
        is_correction=is_correction,
        initial=_before(found),
    )

    def act() -> None:
        note = form.cleaned_data.get("note", "")
        change_item(item=found, covers=form.covers, note=note, by=request.user)

    if form.is_valid() and done(form, act):
        messages.success(request, "Kept.")
        return place.back()
    note = OVER if is_over else COPY if is_correction else ""
    return place.ask(request, form, str(found.information), note=note, is_closed=is_over)


@require_POST
@login_required
def begin(request: HttpRequest, network: str, agreement: UUID, scope_item: int) -> HttpResponse:
    """What was planned is shared from today."""
    place = led(request, network, agreement)
    found = _found(place, scope_item)
    words = f"{found.information} is in scope now."
    done_or_told(request, lambda: begin_item(item=found, today=timezone.localdate(), by=request.user), words)
    return place.back()


@require_POST
@login_required
def remove(request: HttpRequest, network: str, agreement: UUID, scope_item: int) -> HttpResponse:
    """Take an item away that nobody has signed."""
    place = led(request, network, agreement)
    found = _found(place, scope_item)
    done_or_told(
        request, lambda: remove_item(item=found, by=request.user), f"{found.information} was taken away."
    )
    return place.back()


def _found(place: Led, key: int) -> ScopeItem:
    return get_object_or_404(scope_of(place.agreement), pk=key)


def _before(item: ScopeItem) -> dict[str, Any]:
    """What stands there, as the form takes it."""
    now = covers_of(item)
    return {name: getattr(now, name) for name in now.__slots__} | {
        name: [each.pk for each in getattr(now, name)] for name in ("providers", "viewers", "roles")
    }
