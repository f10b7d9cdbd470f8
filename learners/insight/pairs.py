"""Reading who said how confident they were, for figures in which nobody can be told."""

import datetime
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.insight.transfer import Pair, Told, first_pairs, in_steps
from learners.organisations.models import Organisation
from learners.reflection.models import Confidence
from modules.models import Edition


def until() -> datetime.datetime:
    """What was said before this month counts: a figure that moves with every answer would tell who gave it."""
    return timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def pairs_of_module(module: UUID) -> list[Pair]:
    """Everybody's first pairs of one module, wherever they work, in steps."""
    return in_steps(_by_module(_said().filter(attempt__module_key=module))[module])


def pairs_within(organisations: Collection[Organisation] | QuerySet[Organisation]) -> dict[UUID, list[Pair]]:
    """By module, in steps: first pairs that were made for these. Whoever's first was made elsewhere is not here."""
    here = {each.pk for each in organisations}
    been = Attempt.objects.filter(
        organisation__in=here, person=OuterRef("attempt__person"), module_key=OuterRef("attempt__module_key")
    )
    found = _by_module(_said().filter(Exists(been)))
    return {
        module: in_steps(inside)
        for module, pairs in found.items()
        if (inside := [pair for pair in pairs if pair.organisation in here])
    }


def titles_of(modules: Collection[UUID]) -> list[tuple[UUID, str]]:
    """Modules with their newest titles, in their order."""
    rows = Edition.objects.filter(module_key__in=modules).order_by("published_at", "pk")
    newest = dict(rows.values_list("module_key", "title"))
    return sorted(newest.items(), key=lambda row: row[1])


def _said() -> QuerySet[Confidence]:
    return Confidence.objects.filter(given_at__lt=until()).order_by("attempt__started_at", "attempt")


def _by_module(said: QuerySet[Confidence]) -> dict[UUID, list[Pair]]:
    found: dict[UUID, list[Told]] = defaultdict(list)
    rows = said.values_list(
        "attempt__module_key",
        "attempt",
        "attempt__person",
        "attempt__organisation",
        "moment",
        "level",
        "given_at",
    )
    for module, attempt, person, organisation, moment, level, at in rows.iterator():
        found[module].append(Told(str(attempt), person, organisation, moment, level, at))
    return defaultdict(list, {module: first_pairs(told) for module, told in found.items()})
