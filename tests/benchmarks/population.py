"""What the requests meet: the demonstration's first module, and people half-way through it."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django.utils.crypto import get_random_string

from learners.attempts.models import Attempt, Response, SectionRead
from learners.people.models import User
from learners.record_store.credentials import digest_of
from learners.record_store.models import Client, Token
from modules.models import Edition, ModulePage
from modules.outline import Section
from modules.questions.registry import is_question
from tests.factories import ModuleFactory, OrganisationFactory, PersonFactory
from training.demo.content.m1_right_information import MODULE as M1
from training.demo.publishing import publish_module


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody signed in who has come to the section, and has answered nothing in it."""

    session: str
    attempt: uuid.UUID


@dataclass(frozen=True, slots=True)
class Content:
    """The module, the number of the section that is measured, and the same section as a page of its own."""

    edition: Edition
    number: int
    plain: ModulePage

    @property
    def section(self) -> Section:
        """The section that is measured."""
        return self.edition.outline.sections[self.number - 1]


def publish() -> Content:
    """Publish the module. The plain page holds no more than the section: the less it loads, the stricter we are."""
    module = publish_module(M1, by=PersonFactory())
    number, section = next(filter(_is_typical, enumerate(module.sections.raw_data, start=1)))
    plain = ModuleFactory(title=section["value"]["title"], sections=[section], check_questions=[], draft=True)
    ModulePage.objects.filter(pk=plain.pk).update(live=True)
    edition = module.editions.newest()
    assert edition is not None
    return Content(edition, number, plain)


def _is_typical(section: tuple[int, Any]) -> bool:
    """Whether a section has something to read and questions."""
    kinds = {block["type"] for block in section[1]["value"]["content"]}
    return "text" in kinds and any(map(is_question, kinds))


def bring_to_section(content: Content, count: int) -> list[Learner]:
    """So many people, each signed in, with an attempt that has come to the section. Written in bulk, for speed."""
    now, organisation, first = timezone.now(), OrganisationFactory(), User.objects.count()
    people = User.objects.bulk_create(
        User(
            first_name="Bench",
            last_name=f"Example {n}",
            email=f"bench{n}@example.org",
            password=make_password(None),
        )
        for n in range(first, first + count)
    )
    attempts = Attempt.objects.bulk_create(
        Attempt(
            person=person,
            organisation=organisation,
            edition=content.edition,
            module_key=content.edition.module_key,
            started_at=now,
            last_active_at=now,
        )
        for person in people
    )
    _go_through(attempts, content.edition.outline.sections[: content.number - 1], now)
    sessions = Session.objects.bulk_create(_session(person, now) for person in people)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return [Learner(session.pk, attempt.pk) for session, attempt in zip(sessions, attempts, strict=True)]


def _go_through(attempts: Sequence[Attempt], sections: Sequence[Section], now: datetime.datetime) -> None:
    """Note that these sections were read, and their questions answered."""
    SectionRead.objects.bulk_create(
        SectionRead(attempt=attempt, section_id=section.id, read_at=now)
        for attempt in attempts
        for section in sections
    )
    Response.objects.bulk_create(
        Response(attempt=attempt, question_id=question.id, answer={}, points=0, available=1, answered_at=now)
        for attempt in attempts
        for section in sections
        for question in section.questions
    )


def session_of(person: Any) -> str:
    """Sign somebody in. The key of the session."""
    session = _session(person, timezone.now())
    session.save()
    return session.pk


def _session(person: Any, now: datetime.datetime) -> Session:
    """A sign-in, as allauth and learners.people.signals leave it."""
    data = {
        SESSION_KEY: str(person.pk),
        BACKEND_SESSION_KEY: "learners.people.backends.PersonBackend",
        HASH_SESSION_KEY: person.get_session_auth_hash(),
        "learning_session": str(uuid.uuid4()),
    }
    return Session(
        session_key=get_random_string(32),
        session_data=SessionStore().encode(data),
        expire_date=now + datetime.timedelta(hours=10),
    )


def record_store_client(**given: Any) -> dict[str, str]:
    """A tool that may read and write statements, as often as it likes. The headers of its requests."""
    secret = get_random_string(32)
    client = Client.objects.create(name="Benchmark", requests_a_minute=2**31 - 1, **{"reads": "all"} | given)
    Token.objects.create(client=client, digest=digest_of(secret), hint=secret[:8])
    return {
        "Authorization": f"Bearer {secret}",
        "X-Experience-API-Version": "2.0.0",
        "Content-Type": "application/json",
        "Accept": "application/json",
    }
