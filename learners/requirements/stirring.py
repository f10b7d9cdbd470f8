"""Takes note, in its own transaction, of whatever may move somebody's standing. `keeping` works it out later.

A note is one new row: nobody waits for anybody, and nothing is lost with a process.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from learners.organisations.models import Membership, Merger, NetworkMembership, Organisation, Pause, Team
from learners.organisations.signals import posts_written
from learners.records.models import LearningEvent, Verb
from learners.records.signals import events_recorded
from learners.requirements.models import (
    Adoption,
    Assignment,
    Exemption,
    GoLive,
    KeptStanding,
    Requirement,
    Stirred,
)
from learners.requirements.models.requirement import AcceptedFrom
from learners.sharing.models import Agreement, Party, StageEntry
from modules.models import ModulePage

MOVING = frozenset({Verb.LAUNCHED, Verb.COMPLETED, Verb.VOIDED})
"""What people do that moves their standing."""
DAY = datetime.timedelta(days=1)


def stir(
    organisations: Iterable[int], person: int | None = None, *, on: Iterable[datetime.date] = ()
) -> None:
    """Note that standings in these organisations are to be worked out: everybody's, or one person's.

    Today, and again `on` those days that lie ahead and of which no standing kept today can know.
    """
    today = timezone.localdate()
    days = {today, *(day for day in on if day > today)}
    Stirred.objects.bulk_create(
        Stirred(organisation_id=organisation, person_id=person, on=day)
        for organisation in set(organisations)
        for day in days
    )


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    events_recorded.connect(on_events, dispatch_uid="stir standings by events")
    posts_written.connect(_on_posts, dispatch_uid="stir standings by posts")
    for signal in (page_published, page_unpublished):
        signal.connect(_on_page, sender=ModulePage, dispatch_uid=f"stir standings by {id(signal)}")
    for model in SAVED:
        for saved in (post_save, post_delete):
            saved.connect(_on_saved, sender=model, dispatch_uid=f"stir standings by {model.__name__}")
    for field in ("modules", "minimum_editions", "roles", "teams", "sites"):
        through = getattr(Requirement, field).through
        m2m_changed.connect(_on_audience, sender=through, dispatch_uid=f"stir standings by {field}")


def on_events(*, events: list[LearningEvent], **kwargs: Any) -> None:
    """Receive `events_recorded`."""
    people = {event.person_id for event in events if event.verb in MOVING}
    if not people:
        return
    today = timezone.localdate()
    hats = Membership.objects.in_force(on=today).filter(person__in=people).order_by()
    Stirred.objects.bulk_create(
        Stirred(organisation_id=organisation, person_id=person, on=today)
        for organisation, person in hats.values_list("organisation_id", "person_id").distinct()
    )


def _on_posts(*, organisations: Iterable[int], **kwargs: Any) -> None:
    """Posts that begin later are worked out on their first day."""
    today, keys = timezone.localdate(), set(organisations)
    stir(keys)
    later = Membership.objects.filter(organisation__in=keys, starts_on__gt=today).order_by()
    Stirred.objects.bulk_create(
        Stirred(organisation_id=organisation, person_id=person, on=day)
        for organisation, person, day in later.values_list(
            "organisation_id", "person_id", "starts_on"
        ).distinct()
    )


def _on_page(*, instance: Any, **kwargs: Any) -> None:
    asked = Requirement.objects.filter(modules__translation_key=instance.translation_key)
    given = Assignment.objects.filter(module__translation_key=instance.translation_key, withdrawn_at=None)
    stir(
        {
            *asked.exclude(organisation=None).values_list("organisation_id", flat=True),
            *Adoption.objects.filter(requirement__in=asked).values_list("organisation_id", flat=True),
            *given.values_list("organisation_id", flat=True),
        }
    )


def _on_audience(*, instance: Any, action: str, **kwargs: Any) -> None:
    if action in ("post_add", "post_remove", "post_clear") and isinstance(instance, Requirement):
        _of_requirement(instance)


def _on_saved(*, sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    SAVED[sender](instance)


def _of_membership(row: Any) -> None:
    kept = KeptStanding.objects.current().filter(person=row.person_id, membership_id=row.pk).order_by()
    where = {row.organisation_id, *kept.values_list("organisation_id", flat=True)}
    stir(where, row.person_id, on=[row.starts_on])


def _of_pause(row: Any) -> None:
    stir([row.membership.organisation_id], row.membership.person_id)


def _of_organisation(row: Any) -> None:
    stir([row.pk])


def _of_team(row: Any) -> None:
    stir([row.organisation_id])


def _of_adoption(row: Any) -> None:
    stir([row.organisation_id], on=[row.starts_on])


def _of_network_membership(row: Any) -> None:
    """What was done for an organisation counts in the others of its network, where they accept that."""
    days = [row.starts_on, *([row.ends_on + DAY] if row.ends_on else [])]
    others = NetworkMembership.objects.filter(network=row.network_id).order_by()
    keys = {row.organisation_id, *others.values_list("organisation_id", flat=True)}
    own = Requirement.objects.filter(organisation__in=keys, accepts_from=AcceptedFrom.NETWORK)
    adopted = Adoption.objects.filter(organisation__in=keys, requirement__accepts_from=AcceptedFrom.NETWORK)
    concerned = {key for rows in (own, adopted) for key in rows.values_list("organisation_id", flat=True)}
    stir({row.organisation_id, *concerned}, on=days)


def _of_merger(row: Any) -> None:
    """From its day on, what was done for the predecessor was done here."""
    stir([row.predecessor_id, row.successor_id], on=[row.on])


def _of_person(row: Any) -> None:
    stir([row.organisation_id], row.person_id)


def _of_requirement(row: Any) -> None:
    stir(
        [row.organisation_id]
        if row.organisation_id
        else row.adoptions.values_list("organisation_id", flat=True)
    )


def _of_go_live(row: Any) -> None:
    for requirement in row.requirements.all():
        _of_requirement(requirement)


def _waiting(network: int) -> set[int]:
    """Who asks what opens with an agreement of a network: with one, or with a version that it supersedes."""
    asked = Requirement.objects.filter(agreement__network=network)
    adopted = Adoption.objects.filter(requirement__in=asked)
    own = asked.exclude(organisation=None)
    return {key for rows in (own, adopted) for key in rows.values_list("organisation_id", flat=True)}


def _of_agreement(row: Any) -> None:
    stir(_waiting(row.network_id))


def _of_stage(row: Any) -> None:
    stir(_waiting(row.agreement.network_id))


def _of_party(row: Any) -> None:
    stir(_waiting(row.agreement.network_id) & {row.organisation_id})


SAVED: dict[Any, Any] = {
    Membership: _of_membership,
    Pause: _of_pause,
    Organisation: _of_organisation,
    Team: _of_team,
    NetworkMembership: _of_network_membership,
    Merger: _of_merger,
    Adoption: _of_adoption,
    Requirement: _of_requirement,
    GoLive: _of_go_live,
    Agreement: _of_agreement,
    StageEntry: _of_stage,
    Party: _of_party,
    Assignment: _of_person,
    Exemption: _of_person,
}
