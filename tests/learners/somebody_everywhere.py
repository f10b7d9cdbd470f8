"""Somebody who left something in every table that holds anything of people, by the name that nobody else has."""

import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import APIToken, Comment, CommentReply, PageSubscription
from wagtail.users.models import UserProfile

from learners.access.actions import tell
from learners.access.models import AccessEvent, Account, Webhook
from learners.attempts.models import Attempt, RecordView, Response, VideoPosition
from learners.boosters.actions import choose_boosters
from learners.bulk.models import BulkAction, BulkItem
from learners.evidence.models import Correction
from learners.organisations.models import HeldWords, Merger, MergerChange
from learners.programme.actions.culture import name_champion
from learners.programme.actions.readiness import withdraw_override
from learners.record_store.models import Document
from learners.records.models import Certificate
from learners.records.withdrawing import withdraw
from learners.reflection.actions import give_confidence, plan_next_shift, write_reflection
from learners.reflection.models import FollowUp
from learners.reminders.actions import prefer
from learners.reminders.models import Digest, Mention, Nudge
from learners.sharing.models import Agreement, StageEntry, VisibilityFile
from learners.statements.people import actor_key
from learners.surveys.models import FreeText, Invitation
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkFactory,
    NetworkMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
)
from tests.factories.boosters import answered, booster_of
from tests.factories.culture import talk_of
from tests.factories.dashboards import SavedViewFactory
from tests.factories.evidence import RecognitionFactory, award, brought_in, keeper_of
from tests.factories.joining import JoinCodeFactory, JoiningFactory
from tests.factories.modules import section
from tests.factories.organisations import days_ago
from tests.factories.privacy import ErasureRequestFactory, LegalHoldFactory, LookFactory, logged, session_of
from tests.factories.questions import short_reason_question
from tests.factories.readiness import milestone_in, overridden
from tests.factories.reports import SendingFactory
from tests.factories.rosters import applied, line, previewed
from tests.factories.standings import AssignmentFactory, ExemptionFactory, KeptStandingFactory
from tests.factories.surveys import survey_in

FIRST, LAST = "Zorba", "Quillfeather"
NAME = f"{FIRST} {LAST}"
EMAIL, SECOND_EMAIL = "zorba.quillfeather@mail.example", "zq@home.example"
PROFESSIONAL, STAFF, POST = "55K1234E", "EMP778899", "ASG778899"
OWN = "only zorba wrote this"
WORDS = (
    FIRST,
    LAST,
    EMAIL,
    SECOND_EMAIL,
    PROFESSIONAL,
    STAFF,
    POST,
    OWN,
    "zorbas-face",
    "Ward clerk and magician",
)


def somebody(*, groups: list[str] | None = None) -> Any:
    """They left yesterday. Everything below is theirs, or somebody else's words about them."""
    person = PersonFactory(
        first_name=FIRST,
        last_name=LAST,
        email=EMAIL,
        professional_number=PROFESSIONAL,
        groups=groups or [],
        last_login=timezone.now(),
    )
    hat = _work(person)
    _sign_in(person)
    _learn(person, hat.organisation)
    _asked(person, hat)
    _staff_lists(person, hat)
    _cms(person, hat)
    _privacy(person, hat)
    _reminders(person, hat)
    _boosters(person)
    _bulk(person, hat)
    _access(person, hat)
    _evidence(person, hat)
    _programme(person, hat)
    _surveys(person)
    SavedViewFactory(person=person, organisation=hat.organisation, name=f"{NAME}'s view")
    return person


def _work(person: Any) -> Any:
    told = {
        "employee_number": STAFF,
        "manager_email": "boss@mail.example",
        "job_title": "Ward clerk and magician",
    }
    hat = MembershipFactory(person=person, left=True, assignment_number=POST, **told)
    MembershipFactory(
        person=person, organisation=hat.organisation, left=True, assignment_number=f"{POST}-2", **told
    )
    AppointmentFactory(person=person, organisation=hat.organisation, over=True)
    MembershipFactory(organisation=hat.organisation, manager_email=EMAIL.upper())
    other = OrganisationFactory()
    merger = Merger.objects.create(
        predecessor=hat.organisation,
        successor=other,
        on=days_ago(1),
        planned_by=person,
        planned_at=timezone.now(),
    )
    row = {"person_id": person.pk, "employee_number": STAFF, "assignment_number": POST}
    MergerChange.objects.create(merger=merger, kind="membership", row=hat.pk, before=row, after=row)
    MergerChange.objects.create(merger=merger, kind="membership", row=0, before=row, after=None)
    SendingFactory(schedule__owner=person, schedule__organisation=hat.organisation)
    HeldWords.objects.create(person=person, page="/learning/", words={"text": OWN}, held_at=timezone.now())
    JoiningFactory(membership=hat, code__organisation=hat.organisation, code__note=f"For {NAME}")
    JoinCodeFactory(made_by=person, note=f"{NAME} put this up")
    return hat


def _sign_in(person: Any) -> None:
    EmailAddress.objects.create(user=person, email=EMAIL, primary=True, verified=True)
    EmailAddress.objects.create(user=person, email=SECOND_EMAIL, verified=True)
    Authenticator.objects.create(user=person, type="totp", data={"secret": "zorba"})
    claims = {"userinfo": {"name": NAME, "email": EMAIL}}
    SocialAccount.objects.create(user=person, provider="https://id.example", uid="zorba-1", extra_data=claims)
    session_of(person, words=OWN)
    session_of(PersonFactory(), pending={"identity": {"email": EMAIL.upper(), "name": NAME}})


def _learn(person: Any, organisation: Any) -> None:
    module = ModuleFactory(sections=[section("Habits", short_reason_question("in place"))])
    RequirementFactory(organisation=organisation, module=module)
    attempt = finish_attempt(person, module, organisation)
    Response.objects.filter(attempt=attempt, answer__has_key="text").update(
        answer={"text": OWN}, self_mark="mostly"
    )
    assert Response.objects.filter(answer={"text": OWN}).exists()
    now = timezone.now()
    VideoPosition.objects.create(attempt=attempt, block_id="film", seconds=9, updated_at=now)
    RecordView.objects.create(attempt=attempt, record_key=attempt.pk, section="plans", seen_at=now)
    give_confidence(attempt=attempt, moment="after", level=5)
    planned = plan_next_shift(attempt=attempt, action=OWN, is_own=True, wants_follow_up=True)
    FollowUp.objects.create(next_shift=planned, sent_at=now)
    completion = person.completions.get()
    write_reflection(completion=completion, text=OWN, note=OWN, seen="")
    root = PersonFactory(administrator=True)
    withdraw(certificate=Certificate.objects.get(), because=f"{NAME} asked us to", by=root)


def _asked(person: Any, hat: Any) -> None:
    module, here = ModuleFactory(), hat.organisation
    AssignmentFactory(person=person, organisation=here, module=module, assigned_by=PersonFactory())
    ExemptionFactory(person=person, organisation=here, reason=f"{NAME} is on the way out")
    KeptStandingFactory(membership=hat, module=module, to_on=days_ago(1))


def _staff_lists(person: Any, hat: Any) -> None:
    said = {"first_name": FIRST, "last_name": LAST, "work_email": EMAIL, "employee_number": STAFF}
    said |= {"assignment_number": POST, "start_date": hat.starts_on, "leaving_date": hat.ends_on}
    other = line(
        3, employee_number="901", first_name="Bea", last_name="Bright", work_email="bea@mail.example"
    )
    applied(hat.organisation, line(2, **said), other)
    previewed(hat.organisation, line(2, **said, prn=PROFESSIONAL), other)


def _cms(person: Any, hat: Any) -> None:
    boss, page = PersonFactory(administrator=True), Attempt.objects.get(person=person).edition.page
    for row in (person, hat, person.appointments.get()):
        logged(row, boss, note=f"As {NAME} ({EMAIL}) asked")
    gone = MembershipFactory(person=person, organisation=hat.organisation, starts_on=days_ago(300), left=True)
    logged(gone, boss)
    gone.delete()
    logged(page, person, comment=f"Says {NAME}")
    logged(hat.organisation, boss, note=f"{LAST}, {FIRST}: {STAFF}")
    comment = Comment.objects.create(page=page, user=person, text=f"{NAME} thinks so", contentpath="title")
    CommentReply.objects.create(comment=comment, user=boss, text=f"Dear {NAME.upper()}, no")
    profile = UserProfile.objects.create(user=person)
    profile.avatar.save("zorbas-face.png", ContentFile(b"face"))
    kind = ContentType.objects.get_for_model(person)
    half = {"content_type": kind, "data": f"first_name={FIRST}", "last_updated_at": timezone.now()}
    FormState.objects.create(user=person, object_id="", **half)
    FormState.objects.create(user=boss, object_id=str(person.pk), **half)
    APIToken.objects.create(user=person, name=f"{FIRST}'s", key_hash="x", prefix="x")
    PageSubscription.objects.create(user=person, page=page, comment_notifications=True)
    type(page).objects.filter(pk=page.pk).update(locked=True, locked_by=person, owner=person)


def _privacy(person: Any, hat: Any) -> None:
    earlier = timezone.now() - datetime.timedelta(days=20)
    LookFactory(organisation=hat.organisation, person=person, at=earlier)
    LookFactory(organisation=hat.organisation, by=person)
    ErasureRequestFactory(person=person, refused=True, reason=f"{NAME} is needed")
    held = LegalHoldFactory(person=person, lifted=True, reason=f"The coroner asks for {NAME}")
    log(instance=held, action="privacy.lift_hold", user=None)


def _reminders(person: Any, hat: Any) -> None:
    today, boss = timezone.localdate(), PersonFactory()
    prefer(person=person, own=False, weekly=True)
    digest = Digest.objects.create(person=person, day=today, plan=hat.uuid, state="sent")
    module = {"module_key": hat.uuid, "due": today, "occasion": "due_day"}
    Mention.objects.create(digest=digest, organisation=hat.organisation, **module)
    told = {"asked_at": timezone.now(), "batch": hat.uuid, "note": f"{NAME} forgot"}
    Nudge.objects.create(organisation=hat.organisation, person=person, asked_by=boss, **told)
    Nudge.objects.create(organisation=hat.organisation, person=boss, asked_by=person, **told)


def _access(person: Any, hat: Any) -> None:
    here, now = hat.organisation, timezone.now()
    made = {"made_by": person, "made_at": now}
    Webhook.objects.create(organisation=here, address="https://hooks.example.org/", sealed_secret="x", **made)
    account, _ = Account.objects.get_or_create(organisation=here, person=person)
    told = {"kind": "granted", "state": "granted", "at": now, "batch": hat.uuid}
    tell([AccessEvent(account=account, by=person, **told)], here)


def _boosters(person: Any) -> None:
    choose_boosters(person=person, wants=True)
    answered(booster_of(person.completions.get()))


def _bulk(person: Any, hat: Any) -> None:
    excused = BulkAction.objects.create(
        organisation=hat.organisation, kind="exempt", reason=f"{NAME} is leaving", made_by=PersonFactory()
    )
    BulkItem.objects.create(action=excused, person=person, outcome="done", made=1)
    BulkAction.objects.create(
        organisation=hat.organisation, kind="remind", made_by=person, undone_by=person, state="undone"
    )


def _programme(person: Any, hat: Any) -> None:
    keeper = keeper_of(hat.organisation)
    name_champion(membership=hat, area="Nights", on=days_ago(10), by=keeper)
    talk_of(hat, by=keeper, note=f"{NAME} asked the best question")
    agreement = Agreement.objects.create(
        network=NetworkFactory(), title="Sharing", version="1", owner="Information governance lead"
    )
    StageEntry.objects.create(agreement=agreement, stage="scoping", entered_on=days_ago(9), by=person)
    milestone = milestone_in(NetworkMembershipFactory(organisation=hat.organisation).network)
    overridden(milestone, by=keeper, decided_by=f"Programme director, {NAME}", reason=f"{NAME} says so")
    withdraw_override(override=milestone.overrides.get(), reason="Not so", by=person)
    VisibilityFile.objects.create(
        organisation=hat.organisation, file_name=f"{LAST}.csv", made_by=person, made_at=timezone.now(),
        applied_by=person, applied_at=timezone.now(), undone_by=person, state="undone",
    )  # fmt: skip
    Document.objects.create(
        key=hat.uuid, drawer=hat.uuid, resource="state", name="bookmark", agent=actor_key(person),
        content=OWN.encode(), content_type="text/plain", etag="x", updated_at=timezone.now(),
    )  # fmt: skip


def _surveys(person: Any) -> None:
    wave = survey_in(NetworkFactory())
    Invitation.objects.create(wave=wave, person=person)
    FreeText.objects.create(wave=wave, words=f"{NAME} never has time")


def _evidence(person: Any, hat: Any) -> None:
    """They left, so what is in their record was put there before."""
    here, keeper = hat.organisation, keeper_of(hat.organisation)
    event = person.learning_events.first()
    Correction.objects.create(
        event=event, organisation=here, reason=f"{NAME} said so", by=keeper, at=timezone.now()
    )
    told = {"course__organisation": here, "person": person, "note": f"Ask {NAME}"}
    RecognitionFactory(state="refused", refused_because=f"{LAST} was not there", **told)
    brought_in(here, award(STAFF, "Fire"), award("901", "Fire"), by=keeper)
