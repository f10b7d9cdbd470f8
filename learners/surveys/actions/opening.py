"""A survey opens: whom it asks is settled then, and what it asks stays."""

import datetime
import secrets
from collections.abc import Iterable

from django.db import transaction

from learners.organisations.models import Membership, Network, Organisation
from learners.organisations.models.membership import Pause
from learners.surveys.models import Invitation, Token, Wave
from learners.surveys.tokens import digest_of, new_salt, tokens_for

AT_ONCE = 1_000


def open_due(*, on: datetime.date, network: Network | None = None) -> int:
    """Open the surveys whose first day has come. How many did."""
    due = Wave.objects.to_open(on=on).order_by("pk")
    if network:
        due = due.filter(network=network)
    return sum(open_wave(wave=wave, on=on) for wave in due)


@transaction.atomic
def open_wave(*, wave: Wave, on: datetime.date) -> bool:
    """Open one: keep its statements as they are today, and make a link for each person. False where it is open.

    Who is paused, or has left, is not asked. Who comes later is not, either: answers are counted against those asked.
    """
    found = Wave.objects.select_for_update().get(pk=wave.pk)
    if found.opened_on:
        return False
    found.opened_on, found.salt = on, new_salt()
    found.asked = [
        {
            "key": str(item.uuid),
            "number": item.number,
            "statement": item.statement,
            "scale": item.scale,
            "barrier": item.barrier,
            "is_reversed": item.is_reversed,
        }
        for item in found.instrument.items.all()
    ]
    found.save(update_fields=["opened_on", "salt", "asked"])
    hats = one_hat_each(_roster(found, on))
    _write_tokens(found, hats)
    _write_invitations(found, hats)
    return True


def one_hat_each(hats: Iterable[Membership]) -> list[Membership]:
    """Of whoever has several hats, the one they have worn longest: everybody answers once."""
    found: dict[int, Membership] = {}
    for hat in hats:
        found.setdefault(hat.person_id, hat)
    return list(found.values())


def _roster(wave: Wave, on: datetime.date) -> Iterable[Membership]:
    members = Organisation.objects.in_network(wave.network_id, on=on)
    if chosen := list(wave.organisations.values_list("pk", flat=True)):
        members = members.filter(pk__in=chosen)
    hats = Membership.objects.in_force(on=on).filter(
        organisation__in=members.values("pk"),
        person__is_active=True,
        person__anonymised_at=None,
    )
    paused = Pause.objects.in_force(on=on).values("membership")
    return hats.exclude(pk__in=paused).select_related("person").order_by("starts_on", "pk")


def _write_tokens(wave: Wave, hats: list[Membership]) -> None:
    """In an order that tells nothing, and not that of the invitations."""
    rows = [
        Token(
            digest=digest_of(tokens_for(wave, hat.person)[0]),
            wave=wave,
            organisation_id=hat.organisation_id,
            staff_group=hat.staff_group,
        )
        for hat in hats
    ]
    secrets.SystemRandom().shuffle(rows)
    Token.objects.bulk_create(rows, batch_size=AT_ONCE)


def _write_invitations(wave: Wave, hats: list[Membership]) -> None:
    rows = [Invitation(wave=wave, person_id=hat.person_id) for hat in hats]
    secrets.SystemRandom().shuffle(rows)
    Invitation.objects.bulk_create(rows, batch_size=AT_ONCE)
