"""Agreements are made, move on from stage to stage, and are followed by new versions."""

import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.organisations.models import Network, Organisation
from learners.sharing.actions.refusals import Refused
from learners.sharing.models import Agreement, Party, ScopeItem, Stage, StageEntry
from learners.sharing.selectors.agreements import as_step, signatures
from learners.sharing.staging import Entered, refusal

VERSION_TAKEN = "This network has this version already"
COPIED = ("information", "purpose", "provider_kinds", "viewer_kinds", "phase", "planned_for", "reason")


@transaction.atomic
def create_agreement(
    *,
    network: Network,
    title: str,
    version: str,
    owner: str,
    owner_email: str = "",
    review_by: datetime.date | None = None,
    stage: str = Stage.SCOPING,
    on: datetime.date,
    today: datetime.date,
    by: Any,
) -> Agreement:
    """An agreement in its first stage. Made twice, it is the one that is there.

    Raises Refused for a day to come, for a first stage that needs signatures, and where the version is another's.
    """
    _refuse(None, Entered(stage, on), today, is_signed=False)
    kept = {"owner": owner, "owner_email": owner_email, "review_by": review_by}
    made, is_new = Agreement.objects.get_or_create(
        network=network, title=title, version=version, defaults=kept | {"stage": stage}
    )
    if not is_new:
        same = Agreement.objects.filter(pk=made.pk, **kept, stages__by=by, stages__stage=stage)
        if not same.exists():
            raise Refused("version", VERSION_TAKEN)
        return made
    StageEntry.objects.create(agreement=made, stage=stage, entered_on=on, by=by)
    log(instance=made, action="sharing.create", user=by)
    return made


@transaction.atomic
def change_details(
    *, agreement: Agreement, owner: str, owner_email: str, review_by: datetime.date | None, by: Any
) -> None:
    """Say who keeps it, and by when it is to be reviewed."""
    found = locked(agreement)
    was = (found.owner, found.owner_email, found.review_by)
    if was != (owner, owner_email, review_by):
        found.owner, found.owner_email, found.review_by = owner, owner_email, review_by
        found.save(update_fields=["owner", "owner_email", "review_by"])
        log(instance=found, action="sharing.details", user=by, data={"review_by": str(review_by or "")})


@transaction.atomic
def enter_stage(
    *, agreement: Agreement, stage: str, on: datetime.date, today: datetime.date, note: str = "", by: Any
) -> StageEntry:
    """An agreement enters a stage on a day. The stage that it is in is entered no second time.

    When it becomes active, the versions before it expire on that day. Raises Refused (`staging.refusal` says when).
    """
    found = locked(agreement)
    newest = found.stages.last()
    if newest and newest.stage == stage:
        return newest
    step = Entered(stage, on, note)
    _refuse(as_step(newest), step, today, is_signed=signatures(found, on).exists())
    entry = _enter(found, step, by)
    if stage == Stage.ACTIVE:
        _expire_former(found, on, by)
    return entry


@transaction.atomic
def new_version(
    *, agreement: Agreement, version: str, stage: str, on: datetime.date, today: datetime.date, by: Any
) -> Agreement:
    """The next version, with the same scope; whoever was a party and is in the network still is asked to sign it.

    The version before goes on until this one is active. Raises Refused where another follows already.
    """
    former = locked(agreement)
    following = Agreement.objects.filter(supersedes=former).first()
    if following and following.version == version:
        return following
    if following:
        raise Refused("", f"Version {following.version} follows this one already")
    if Agreement.objects.filter(network=former.network, title=former.title, version=version).exists():
        raise Refused("version", VERSION_TAKEN)
    made = create_agreement(
        network=former.network,
        title=former.title,
        version=version,
        owner=former.owner,
        owner_email=former.owner_email,
        stage=stage,
        on=on,
        today=today,
        by=by,
    )
    made.supersedes = former
    made.save(update_fields=["supersedes"])
    _copy_parties(former, made, today)
    _copy_scope(former, made)
    return made


def locked(agreement: Agreement) -> Agreement:
    """The row as it is now, for this transaction alone: what else writes about the agreement waits."""
    return Agreement.objects.select_for_update().get(pk=agreement.pk)


def _refuse(before: Entered | None, step: Entered, today: datetime.date, *, is_signed: bool) -> None:
    if no := refusal(before, step, today=today, is_signed=is_signed):
        raise Refused(no.where, no.why)


def _enter(agreement: Agreement, step: Entered, by: Any) -> StageEntry:
    """Append the entry, and keep the agreement's stage the newest one's."""
    entry = StageEntry.objects.create(
        agreement=agreement, stage=step.stage, entered_on=step.on, note=step.note, by=by
    )
    agreement.stage = step.stage
    agreement.save(update_fields=["stage"])
    log(
        instance=agreement,
        action="sharing.stage",
        user=by,
        data={"stage": entry.get_stage_display(), "on": str(step.on), "note": step.note},
    )
    return entry


def _expire_former(agreement: Agreement, on: datetime.date, by: Any) -> None:
    """End every version before this one, on that day or, if something was noted later, on that later day."""
    former = agreement.supersedes
    while former:
        row = locked(former)
        newest = row.stages.last()
        if row.stage != Stage.EXPIRED:
            day = max(on, newest.entered_on) if newest else on
            _enter(row, Entered(Stage.EXPIRED, day, f"Version {agreement.version} is active."), by)
        former = row.supersedes


def _copy_parties(former: Agreement, made: Agreement, today: datetime.date) -> None:
    here = Organisation.objects.in_network(former.network_id, on=today)
    asked = former.parties.exclude(state=Party.State.LEFT).filter(organisation__in=here)
    Party.objects.bulk_create([Party(agreement=made, organisation_id=each.organisation_id) for each in asked])


def _copy_scope(former: Agreement, made: Agreement) -> None:
    for item in former.scope.prefetch_related("providers", "viewers", "roles"):
        plain = {name: getattr(item, name) for name in COPIED}
        copy = ScopeItem.objects.create(agreement=made, **plain)
        copy.providers.set(item.providers.all())
        copy.viewers.set(item.viewers.all())
        copy.roles.set(item.roles.all())
