"""Certificates: issued with a completion, checked by anybody who has the code, withdrawn for a reason."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from learners.records.models import Certificate, Completion, LearningEvent, Verb
from learners.records.paper import paper_of
from learners.records.validity import Issued, Published, Validity, validity_of
from learners.records.withdrawing import withdraw
from learners.statements.models import Statement
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt
from tests.factories.modules import line, publish_again
from tests.fakes.pdf_text import text_of
from tests.modules.desk import Desk, said

DAY = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)


def day(number: int) -> datetime.datetime:
    return DAY + datetime.timedelta(days=number)


VALID, SUPERSEDED, WITHDRAWN = Validity.VALID, Validity.SUPERSEDED, Validity.WITHDRAWN
MATERIAL, MINOR = Published(3, True), Published(3, False)


@pytest.mark.parametrize(
    ("certificate", "others", "editions", "said"),
    [
        (None, [Issued(day(1))], [MATERIAL], Validity.UNKNOWN),
        (Issued(day(1)), [], [], VALID),
        (Issued(day(1)), [Issued(day(0))], [], VALID),
        (Issued(day(1)), [Issued(day(2))], [], SUPERSEDED),
        (Issued(day(1)), [Issued(day(2), withdrawn_at=day(3))], [], VALID),
        (Issued(day(1)), [Issued(day(2), withdrawn_at=day(3)), Issued(day(4))], [], SUPERSEDED),
        (Issued(day(1)), [], [Published(1, True), Published(2, True)], VALID),
        (Issued(day(1)), [], [MINOR], VALID),
        (Issued(day(1)), [], [MATERIAL], SUPERSEDED),
        (Issued(day(1)), [], [MATERIAL, Published(4, False)], SUPERSEDED),
        (Issued(day(1), withdrawn_at=day(2)), [], [], WITHDRAWN),
        (Issued(day(1), withdrawn_at=day(2)), [Issued(day(3))], [MATERIAL], WITHDRAWN),
    ],
)
def test_what_is_said_of_a_certificate_for_edition_2(certificate, others, editions, said):
    assert validity_of(certificate, edition=2, others=others, editions=editions) is said


@pytest.fixture
def nurse(db: None) -> Any:
    return MembershipFactory(person__first_name="Siân", person__last_name="*Ŵyn* #1").person


@pytest.fixture
def module(db: None) -> Any:
    return ModuleFactory(title="Ask first", outcomes=[line("Say when to look"), line("Say whether you may")])


@pytest.fixture
def certificate(nurse: Any, module: Any) -> Certificate:
    finish_attempt(nurse, module, nurse.memberships.get().organisation)
    return Certificate.objects.get()


@pytest.fixture
def ada(db: None) -> Desk:
    return Desk(PersonFactory(first_name="Ada", groups=["Administrators"]))


def checked(client: Any, code: str) -> Any:
    return client.get(reverse("verify_code", args=[code]))


def page_of(certificate: Certificate) -> str:
    return reverse("records:completion", args=[certificate.completion.uuid])


def test_it_is_issued_with_the_completion_and_the_history_says_earned(certificate):
    completion = Completion.objects.get()
    event = LearningEvent.objects.get(verb=Verb.EARNED)
    assert certificate.completion == completion
    assert certificate.issued_at == completion.completed_at == event.occurred_at
    assert event.detail == {"completion": str(completion.uuid), "score": 1.0}
    assert event.registration == completion.registration


def test_its_code_is_in_no_event_and_no_statement(certificate):
    assert certificate.code not in str(list(LearningEvent.objects.values_list("detail", flat=True)))
    assert certificate.code not in "".join(Statement.objects.values_list("payload", flat=True))
    assert Statement.objects.filter(event__verb=Verb.EARNED).count() == 1


def test_without_its_certificate_there_is_no_completion(nurse, module, monkeypatch):
    def fails(**kwargs: Any) -> None:
        raise RuntimeError("no certificate today")

    monkeypatch.setattr(Certificate.objects, "create", fails)
    with pytest.raises(RuntimeError, match="no certificate"):
        finish_attempt(nurse, module)
    assert not Completion.objects.exists()
    assert not LearningEvent.objects.filter(verb=Verb.COMPLETED).exists()


def test_each_completion_has_a_code_of_its_own(certificate, nurse, module):
    finish_attempt(nurse, module)
    codes = set(Certificate.objects.values_list("code", flat=True))
    assert len(codes) == 2
    assert all(len(code) == 16 for code in codes)


def test_the_page_shows_everything_that_is_on_the_paper(signed_in, nurse, certificate, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://learn.example.org"
    html = signed_in(nurse).get(page_of(certificate)).text
    for words in (
        "Siân *Ŵyn* #1", "Ask first", "Say when to look", "Say whether you may", "100%", "Marked by this service",
        str(nurse.memberships.get().organisation), "1, published on", certificate.spaced_code,
        f"https://learn.example.org/verify/{certificate.code}/", "has had no clinical review",
    ):  # fmt: skip
        assert words in html
    assert reverse("records:certificate_pdf", args=[certificate.completion.uuid]) in html


def test_the_pdf_says_the_same(signed_in, nurse, certificate):
    answer = signed_in(nurse).get(reverse("records:certificate_pdf", args=[certificate.completion.uuid]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert certificate.code in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    text, paper = " ".join(text_of(answer.content).split()), paper_of(certificate)
    shown = [paper.name, paper.module, *paper.outcomes, paper.code, paper.shown_address, *paper.notes]
    for words in shown + [word for fact in paper.facts for word in fact]:
        assert words in text


def test_another_learner_gets_neither_page_nor_pdf(signed_in, certificate):
    client = signed_in(MembershipFactory().person)
    for name in ("completion", "certificate_pdf"):
        assert client.get(reverse(f"records:{name}", args=[certificate.completion.uuid])).status_code == 404


def test_the_demonstration_says_that_nothing_is_approved(certificate, settings):
    assert not any("clinically approved" in note for note in paper_of(certificate).notes)
    settings.DEMO_MODE = True
    assert any("Nothing of it is clinically approved" in note for note in paper_of(certificate).notes)


def test_an_edition_that_was_reviewed_says_so(certificate):
    edition = certificate.completion.edition
    edition.reviewed_by = PersonFactory()
    edition.save()
    paper = paper_of(certificate)
    assert ("Clinical review", "Before this Edition was published") in paper.facts
    assert paper.notes == ()


def test_the_paper_never_shows_an_address_in_the_place_of_a_name(certificate, nurse):
    nurse.first_name = nurse.last_name = ""
    nurse.save()
    certificate.refresh_from_db()
    assert "@" not in paper_of(certificate).name


def test_anybody_with_the_code_sees_that_it_stands_and_what_is_on_it(client, nurse, certificate):
    answer = checked(client, certificate.code)
    assert answer.status_code == 200
    assert "Valid" in answer.text
    assert answer.context["paper"] == paper_of(certificate)
    assert nurse.email not in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "write", [str.lower, lambda code: "-".join(code), lambda code: f"  {code[:8]} {code[8:]} "]
)
def test_a_code_may_be_written_as_people_write(client, certificate, write):
    answer = client.get(reverse("verify"), {"code": write(certificate.code)})
    assert answer.status_code == 302
    assert answer.url == reverse("verify_code", args=[certificate.code])
    assert checked(client, write(certificate.code)).status_code == 200


@pytest.mark.parametrize("code", ["ABCDEFGHJKLMNPQR", "x", "0", "é", "%00", "A" * 500])
def test_a_code_of_nobody_is_unknown(client, certificate, code):
    answer = checked(client, code)
    assert answer.status_code == 404
    assert "Unknown" in answer.text
    assert answer.context["paper"] is None


def test_part_of_a_code_is_unknown(client, certificate):
    assert checked(client, certificate.code[:15]).status_code == 404


@pytest.mark.parametrize("typed", ["", "   ", "-- 0"])
def test_no_code_is_asked_for_again(client, db, typed):
    answer = client.get(reverse("verify"), {"code": typed})
    assert answer.status_code == 200
    assert "Enter the code that is on the certificate" in answer.text


def test_whoever_asks_too_often_waits(client, db):
    answers = [client.get(reverse("verify")).status_code for _ in range(62)]
    assert answers[:60] == [200] * 60
    assert answers[-1] == 429


def test_learning_it_again_supersedes_it(client, nurse, module, certificate):
    finish_attempt(nurse, module)
    assert "Superseded" in checked(client, certificate.code).text
    newer = Certificate.objects.latest("issued_at")
    assert "Valid" in checked(client, newer.code).text


def test_somebody_elses_certificate_supersedes_nothing(client, module, certificate):
    finish_attempt(PersonFactory(), module)
    assert checked(client, certificate.code).context["validity"] == Validity.VALID


@pytest.mark.parametrize(("change", "said"), [("material", Validity.SUPERSEDED), ("minor", Validity.VALID)])
def test_only_an_edition_that_teaches_otherwise_supersedes_it(
    client, signed_in, nurse, module, certificate, change, said
):
    publish_again(module, change=change)
    assert checked(client, certificate.code).context["validity"] == said
    html = signed_in(nurse).get(page_of(certificate)).text
    assert ("This certificate is superseded" in html) is (said == Validity.SUPERSEDED)


def test_an_administrator_withdraws_it_for_a_reason(client, signed_in, nurse, certificate, ada):
    answer = ada.post("certificates:withdraw", certificate.pk, because="Somebody else sat the check")
    assert "is withdrawn" in said(answer)
    certificate.refresh_from_db()
    assert certificate.withdrawn_by == ada.person
    entry = ModelLogEntry.objects.get(action="records.withdraw")
    assert (entry.user, entry.data["reason"]) == (ada.person, "Somebody else sat the check")
    assert "Somebody else sat the check" in ada.get("certificates:inspect", certificate.pk).content.decode()
    today = f"Withdrawn on {timezone.localdate():%-d %B %Y}"
    pages = [checked(client, certificate.code).text, signed_in(nurse).get(page_of(certificate)).text]
    for html in pages:
        assert today in html
        assert "Somebody else" not in html
        assert "Ada" not in html
    pdf = client.get(reverse("records:certificate_pdf", args=[certificate.completion.uuid]))
    assert today in text_of(pdf.content)


def test_withdrawing_twice_changes_nothing(certificate, ada):
    ada.post("certificates:withdraw", certificate.pk, because="First")
    assert "withdrawn before" in said(ada.post("certificates:withdraw", certificate.pk, because="Second"))
    certificate.refresh_from_db()
    assert certificate.withdrawn_because == "First"
    assert ModelLogEntry.objects.filter(action="records.withdraw").count() == 1


@pytest.mark.parametrize("because", ["", "   ", "x" * 301])
def test_it_is_not_withdrawn_without_a_reason_that_fits(certificate, ada, because):
    answer = ada.post("certificates:withdraw", certificate.pk, because=because)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    certificate.refresh_from_db()
    assert certificate.withdrawn_at is None


def test_only_administrators_withdraw(certificate):
    for group in ("Educators", "Clinical reviewers"):
        desk = Desk(PersonFactory(groups=[group]))
        assert desk.post("certificates:withdraw", certificate.pk, because="No").status_code in (302, 403)
        with pytest.raises(PermissionDenied):
            withdraw(certificate=certificate, because="No", by=desk.person)
    certificate.refresh_from_db()
    assert certificate.withdrawn_at is None


def test_administrators_find_it_by_code_and_by_person(certificate, ada, nurse):
    finish_attempt(PersonFactory(first_name="Zebedee"), ModuleFactory())
    for query in (
        certificate.code,
        certificate.spaced_code.lower(),
        certificate.code[:6],
        "siân",
        nurse.email,
    ):
        found = ada.get("certificates:index", q=query).context["object_list"]
        assert list(found) == [certificate], query
    assert ada.get("certificates:index").context["items_count"] == 2
    assert "Withdraw it" in ada.get("certificates:inspect", certificate.pk).content.decode()
    assert ada.get("certificates:withdraw", certificate.pk).status_code == 200
