"""What this learner can see where they work, inside a section; and what they were told, kept with the attempt."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.cache import caches
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.organisations.models import Membership, Organisation
from learners.sharing.selectors.hats import NOTHING_SAID, SECONDS, Told, told_to
from learners.sharing.selectors.visibility import Sight as Seeing
from modules.models import Role
from modules.outline import InformationNamed, Section, VisibilityNeeded

if TYPE_CHECKING:
    from learners.attempts.parts import Sight


@dataclass(frozen=True, slots=True)
class Hat:
    """Where somebody works, and as what; nothing of either for somebody who wears none."""

    organisation: Organisation | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """What one hat is told of the information that a part asks about, as at a day."""

    hat: Hat
    on: datetime.date
    rows: Sequence[tuple[InformationNamed, Told]] = ()

    def _of(self, seeing: Seeing) -> list[tuple[InformationNamed, Told]]:
        return [(named, told) for named, told in self.rows if told.sight is seeing]

    @property
    def today(self) -> list[tuple[InformationNamed, Told]]:
        """What can be seen today."""
        return self._of(Seeing.TODAY)

    @property
    def coming(self) -> list[tuple[InformationNamed, Told]]:
        """What is coming."""
        return self._of(Seeing.COMING)

    @property
    def not_here(self) -> list[tuple[InformationNamed, Told]]:
        """What is not to be found."""
        return self._of(Seeing.NOT_HERE)

    @property
    def unknown(self) -> list[tuple[InformationNamed, Told]]:
        """Of what nobody has said anything."""
        return self._of(Seeing.UNKNOWN)


def variant_for(part: VisibilityNeeded, hat: Hat, on: datetime.date) -> Variant:
    """What a hat is told on a day of what a part asks about."""
    told = told_to(hat.organisation, hat.role, on)
    return Variant(hat, on, [(each, told.get(each.slug, NOTHING_SAID)) for each in part.information])


def hat_of(attempt: Attempt, on: datetime.date) -> Hat:
    """The hat that an attempt is made in, with the role that the person has there on this day."""
    if attempt.organisation_id is None:
        return Hat()
    key = f"hat:{attempt.pk}:{on}"
    held: tuple[int, str] | tuple[()] | None = caches["worker"].get(key)
    if held is None:
        held = _role_in(attempt, on)
        caches["worker"].set(key, held, SECONDS)
    return Hat(attempt.organisation, Role(pk=held[0], name=held[1]) if held else None)


def _role_in(attempt: Attempt, on: datetime.date) -> tuple[int, str] | tuple[()]:
    """The role that the person has there: its key and name; nothing for somebody who has left."""
    here = Membership.objects.in_force(on=on).filter(
        person=attempt.person_id, organisation=attempt.organisation_id
    )
    return here.order_by("starts_on", "pk").values_list("role_id", "role__name").first() or ()


def seen_in(attempt: Attempt, section: Section) -> dict[str, str]:
    """What the hat worn is told, as HTML, by the id of the part that asks; no query where a section has no such part.

    What is shown for the first time is kept with the attempt.
    """
    parts = [part for part in section.parts if isinstance(part, VisibilityNeeded)]
    if not parts:
        return {}
    today = timezone.localdate()
    hat = hat_of(attempt, today)
    new = [part for part in parts if part.id not in attempt.shown_visibility]
    if new:
        keep_shown(attempt=attempt, variants={part.id: variant_for(part, hat, today) for part in new})
    return {part.id: _html(part, hat, today) for part in parts}


def _html(part: VisibilityNeeded, hat: Hat, on: datetime.date) -> str:
    """A part as a hat reads it, kept in the worker as long as what it says is."""
    organisation, role = hat.organisation, hat.role
    key = f"seen:{organisation.pk if organisation else 0}:{role.pk if role else 0}:{on}:{hash(part)}"
    html: str | None = caches["worker"].get(key)
    if html is None:
        shown = {"needed": part, "variant": variant_for(part, hat, on)}
        html = render_to_string("components/visibility.html", shown)
        caches["worker"].set(key, html, SECONDS)
    return html


@transaction.atomic
def keep_shown(*, attempt: Attempt, variants: Mapping[str, Variant]) -> None:
    """Keep what was shown in these parts with the attempt. What was kept of a part before stays."""
    held = Attempt.objects.select_for_update().only("shown_visibility").get(pk=attempt.pk)
    shown = {part_id: _plain(variant) for part_id, variant in variants.items()} | held.shown_visibility
    Attempt.objects.filter(pk=attempt.pk).update(shown_visibility=shown)
    attempt.shown_visibility = shown


def _plain(variant: Variant) -> dict[str, Any]:
    """A variant as plain data: names as they were then, so that it outlives them."""
    hat = variant.hat
    return {
        "on": variant.on.isoformat(),
        "organisation": str(hat.organisation or ""),
        "role": str(hat.role or ""),
        "seen": [_said(named, told) for named, told in variant.rows],
    }


def _said(named: InformationNamed, told: Told) -> dict[str, Any]:
    said: dict[str, Any] = {"information": named.name, "sight": told.sight.value}
    if told.lines:
        said["lines"] = [[line.source, line.how, line.checked_on.isoformat()] for line in told.lines]
    if told.coming_on:
        said["coming_on"] = told.coming_on.isoformat()
    return said | ({"reason": told.reason} if told.reason else {})


def present_visibility(part: VisibilityNeeded, sight: "Sight") -> dict[str, Any]:
    """What the template parts/visibility.html shows."""
    return {"html": sight.seen[part.id]}
