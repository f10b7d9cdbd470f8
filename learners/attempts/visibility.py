"""What this learner can see where they work, inside a section; and what they were told, kept with the attempt."""

import datetime
from collections.abc import Mapping
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
    rows: tuple[tuple[InformationNamed, Told], ...] = ()

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


def variant_for(part: VisibilityNeeded, hat: Hat, on: datetime.date, told: Mapping[str, Told]) -> Variant:
    """What a hat is told on a day of what a part asks about; `told` is everything that it is told."""
    return Variant(hat, on, tuple((each, told.get(each.slug, NOTHING_SAID)) for each in part.information))


def hat_of(attempt: Attempt, on: datetime.date) -> Hat:
    """The hat that an attempt is made in, with the role that the person has there on this day.

    Whoever does not work there today wears none: nobody knows what they see where they work now.
    """
    if attempt.organisation_id is None:
        return Hat()
    key = f"hat:{attempt.pk}:{attempt.organisation_id}:{on}"
    held: tuple[int, str] | tuple[()] | None = caches["worker"].get(key)
    if held is None:
        held = _role_in(attempt, on)
        caches["worker"].set(key, held, SECONDS)
    return Hat(attempt.organisation, Role(pk=held[0], name=held[1])) if held else Hat()


def _role_in(attempt: Attempt, on: datetime.date) -> tuple[int, str] | tuple[()]:
    """The role that the person has there: its key and name; nothing for somebody who does not work there."""
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
    told = told_to(hat.organisation, hat.role, today)
    variants = {part.id: variant_for(part, hat, today, told) for part in parts}
    if new := {part: each for part, each in variants.items() if part not in attempt.shown_visibility}:
        keep_shown(attempt=attempt, variants=new)
    return {part.id: _html(part, variants[part.id]) for part in parts}


def _html(part: VisibilityNeeded, variant: Variant) -> str:
    """A part as a hat reads it. The worker keeps it under all that it says, so that it says what is kept."""
    hat = variant.hat
    key = f"seen:{hash((part, str(hat.organisation), str(hat.role), variant.on, variant.rows))}"
    html: str | None = caches["worker"].get(key)
    if html is None:
        html = render_to_string("components/visibility.html", {"needed": part, "variant": variant})
        caches["worker"].set(key, html, SECONDS)
    return html


def keep_shown(*, attempt: Attempt, variants: Mapping[str, Variant]) -> None:
    """Keep what was shown in these parts with the attempt. What was kept of a part before stays.

    One query, unless another page of the attempt was shown meanwhile.
    """
    new, known = {part_id: _plain(variant) for part_id, variant in variants.items()}, attempt.shown_visibility
    shown = new | known
    rows = Attempt.objects.filter(pk=attempt.pk, shown_visibility=known)
    if not rows.update(shown_visibility=shown):
        shown = _keep_beside(attempt, new)
    attempt.shown_visibility = shown


@transaction.atomic
def _keep_beside(attempt: Attempt, new: dict[str, Any]) -> dict[str, Any]:
    """Keep it beside what was kept meanwhile. All that is kept."""
    held = Attempt.objects.select_for_update().only("shown_visibility").get(pk=attempt.pk)
    held.shown_visibility = new | held.shown_visibility
    held.save(update_fields=["shown_visibility"])
    return dict(held.shown_visibility)


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
        said["lines"] = [[line.source, line.how_in_words, line.checked_on.isoformat()] for line in told.lines]
    if told.coming_on:
        said["coming_on"] = told.coming_on.isoformat()
    return said | ({"reason": told.reason} if told.reason else {})


def present_visibility(part: VisibilityNeeded, sight: "Sight") -> dict[str, Any]:
    """What the template parts/visibility.html shows."""
    return {"html": sight.seen[part.id]}
