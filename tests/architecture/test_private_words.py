"""What a learner wrote for themselves is found at no address by anybody else, superusers included."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.attempts.actions import answer_in_place, finish_section
from learners.attempts.models import SelfMark
from learners.records.models import Completion, LearningEvent
from learners.reflection.models import Confidence, NextShift, Reflection
from learners.statements.models import Statement
from tests.architecture.test_authorisation_walk import _sample
from tests.architecture.urls import addresses
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


@pytest.fixture
def learner() -> Any:
    """Somebody who finished a module and left the marker in everything that is theirs to write."""
    member = MembershipFactory()
    module = ModuleFactory(sections=[section("Story", short_reason_question("own words"))])
    RequirementFactory(organisation=member.organisation, module=module)
    attempt = start_attempt(member.person, module, member.organisation)
    read = attempt.edition.outline.sections[0]
    response = answer_in_place(attempt=attempt, question=read.questions[0], answer={"text": f"{MARK} answer"})
    response.self_mark = SelfMark.PARTLY
    response.save()
    finish_section(attempt=attempt, section=read)
    sit_check(attempt)
    now = timezone.now()
    completion = Completion.objects.get()
    Reflection.objects.create(
        completion=completion, text=f"{MARK} reflection", note=f"{MARK} note", written_at=now
    )
    NextShift.objects.create(attempt=attempt, action=f"{MARK} action", is_own=True, chosen_at=now)
    Confidence.objects.create(attempt=attempt, moment="before", level=1, given_at=now)
    return member


def others(member: Any) -> list[Any]:
    network = NetworkMembershipFactory(organisation=member.organisation).network
    return [
        AppointmentFactory(organisation=member.organisation).person,
        AppointmentFactory(network_lead=True, network=network).person,
        *(PersonFactory(groups=[group]) for group in ("Educators", "Clinical reviewers", "Administrators")),
        PersonFactory(is_staff=True, is_superuser=True),
    ]


def parts_of(member: Any) -> dict[str, Any]:
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


def everywhere(member: Any) -> list[str]:
    """Every address of the site and of the CMS: with this learner's ids where it takes some, and with samples."""
    parts, found = parts_of(member), []
    for address in addresses():
        found.append(_sample(address))
        if not address.in_cms and address.converters and set(address.converters) <= set(parts):
            found.append(reverse(address.name, kwargs={name: parts[name] for name in address.converters}))
    return found


def body_of(response: Any) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return str(content.decode(errors="replace"))


def test_nobody_else_finds_it_anywhere(learner: Any) -> None:
    people, found = others(learner), []
    where = everywhere(learner)
    for person in people:
        client = Client(raise_request_exception=False)
        client.force_login(person)
        found += [f"{url} as {person}" for url in where if MARK in body_of(client.get(url))]
    assert found == []


def test_the_learner_finds_all_of_it(learner: Any) -> None:
    client = Client()
    client.force_login(learner.person)
    pages = "".join(
        body_of(client.get(url))
        for url in (
            reverse("reflection:cpd"),
            reverse("reflection:cpd_csv"),
            reverse("reflection:card", args=[learner.person.attempts.get().pk]),
            reverse("attempts:section", args=[learner.person.attempts.get().pk, 1]),
        )
    )
    for kind in ("answer", "reflection", "note", "action"):
        assert f"{MARK} {kind}" in pages


def test_neither_the_history_nor_any_statement_holds_it(learner: Any) -> None:
    assert not any(MARK in str(event.detail) for event in LearningEvent.objects.all())
    assert not any(MARK in payload for payload in Statement.objects.values_list("payload", flat=True))
