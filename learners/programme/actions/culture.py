"""Writing down changes, naming champions, recording that a team talked it through."""

import datetime
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Membership, Organisation, Team
from learners.programme.actions.keeping import keep_of_network
from learners.programme.models import Champion, Guide, TalkThrough, WorkflowChange
from modules.models import ModulePage

NOTE = TalkThrough._meta.get_field("note").max_length


class NobodyThere(Exception):
    """None of those who were named works here."""


def keep_change(*, form: Any, by: Any) -> WorkflowChange:
    """Write a change from its valid form, new or put better. The same new one twice is there once."""
    kept: WorkflowChange = keep_of_network(
        form=form,
        among=form.instance.network.workflow_changes,
        same_in=("level", "role", "milestone", "before", "after", "benefit"),
        kind="change",
        by=by,
    )
    return kept


@transaction.atomic
def name_champion(*, membership: Membership, area: str, on: datetime.date, by: Any) -> Champion:
    """Name somebody of an organisation its champion of an area. Named twice, they are it once."""
    found, is_new = Champion.objects.get_or_create(
        organisation=membership.organisation,
        person=membership.person,
        area=area,
        ends_on=None,
        defaults={"starts_on": on},
    )
    if is_new:
        log(instance=found, action="programme.champion", user=by)
    return found


@transaction.atomic
def end_champion(*, champion: Champion, on: datetime.date, by: Any) -> None:
    """Somebody is a champion until this day. Ended twice, the first day stays; never a day before the first."""
    found = Champion.objects.select_for_update().get(pk=champion.pk)
    if found.ends_on is None:
        found.ends_on = max(on, found.starts_on)
        found.save(update_fields=["ends_on"])
        log(instance=found, action="programme.champion_ended", user=by)


@transaction.atomic
def record_talk_through(
    *,
    organisation: Organisation,
    team: Team | None,
    guide: Guide | None,
    module: ModulePage | None,
    held_on: datetime.date,
    note: str,
    participants: Collection[Membership],
    by: Any,
) -> TalkThrough:
    """Record that people talked it through. The same again (team, day, subject, recorder) is the one that is there.

    Who and what is new then comes to it, and nothing goes. Raises NobodyThere.
    """
    here = [each for each in participants if each.organisation_id == organisation.pk]
    if not here:
        raise NobodyThere
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # of two at once, one makes it
    row, is_new = TalkThrough.objects.get_or_create(
        organisation=organisation,
        team=team,
        guide=guide,
        module=module,
        held_on=held_on,
        recorded_by=by,
        withdrawn_at=None,
        defaults={"note": note},
    )
    if is_new:
        row.participants.set(here)
    else:
        row.participants.add(*here)
        if note and note not in row.note:
            row.note = f"{row.note} {note}".strip()[:NOTE]
            row.save(update_fields=["note"])
    return row


@transaction.atomic
def withdraw_talk_through(*, talk: TalkThrough, reason: str, by: Any) -> None:
    """It was recorded by mistake. It stays, marked so, with the reason; said twice, the first counts."""
    found = TalkThrough.objects.select_for_update().get(pk=talk.pk)
    if found.withdrawn_at is None:
        found.withdrawn_at, found.withdrawn_by, found.withdrawn_because = timezone.now(), by, reason
        found.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
        log(instance=found, action="programme.talk_withdrawn", user=by)
