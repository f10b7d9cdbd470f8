"""What a learner wrote for themselves is found at no address by anybody else, superusers included.

It is written through the learner's own screens, so whatever they leave behind on the way would be found, too.
"""

import datetime
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.attempts.actions import answer_in_place, finish_section
from learners.records.models import Completion
from learners.reflection.models import Confidence, NextShift, Reflection
from learners.statements.models import Statement
from tests.architecture.reading import words_in
from tests.architecture.urls import Address, addresses, sample
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    RequirementFactory,
    sit_check,
    start_attempt,
)
from tests.factories.modules import section
from tests.factories.questions import short_reason_question

pytestmark = pytest.mark.django_db

MARK = "zebrafinch"
CHANGE = "Before: not at all"  # confidence has no words of its own, but a sentence that shows it
WRITTEN = ("answer", "reflection", "note", "action")
SIGNS_OUT = "wagtailadmin_logout"  # even by GET: it drops the cookie, and the rest would be seen by nobody
OWN_ROWS = {"attempts.Response", "reflection.NextShift", "reflection.Reflection"}


@pytest.fixture
def learner() -> Any:
    """Somebody who finished a module and left the marker in everything that is theirs to write."""
    member = MembershipFactory()
    module = ModuleFactory(
        sections=[section("Story", short_reason_question("own words"))], confidence="choose a good moment"
    )
    RequirementFactory(organisation=member.organisation, module=module)
    NetworkMembershipFactory(organisation=member.organisation)
    attempt = start_attempt(member.person, module, member.organisation)
    client = Client()
    client.force_login(member.person)
    client.post(reverse("reflection:confidence", args=[attempt.pk]), {"level": "1"})
    read = attempt.edition.outline.sections[0]
    answer_in_place(attempt=attempt, question=read.questions[0], answer={"text": f"{MARK} answer"})
    finish_section(attempt=attempt, section=read)
    sit_check(attempt)
    plan = {"level": "5", "action": "own", "own": f"{MARK} action", "wants_follow_up": "on"}
    client.post(reverse("reflection:next_shift", args=[attempt.pk]), plan)
    words = {"text": f"{MARK} reflection", "note": f"{MARK} note"}
    client.post(reverse("reflection:reflect", args=[Completion.objects.get().uuid]), words)
    assert [Confidence.objects.count(), NextShift.objects.count(), Reflection.objects.count()] == [2, 1, 1]
    return member


def a_lead(member: Any) -> Any:
    network = member.organisation.networks.get()
    return AppointmentFactory(network_lead=True, network=network).person


OTHERS = {
    "anybody": lambda member: None,
    "a colleague": lambda member: MembershipFactory(organisation=member.organisation).person,
    "the manager": lambda member: AppointmentFactory(organisation=member.organisation).person,
    "the network's lead": a_lead,
    "an educator": lambda member: PersonFactory(groups=["Educators"]),
    "a clinical reviewer": lambda member: PersonFactory(groups=["Clinical reviewers"]),
    "an administrator": lambda member: PersonFactory(groups=["Administrators"]),
    "a superuser": lambda member: PersonFactory(is_staff=True, is_superuser=True),
}


def parts_of(member: Any) -> dict[str, Any]:
    """An id of the learner's for each part of an address of the site."""
    attempt, completion = member.person.attempts.get(), Completion.objects.get()
    return {
        "attempt_id": attempt.pk,
        "completion_id": completion.uuid,
        "code": completion.certificate.code,
        "module_key": attempt.module_key,
        "question_id": attempt.edition.outline.sections[0].questions[0].id,
        "number": 1,
        "organisation": member.organisation.uuid,
        "membership": member.uuid,
        "network": member.organisation.networks.get().slug,
    }


def rows_of(member: Any) -> dict[str, list[Any]]:
    """What the CMS holds of this learner, by the first word of its addresses' names."""
    attempt = member.person.attempts.get()
    return {
        "wagtailusers_users": [member.person.pk],
        "person_chooser": [member.person.pk],
        "membership": [member.pk],
        "organisation": [member.organisation.pk],
        "organisation_chooser": [member.organisation.pk],
        "network": [member.organisation.networks.get().pk],
        "requirement": [member.organisation.requirements.get().pk],
        "certificates": [Completion.objects.get().certificate.pk],
        "statements": list(Statement.objects.values_list("pk", flat=True)),
        "wagtailadmin_pages": [attempt.edition.page_id],
    }


ASKED = ("export=csv", "export=xlsx", f"q={MARK}")
"""What a listing of the CMS is asked besides: for its files, and for the marker itself."""


def everywhere(member: Any) -> Iterator[str]:
    """Every address of the site and of the CMS: with this learner's ids where it takes some, and with samples."""
    parts, rows = parts_of(member), rows_of(member)
    for address in addresses():
        if address.name == SIGNS_OUT:
            continue
        yield sample(address)
        if address.in_cms and not address.converters and not address.name.endswith("results"):
            yield from (f"{sample(address)}?{asked}" for asked in ASKED)
        elif address.in_cms and len(address.converters) == 1:
            yield from _about(address, rows.get(address.name.partition(":")[0], []))
        elif address.converters and set(address.converters) <= set(parts):
            yield reverse(address.name, kwargs={name: parts[name] for name in address.converters})


def _about(address: Address, ids: list[Any]) -> Iterator[str]:
    for found in ids:
        yield reverse(address.name, kwargs=dict.fromkeys(address.converters, found))


def gives_away(words: str) -> bool:
    return any(f"{MARK} {kind}" in words for kind in WRITTEN) or CHANGE in words


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_it_anywhere(learner: Any, who: str) -> None:
    person, client = OTHERS[who](learner), Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    assert [url for url in everywhere(learner) if gives_away(words_in(client.get(url)))] == []
    assert (SESSION_KEY in client.session) is bool(person), "They were signed out on the way, and saw little."


def test_the_learner_finds_all_of_it(learner: Any) -> None:
    """By the same eyes: were they blind to a page, a spreadsheet or a PDF, this would fail."""
    client, attempt = Client(), learner.person.attempts.get()
    client.force_login(learner.person)
    cpd = [words_in(client.get(reverse(f"reflection:{name}"))) for name in ("cpd", "cpd_csv", "cpd_pdf")]
    for kind in ("reflection", "note"):
        assert all(f"{MARK} {kind}" in words for words in cpd)
    card = [
        words_in(client.get(reverse(f"reflection:{name}", args=[attempt.pk])))
        for name in ("card", "card_pdf")
    ]
    assert all(f"{MARK} action" in words for words in card)
    assert CHANGE in card[0]
    assert f"{MARK} answer" in words_in(client.get(reverse("attempts:section", args=[attempt.pk, 1])))


def test_it_stands_in_rows_of_its_own_and_in_no_other(learner: Any) -> None:
    """Neither in the history and its statements, nor in logs, sessions or the index of a search."""
    found = {
        model._meta.label
        for model in apps.get_models()
        for row in model._base_manager.values_list()
        if MARK in str(row)
    }
    assert found == OWN_ROWS


def test_nobody_can_be_given_a_permission_to_it() -> None:
    assert not Permission.objects.filter(content_type__app_label="reflection").exists()


def test_the_mail_some_weeks_later_says_nothing_of_it(learner: Any) -> None:
    later = (timezone.now() + datetime.timedelta(days=30)).replace(hour=12)
    with time_machine.travel(later, tick=False):
        call_command("send_follow_ups")
    assert len(mail.outbox) == 1
    assert MARK not in str(mail.outbox[0].message())


def test_the_log_says_nothing_of_it(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> None:
    caplog.set_level(logging.INFO)
    request.getfixturevalue("learner")
    assert MARK not in caplog.text
