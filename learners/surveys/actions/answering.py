"""An answer comes in: its link is used up, and it waits with others until it cannot be told from them."""

import datetime
from collections.abc import Callable, Mapping

from django.db import transaction

from learners.surveys.actions.mixing import BATCH, mix
from learners.surveys.models import Token, Waiting, Wave
from learners.surveys.sealing import readable, seal
from learners.surveys.tokens import digest_of


class Closed(Exception):
    """The survey takes no answers today."""


class NoSuchLink(Exception):
    """Nobody was sent this link."""


@transaction.atomic
def answer(*, token: str, answers: Mapping[str, int], words: str, on: datetime.date) -> bool:
    """Keep one answer. False where this link was used before: then nothing changes. Raises Closed and NoSuchLink.

    Answers to one survey come one after the other, under its row's lock, so that two tabs are one answer.
    """
    digest = digest_of(token)
    found = Token.objects.filter(pk=digest).values_list("wave_id", flat=True).first()
    if found is None:
        raise NoSuchLink
    wave = Wave.objects.select_for_update().get(pk=found)
    if not wave.is_taking_answers(on):
        raise Closed
    if not Token.objects.filter(pk=digest, was_used=False).update(was_used=True, waits=True):
        return False
    link = Token.objects.get(pk=digest)
    asked = {each["key"] for each in wave.asked}
    Waiting.objects.bulk_create(  # no signal tells anybody of it
        [
            Waiting(
                wave=wave,
                organisation_id=link.organisation_id,
                staff_group=link.staff_group,
                **seal(
                    wave,
                    answers={key: point for key, point in answers.items() if key in asked},
                    words=words.strip(),
                ),
            )
        ]
    )
    cell = Waiting.objects.filter(wave=wave, organisation=link.organisation_id, staff_group=link.staff_group)
    if cell.count() >= BATCH:
        mix(wave=wave, organisation=link.organisation_id, staff_group=link.staff_group)
    return True


@transaction.atomic
def scrub_waiting(scrubbed: Callable[[str], str]) -> None:
    """Take what leads to somebody out of words that wait."""
    for wave in Wave.objects.filter(opened_on__isnull=False, settled_on=None).order_by("pk"):
        held = Wave.objects.select_for_update().get(pk=wave.pk)
        for row in readable(held, Waiting.objects.filter(wave=held)):
            if (words := scrubbed(row.words)) != row.words:
                Waiting.objects.filter(pk=row.pk).update(**seal(held, answers=row.answers, words=words))
