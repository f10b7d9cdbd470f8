"""Answers are shuffled: rows are deleted and written anew, so that neither their order nor their age tells anything.

A database numbers its rows by when they were written, and knows which were written together. So a link that was used
and the answer that came by it are both written anew, each among many of their kind. ADR 23 says what that does, and
what it cannot do.
"""

import logging
import secrets
from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.db import models

from learners.surveys.models import Answer, FreeText, Token, Waiting, Wave
from learners.surveys.sealing import Unreadable, unsealed

logger = logging.getLogger(__name__)

BATCH = 8
"""So many answers of one organisation and staff group wait for each other. When a survey is settled, none waits on."""

COMPANY = 100
"""So many others are written anew with them, so that a batch does not stand out; more would make an answer slow."""

AT_ONCE = 1_000


def mix(*, wave: Wave, organisation: int | None, staff_group: str) -> None:
    """Shuffle what waits of one organisation and staff group in with others of it. Under the survey's lock."""
    cell: dict[str, Any] = {"wave": wave, "organisation": organisation, "staff_group": staff_group}
    waiting = Waiting.objects.filter(**cell)
    try:
        rows = unsealed(wave, waiting)
    except Unreadable:
        tell_of_lost_secret()
        return  # nothing is lost: it waits until the survey is settled
    waiting.delete()
    company = _company(Answer.objects.filter(**cell))
    write_anew(Answer, company, [*company, *answers_from(rows)])
    said = _company(FreeText.objects.filter(wave=wave, organisation=organisation))
    write_anew(FreeText, said, [*said, *words_from(rows)])
    links = Token.objects.filter(**cell)
    mixed = [*links.filter(waits=True), *_company(links.filter(waits=False))]
    write_anew(Token, mixed, [_mixed(link) for link in mixed])


def tell_of_lost_secret() -> None:
    """Say what whoever runs the service has to do."""
    logger.error("Answers cannot be read: name the former SECRET_KEY in SECRET_KEY_FALLBACKS.")


def _company[Row: models.Model](rows: models.QuerySet[Row]) -> list[Row]:
    """Some of them, by chance."""
    return list(rows.order_by("?")[:COMPANY])


def _mixed(link: Token) -> Token:
    link.waits = False
    return link


def answers_from(waiting: Iterable[Waiting]) -> list[Answer]:
    """The answers of what waited."""
    return [
        Answer(
            wave_id=row.wave_id,
            organisation_id=row.organisation_id,
            staff_group=row.staff_group,
            answers=row.answers,
        )
        for row in waiting
    ]


def words_from(waiting: Iterable[Waiting]) -> list[FreeText]:
    """The words of what waited, apart."""
    return [
        FreeText(wave_id=row.wave_id, organisation_id=row.organisation_id, words=row.words)
        for row in waiting
        if row.words
    ]


def write_anew[Row: models.Model](kind: type[Row], old: Iterable[Row], new: Iterable[Row]) -> None:
    """Put these in the place of those, in an order that nobody knows, under keys that are new where keys are random."""
    gone, rows = [row.pk for row in old], list(new)
    for row in rows:
        if isinstance(row, Answer | FreeText):
            row.pk = row._meta.pk.get_default()
    for some in batched(gone, AT_ONCE, strict=False):
        kind._default_manager.filter(pk__in=some).delete()
    secrets.SystemRandom().shuffle(rows)
    kind._default_manager.bulk_create(rows, batch_size=AT_ONCE)
