"""A survey is settled: its answers are counted, and whatever could still lead to somebody goes."""

import datetime

from django.db import transaction
from django.db.models import QuerySet

from learners.organisations.models import Network
from learners.surveys.actions.mixing import answers_from, tell_of_lost_secret, words_from, write_anew
from learners.surveys.actions.publishing import publish
from learners.surveys.coarsening import FEWEST, coarsened
from learners.surveys.models import Answer, FreeText, Token, Waiting, Wave
from learners.surveys.sealing import Unreadable, readable, unsealed

KEPT_MONTHS = 24
PATIENCE = datetime.timedelta(days=14)
"""So long a survey waits for the secret by which answers were sealed, if it is gone; then it counts without them."""


def settle_due(*, on: datetime.date, network: Network | None = None) -> int:
    """Settle the surveys whose last day is over. How many were."""
    due = Wave.objects.to_settle(on=on).order_by("pk")
    if network:
        due = due.filter(network=network)
    return sum(settle(wave=wave, on=on) for wave in due)


@transaction.atomic
def settle(*, wave: Wave, on: datetime.date) -> bool:
    """Count, publish, and forget who was asked from where and which links were used. False where that was done.

    After it, no row of answers tells an organisation or a staff group that too few share, and the links' digests tell
    nothing but that they were links of this survey. Where fewer than eight answered at all, the survey itself tells
    where they work: then nothing of what they said is kept.
    """
    found = Wave.objects.select_for_update().get(pk=wave.pk)
    if found.settled_on or not found.opened_on or found.closes_on >= on:
        return False
    waiting = Waiting.objects.filter(wave=found)
    rows = _read(found, waiting, on)
    if rows is None:
        return False
    answers = [*Answer.objects.filter(wave=found), *answers_from(rows)]
    words = [*FreeText.objects.filter(wave=found), *words_from(rows)]
    publish(wave=found, answers=answers)
    waiting.delete()
    if len(answers) < FEWEST:
        answers, words = [], []
    _leave_out(answers, words)
    write_anew(Answer, Answer.objects.filter(wave=found), answers)
    write_anew(FreeText, FreeText.objects.filter(wave=found), words)
    links = Token.objects.filter(wave=found)
    write_anew(Token, links, [Token(digest=link.digest, wave=found) for link in links])
    found.settled_on, found.salt = on, ""
    found.save(update_fields=["settled_on", "salt"])
    return True


def _read(wave: Wave, waiting: QuerySet[Waiting], on: datetime.date) -> list[Waiting] | None:
    """What waits, as it was said. None where the secret is missing, and might still be given."""
    try:
        return unsealed(wave, waiting)
    except Unreadable:
        tell_of_lost_secret()
        return list(readable(wave, waiting)) if on > wave.closes_on + PATIENCE else None


def _leave_out(answers: list[Answer], words: list[FreeText]) -> None:
    """Leave out where somebody works, where too few answered there."""
    kept = coarsened((row.organisation_id, row.staff_group) for row in answers)
    known = {organisation for organisation, _ in kept.values()}
    for row in answers:
        row.organisation_id, row.staff_group = kept[row.organisation_id, row.staff_group]
    for each in words:
        each.organisation_id = each.organisation_id if each.organisation_id in known else None


@transaction.atomic
def forget_answers(*, on: datetime.date) -> int:
    """Delete what people said in surveys that closed two years ago. Figures and themes stay. How many rows."""
    before = on - datetime.timedelta(days=KEPT_MONTHS * 365 // 12)
    old = Wave.objects.filter(settled_on__isnull=False, closes_on__lt=before)
    return sum(kind.objects.filter(wave__in=old).delete()[0] for kind in (Answer, FreeText, Token))
