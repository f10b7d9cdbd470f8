"""What the loaded file says, and which organisation here a code means. Selectors."""

from collections.abc import Collection

from django.utils import timezone

from learners.organisations.models import OdsEntry, OdsLoad, OdsSuccession, Organisation
from learners.organisations.ods.found import Found, NotFound

AT_ONCE = 500  # codes for one query


def loaded() -> OdsLoad | None:
    """Which file is loaded; None where there is none."""
    return OdsLoad.objects.first()


def look_up_in_file(code: str) -> Found | NotFound | None:
    """What the file says of a code; None where none is loaded."""
    if load := loaded():
        return in_file([code], load=load).get(code) or NotFound(code, "file")
    return None


def in_file(codes: Collection[str], *, load: OdsLoad) -> dict[str, Found]:
    """What the file says of several codes, by code. What it does not know is left out."""
    found: dict[str, Found] = {}
    today, every = timezone.localdate(), list(codes)
    for start in range(0, len(every), AT_ONCE):
        some = every[start : start + AT_ONCE]
        after, before = _successions(some)
        for entry in OdsEntry.objects.filter(code__in=some):
            found[entry.code] = Found(
                code=entry.code,
                name=entry.name,
                active=entry.active and (entry.ends_on is None or entry.ends_on >= today),
                source="file",
                known_on=load.loaded_at,
                roles=(entry.role,) if entry.role else (),
                starts_on=entry.starts_on,
                ends_on=entry.ends_on,
                successors=tuple(after.get(entry.code, ())),
                predecessors=tuple(before.get(entry.code, ())),
                postcode=entry.postcode,
            )
    return found


def names_in_file(codes: Collection[str]) -> dict[str, str]:
    """The names that the file has for codes, by code."""
    return dict(OdsEntry.objects.filter(code__in=codes).values_list("code", "name"))


def _successions(codes: list[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    pairs = OdsSuccession.objects.order_by("predecessor", "successor").values_list("predecessor", "successor")
    for predecessor, successor in pairs.filter(predecessor__in=codes):
        after.setdefault(predecessor, []).append(successor)
    for predecessor, successor in pairs.filter(successor__in=codes):
        before.setdefault(successor, []).append(predecessor)
    return after, before


def organisation_of(code: str, pk: int | None = None) -> Organisation | None:
    """The organisation here that has a code; where none has it, the one that the code is looked up for."""
    has_it = Organisation.objects.filter(ods_code=code).first()
    return has_it or (Organisation.objects.filter(pk=pk).first() if pk else None)
