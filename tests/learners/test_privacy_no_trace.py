"""After somebody is anonymised, no table knows who it was; and what was counted is counted as before."""

import datetime
import json
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from learners.people.models import User
from learners.privacy.actions.anonymising import anonymise
from learners.records.models import Certificate, Completion, LearningEvent
from learners.records.paper import paper_of
from learners.requirements.keeping import catch_up
from learners.requirements.models import KeptStanding
from learners.rosters.models import RosterImport
from learners.rosters.packing import unpack, unpack_plan
from learners.statements.models import Statement
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    NetworkMembershipFactory,
    PersonFactory,
    finish_attempt,
)
from tests.factories.privacy import logged, session_of
from tests.learners.somebody_everywhere import EMAIL, NAME, OWN, STAFF, WORDS, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(settings: Any, tmp_path: Any) -> Any:
    settings.MEDIA_ROOT = tmp_path
    return somebody(groups=["Educators"])


def rows() -> dict[str, list[str]]:
    """Every row of every table as text, whether a model knows it or not, with what is packed or signed opened."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(str, cursor.fetchall()))
    found["django_session"] = sorted(str(each.get_decoded()) for each in Session.objects.all())
    for one in RosterImport.objects.order_by("pk"):
        packed = [json.dumps(unpack(each), ensure_ascii=False) for each in (one.plan, one.lines) if each]
        found["rosters_rosterimport"] += [*packed, one.file_name]
    return found


def traces() -> set[str]:
    return {
        f"{label}: {word}"
        for label, texts in rows().items()
        for word in WORDS
        if any(word.casefold() in text.casefold() for text in texts)
    }


def end(person: Any) -> None:
    assert anonymise(person=person, by=None, reason=f"{NAME} asked for it")


def test_before_there_are_traces_everywhere(person: Any) -> None:
    """Were the search blind to a table, the next test would prove nothing."""
    tables = {trace.partition(":")[0] for trace in traces()}
    assert {
        "people_user", "account_emailaddress", "socialaccount_socialaccount", "mfa_authenticator",
        "django_session", "organisations_membership", "organisations_mergerchange", "organisations_heldwords",
        "joining_joincode", "rosters_rosterimport", "rosters_rosterchange", "attempts_response",
        "reflection_reflection", "reflection_nextshift", "records_certificate", "privacy_erasurerequest",
        "privacy_legalhold", "wagtailcore_modellogentry", "wagtailcore_pagelogentry", "wagtailcore_comment",
        "wagtailcore_commentreply", "wagtailcore_apitoken", "wagtailadmin_formstate", "wagtailusers_userprofile",
    } <= tables  # fmt: skip


def test_afterwards_there_is_none(
    person: Any, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert list(settings.MEDIA_ROOT.rglob("*zorbas-face*"))
    with django_capture_on_commit_callbacks(execute=True):
        end(person)
    assert traces() == set()
    assert not list(settings.MEDIA_ROOT.rglob("*zorbas-face*"))


def test_history_completions_and_statements_stay_to_the_byte(person: Any) -> None:
    def history() -> list[list[Any]]:
        models = (LearningEvent, Completion, Statement)
        return [list(model.objects.order_by("pk").values_list()) for model in models]

    before = history()
    assert all(before)
    end(person)
    assert history() == before


def figures(organisation: Any) -> list[Any]:
    """How many stand where, today and on the person's last day."""
    catch_up(organisation.pk, at_most=None)
    days = (timezone.localdate() - datetime.timedelta(days=back) for back in (0, 1))
    rows = KeptStanding.objects.filter(organisation=organisation)
    return [sorted(rows.as_at(on).values_list("module_key", "state", "due", "person")) for on in days]


@pytest.fixture
def lead(person: Any) -> Any:
    """The lead of a network in which the organisation sits, with colleagues enough for figures to be shown."""
    organisation = person.memberships.first().organisation
    colleagues = [MembershipFactory(organisation=organisation).person for _ in range(17)]
    for colleague in colleagues[:12]:
        finish_attempt(colleague, organisation.requirements.get().modules.get(), organisation)
    network = NetworkMembershipFactory(organisation=organisation).network
    return AppointmentFactory(network_lead=True, network=network)


def test_figures_of_organisation_and_network_stay_in_the_past_and_today(
    client: Any, person: Any, lead: Any
) -> None:
    def network_page() -> str:
        page = client.get(reverse("dashboards:network", args=[lead.network.slug])).text
        return str(page.split("<main")[1].split("</main")[0])

    organisation = person.memberships.first().organisation
    client.force_login(lead.person)
    before = figures(organisation), network_page()
    assert "12 of 19" in before[1]
    end(person)
    assert (figures(organisation), network_page()) == before


def test_who_is_left_is_nobody(person: Any) -> None:
    end(person)
    left = User.objects.get(pk=person.pk)
    assert str(left) == left.get_full_name() == "Anonymised person"
    assert (left.email, left.professional_number, left.last_login) == ("", "", None)
    assert [left.is_active, left.is_staff, left.is_superuser, left.has_usable_password()] == [False] * 4
    assert left.anonymised_at
    assert left.actor_id == person.actor_id
    assert not left.groups.exists()


def test_a_certificate_can_still_be_checked_and_names_nobody(person: Any, client: Any) -> None:
    end(person)
    certificate = Certificate.objects.complete().get(completion__person=person)
    assert paper_of(certificate).name == "Anonymised person"
    page = client.get(reverse("verify_code", args=[certificate.code])).text
    assert "Anonymised person" in page


def test_open_sessions_end(person: Any, client: Any) -> None:
    client.force_login(person)
    assert client.get(reverse("home:my_learning")).status_code == 200
    end(person)
    assert client.get(reverse("home:my_learning")).status_code == 302


def test_the_log_says_that_it_was_done_and_why_without_the_name(person: Any) -> None:
    end(person)
    entry = ModelLogEntry.objects.get(action="privacy.anonymise")
    assert entry.label == "Anonymised person"
    assert entry.data == {"reason": "Anonymised person asked for it"}
    assert entry.object_id == str(person.pk)


def test_a_page_that_they_had_locked_is_free(person: Any) -> None:
    end(person)
    assert not Page.objects.filter(locked=True).exists()


def test_a_second_time_changes_nothing(person: Any) -> None:
    end(person)
    before = rows()
    assert anonymise(person=person, by=None, reason="Again") is False
    assert rows() == before


def test_others_keep_all_of_theirs(person: Any) -> None:
    namesake = PersonFactory(first_name="Zorba", last_name="Quillfeather", email="other@mail.example")
    hat = MembershipFactory(person=namesake, employee_number="EMP1", manager_email="boss@mail.example")
    attempt = finish_attempt(namesake, person.attempts.get().edition.page.specific, hat.organisation)
    attempt.responses.filter(answer__has_key="text").update(answer={"text": OWN})
    logged(hat)
    session = session_of(namesake)
    end(person)
    namesake.refresh_from_db()
    hat.refresh_from_db()
    assert (str(namesake), namesake.email) == (NAME, "other@mail.example")
    assert (hat.employee_number, hat.manager_email) == ("EMP1", "boss@mail.example")
    assert attempt.responses.filter(answer={"text": OWN}).exists()
    assert Session.objects.filter(pk=session).exists()
    assert ModelLogEntry.objects.filter(label__startswith=NAME, object_id=str(hat.pk)).exists()


def test_two_posts_from_one_day_stay_two(person: Any) -> None:
    end(person)
    numbers = set(person.memberships.values_list("assignment_number", flat=True))
    assert len(numbers) == person.memberships.count() == 2


def test_reports_of_staff_lists_keep_their_numbers(person: Any) -> None:
    def counted() -> list[Any]:
        return [(one.counts, len(unpack_plan(one.plan).rows)) for one in RosterImport.objects.order_by("pk")]

    before = counted()
    end(person)
    assert counted() == before
    names = {row.name for one in RosterImport.objects.all() for row in unpack_plan(one.plan).rows}
    assert "Bea Bright" in names


def test_all_of_it_or_nothing(person: Any, monkeypatch: Any) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("The last step fails.")

    before = rows()
    monkeypatch.setattr("learners.privacy.actions.anonymising.log", fail)
    with pytest.raises(RuntimeError):
        end(person)
    assert rows() == before
    assert EMAIL in str(before)
    assert STAFF in str(before)
