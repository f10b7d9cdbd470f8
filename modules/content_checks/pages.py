"""What each published page and record is held to."""

import datetime
from collections.abc import Iterator
from typing import Any

from wagtail.images.blocks import ImageBlock

from modules.blocks.scenario import ScenarioBlock
from modules.content_checks.finding import Finding, error, warning
from modules.content_checks.links import broken_links
from modules.content_checks.texts import blocks_of, texts_of
from modules.content_checks.words import faults_in
from modules.models import ModulePage, MomentPage, PracticeRecord
from modules.reading import outline_of_page
from modules.reading_age import GOAL, plain, reading
from modules.scenarios.soundness import faults as scenario_faults

GRACE = datetime.timedelta(days=30)
"""How long a fact that moves may be past its review before it is an error."""


def published() -> Iterator[Any]:
    """All that learners and the public can read."""
    yield from ModulePage.objects.live().filter(alias_of=None).order_by("path")
    yield from MomentPage.objects.live().filter(alias_of=None).order_by("path")
    yield from PracticeRecord.objects.filter(live=True)


def name_of(thing: Any) -> str:
    """A page or record, as the CMS lists it."""
    kind = str(thing._meta.verbose_name)
    return f"{kind[:1].upper()}{kind[1:]} “{thing}”"


def check_words(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Identifiers that could be real, claims that are wrong, and links that lead nowhere."""
    for place, text in texts_of(thing):
        where = f"{name_of(thing)}, {place}"
        yield from (error(where, message) for message in faults_in(plain(text)))
        if "<" in text:
            yield from (error(where, message) for message in broken_links(text))


def check_review(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Somebody must look at it again by its day."""
    review_by = getattr(thing, "review_by", None)
    if review_by and review_by < on:
        yield error(name_of(thing), f"It should have been checked again by {review_by:%-d %B %Y}.")


def check_volatile_facts(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Facts that move: a warning once they are past their review, an error a month later."""
    if isinstance(thing, ModulePage):
        for fact in thing.volatile_facts.filter(review_by__lt=on):
            late = error if fact.review_by + GRACE < on else warning
            yield late(name_of(thing), f"It rests on “{fact}”, to be checked by {fact.review_by:%-d %B %Y}.")


def check_pictures(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Words for people who cannot see a picture."""
    for place, _, image in blocks_of(thing, ImageBlock):
        if image and not image.decorative and not (image.contextual_alt_text or "").strip():
            yield error(f"{name_of(thing)}, {place}", "A picture has no alternative text.")


def check_scenarios(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Situations that nobody reaches, paths that never end, and the like."""
    for place, block, value in blocks_of(thing, ScenarioBlock):
        for fault in scenario_faults(block.scenario_from("checked", value)):
            yield error(f"{name_of(thing)}, {place}", f"{fault.key or 'scenario'}: {fault.message}")


def check_outcomes(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """Each outcome is asked about somewhere."""
    if isinstance(thing, ModulePage):
        outline = outline_of_page(thing)
        asked = {question.outcome for question in outline.questions()}
        for number, outcome in enumerate(outline.outcomes, start=1):
            if number not in asked:
                yield warning(name_of(thing), f"No question is about the outcome “{outcome}”.")


def check_reading_age(thing: Any, on: datetime.date) -> Iterator[Finding]:
    """An estimate over the whole text: names and terms of the trade make it rise."""
    measured = reading("\n".join(plain(text) for _, text in texts_of(thing)))
    if measured and measured.is_hard:
        yield warning(name_of(thing), f"Reading age about {measured.age}: write for {GOAL}.")


CHECKS = [
    check_words,
    check_review,
    check_volatile_facts,
    check_pictures,
    check_scenarios,
    check_outcomes,
    check_reading_age,
]
