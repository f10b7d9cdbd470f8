"""Who signs an agreement: what its lead notes, and what an organisation's administrators say of their own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from learners.sharing.actions.parties import (
    add_parties,
    ask_no_more,
    decline,
    leave,
    plan_signing,
    sign,
    take_back,
)
from learners.sharing.forms.agreements import PartiesForm
from learners.sharing.forms.parties import (
    DECLINES,
    LEAVES,
    MISTAKE,
    NOT_ASKED,
    PLANS,
    SIGNED,
    PartyForm,
)
from learners.sharing.models import Party
from learners.sharing.selectors.reading import organisations_to_ask, parties_of
from learners.sharing.views.doing import done
from learners.sharing.views.led import led

WRITING = ["GET", "HEAD", "POST"]


@require_http_methods(WRITING)
@login_required
def add(request: HttpRequest, network: str, agreement: UUID) -> HttpResponse:
    """Ask organisations of the network to sign."""
    place, today = led(request, network, agreement), timezone.localdate()
    offered = organisations_to_ask(place.agreement, today)
    form = PartiesForm(request.POST or None, offered=offered)

    def act() -> None:
        add_parties(agreement=place.agreement, organisations=form.chosen, today=today, by=request.user)

    if form.is_valid() and done(form, act):
        messages.success(request, "They are asked to sign. Tell them: nobody is written to from here.")
        return place.back()
    has_any = offered.exists()
    note = "" if has_any else "Every organisation of this network is a party already."
    return place.ask(request, form, "Ask organisations to sign", note=note, is_closed=not has_any)


@require_http_methods(WRITING)
@login_required
def party(request: HttpRequest, network: str, agreement: UUID, party: int) -> HttpResponse:
    """Note what happened with one organisation's signature."""
    place = led(request, network, agreement)
    found = get_object_or_404(parties_of(place.agreement), pk=party)
    form = PartyForm(request.POST or None, party=found, may_take_back=True)
    if noted(request, form, found):
        return place.back()
    return place.ask(request, form, str(found.organisation), note=as_it_stands(found))


def noted(request: HttpRequest, form: PartyForm, party: Party) -> bool:
    """Whether what a form says of a party was noted, now or before."""
    now: list[bool] = []
    if not (form.is_valid() and done(form, lambda: now.append(_note(form, party, request.user)))):
        return False
    if any(now):
        messages.success(request, "Noted.")
    else:
        party.refresh_from_db()
        messages.info(request, f"This was noted before, and stands as it was: {as_it_stands(party)}")
    return True


def as_it_stands(party: Party) -> str:
    """What is known of a signature, in a sentence."""
    words = party.get_state_display()
    if party.signed_on:
        words = f"Signed on {_day(party.signed_on)}, by: {party.signatory or 'not said'}"
    if party.left_on:
        words += f". Last day: {_day(party.left_on)}"
    if party.planned_on:
        words += f". Means to sign by {_day(party.planned_on)}"
    return f"{words}." if not party.note else f"{words}. {party.note}"


def _day(day: Any) -> str:
    return f"{day.day} {day:%B %Y}"


def _note(form: PartyForm, party: Party, by: Any) -> bool:
    said, today = form.cleaned_data, timezone.localdate()
    acts: dict[str, Callable[[], bool]] = {
        SIGNED: lambda: sign(party=party, on=said["on"], signatory=said["signatory"], today=today, by=by),
        PLANS: lambda: plan_signing(party=party, on=said["on"], today=today, by=by),
        DECLINES: lambda: decline(party=party, note=said["note"], by=by),
        LEAVES: lambda: leave(party=party, on=said["on"], note=said["note"], by=by),
        MISTAKE: lambda: take_back(party=party, note=said["note"], was=said["was"], by=by),
        NOT_ASKED: lambda: ask_no_more(party=party, note=said["note"], by=by),
    }
    return acts[said["answer"]]()
