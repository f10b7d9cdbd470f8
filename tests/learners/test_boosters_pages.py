"""Three questions behind a link, without signing in; one's own choice; and nothing of it for anybody else."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.boosters.links import token_of
from learners.boosters.models import Booster, BoosterAnswer, BoosterChoice
from learners.boosters.planning import askable, drawn
from learners.records.models import Completion, LearningEvent
from learners.requirements.models import KeptStanding
from learners.statements.models import Statement
from modules.outline import Outline
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt, start_attempt
from tests.factories.boosters import answered, booster_of, wants_boosters
from tests.factories.modules import one_question, pool, section
from tests.factories.questions import short_reason_question

pytestmark = pytest.mark.django_db

SURE_CHECK = [one_question(f"q{number}", prompt=f"Question {number}?") for number in range(5)]


def link(booster: Booster, end: str = "") -> str:
    return f"/boosters/{token_of(booster)}/{end}"


def name_of(booster: Booster, number: int) -> str:
    return f"{booster.question_ids[number - 1]}-chosen"


def answer(client: Client, booster: Booster, number: int, chosen: str) -> Any:
    return client.post(link(booster, f"{number}/"), {name_of(booster, number): chosen}, follow=True)


@pytest.fixture
def booster() -> Booster:
    module = ModuleFactory(title="Before you ring", check_questions=SURE_CHECK)
    return booster_of(wants_boosters(module=module))


def test_three_questions_one_by_one_each_with_its_feedback(booster: Booster) -> None:
    client = Client()
    page = client.get(link(booster), follow=True)
    assert page.redirect_chain[-1][0] == link(booster, "1/")
    assert "Question 0?" in page.text
    told = answer(client, booster, 1, "right")
    assert "Right" in told.text
    assert "Because it is." in told.text
    assert "Read again" not in told.text
    told = answer(client, booster, 2, "wrong")
    assert "Not right" in told.text
    assert "About wrong." in told.text
    assert "The right answer" in told.text
    section_url = reverse("attempts:section", args=[booster.completion.registration, 2])
    assert section_url in told.text, "The section that asks about the same."
    answer(client, booster, 3, "right")
    page = client.get(link(booster))
    assert "2 of 3 right" in page.text
    booster.refresh_from_db()
    assert booster.finished_at


def test_whoever_signs_in_finds_the_section_to_read_again(booster: Booster, signed_in: Any) -> None:
    told = answer(Client(), booster, 1, "wrong")
    url = reverse("attempts:section", args=[booster.completion.registration, 2])
    assert url in told.text
    assert "Where to look" in signed_in(booster.completion.person).get(url).text


def test_the_first_answer_stands_however_often_it_is_sent(booster: Booster) -> None:
    client = Client()
    for chosen in ("wrong", "wrong", "right"):
        assert "Not right" in answer(client, booster, 1, chosen).text
    assert BoosterAnswer.objects.get().answer == {"chosen": "wrong"}


def test_an_empty_or_wrong_answer_is_told(booster: Booster) -> None:
    for chosen in ("", "nonsense"):
        page = answer(Client(), booster, 1, chosen)
        assert "There is a problem" in page.text
    assert not BoosterAnswer.objects.exists()


def test_it_names_nobody_and_is_neither_stored_nor_found(booster: Booster) -> None:
    answered(booster, right=False, only=1)
    person = booster.completion.person
    for end in ("1/", "2/", "stop/"):
        page = Client().get(link(booster, end))
        for private in (
            person.first_name,
            person.last_name,
            person.email,
            booster.completion.organisation.name,
        ):
            assert private not in page.text
        assert page["X-Robots-Tag"] == "noindex"
        assert "no-store" in page["Cache-Control"]


def test_links_that_are_none_are_not_found(booster: Booster) -> None:
    waiting = booster_of(wants_boosters(), sent_at=None)
    other = booster.token_hash
    for token in (token_of(waiting), other, str(booster.uuid), "nothing", "x" * 500, f"{other}>."):
        for end in ("", "1/", "stop/"):
            page = Client().get(f"/boosters/{token}/{end}")
            assert page.status_code == 404
            assert "Open it from the e-mail again" in page.text
            assert page["X-Robots-Tag"] == "noindex"
    for number in (0, 4):
        assert Client().get(link(booster, f"{number}/")).status_code == 404


@pytest.mark.parametrize("days", [0, 59, 60])
def test_it_is_open_for_60_days_and_then_closed_without_reproach(booster: Booster, days: int) -> None:
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days, minutes=1), tick=False):
        page = answer(Client(), booster, 1, "right")
    assert ("These questions are closed" in page.text) is (days == 60)
    assert BoosterAnswer.objects.exists() is (days < 60)
    assert "overdue" not in page.text.lower()


def test_it_is_closed_when_the_module_is_taken_back(booster: Booster) -> None:
    booster.edition.page.unpublish()
    assert "These questions are closed" in answer(Client(), booster, 1, "right").text
    assert not BoosterAnswer.objects.exists()


def test_a_button_stops_them_and_opening_the_link_does_not(booster: Booster) -> None:
    stop = link(booster, "stop/")
    assert "Stop boosters" in Client().get(stop).text
    assert BoosterChoice.objects.get().wants
    strict = Client(enforce_csrf_checks=True)  # a mail program's one click
    assert "You get no more boosters" in strict.post(stop, {"List-Unsubscribe": "One-Click"}).text
    assert not BoosterChoice.objects.get().wants


def test_they_are_offered_once_a_module_is_done_and_taken_with_one_button(signed_in: Any) -> None:
    member = MembershipFactory()
    client = signed_in(member.person)
    attempt = finish_attempt(member.person, ModuleFactory(), member.organisation)
    result = reverse("attempts:result", args=[attempt.pk])
    assert "Three questions in a week?" in client.get(result).text
    for _ in range(2):
        client.post(reverse("boosters:preferences"), {"wants": "on"})
    assert BoosterChoice.objects.get(person=member.person).wants
    assert "Three questions in a week?" not in client.get(result).text


def test_somebody_chooses_for_themselves_and_sees_their_own(signed_in: Any, booster: Booster) -> None:
    answered(booster, only=2)
    client, url = signed_in(booster.completion.person), reverse("boosters:preferences")
    assert "2 of 2 right" in client.get(url).text
    client.post(url, {})
    assert not BoosterChoice.objects.get().wants
    assert url in client.get(reverse("people:account")).text
    stranger = signed_in(PersonFactory()).get(url).text
    assert "Before you ring" not in stranger
    assert "None yet" in stranger


def test_the_list_of_ones_own_takes_as_many_queries_for_many(
    signed_in: Any, booster: Booster, django_assert_max_num_queries: Any
) -> None:
    client, url = signed_in(booster.completion.person), reverse("boosters:preferences")
    client.get(url)
    for _ in range(8):
        answered(booster_of(booster.completion))
    with django_assert_max_num_queries(12):
        client.get(url)


def test_it_counts_for_nothing(booster: Booster) -> None:
    def everything() -> list[int]:
        return [model.objects.count() for model in (LearningEvent, Completion, Statement, KeptStanding)]

    before = everything()
    answered(booster, right=False)
    assert everything() == before


def outline(*check: Any, sections: Any = None) -> Outline:
    module = ModuleFactory(check_questions=list(check), **({"sections": sections} if sections else {}))
    return module.editions.newest().outline


def test_questions_that_the_check_did_not_draw_come_first() -> None:
    questions = [one_question(f"p{number}", prompt=f"P{number}?") for number in range(6)]
    member = MembershipFactory()
    module = ModuleFactory(check_questions=[pool("pool", 3, *questions)])
    attempt = finish_attempt(member.person, module, member.organisation)
    found = drawn(Completion.objects.get())
    assert found
    assert not set(found[1]) & set(attempt.sittings.get().question_ids)


def test_only_what_can_be_marked_and_where_the_check_is_short_what_sections_ask() -> None:
    whole = outline(*SURE_CHECK, short_reason_question("own words"))
    assert len(askable(whole)) == 5
    short = outline(
        SURE_CHECK[0], sections=[section("Story", SURE_CHECK[1]), section("Habits", SURE_CHECK[2])]
    )
    assert len(askable(short)) == 3


def test_a_module_that_asks_nothing_offers_none(signed_in: Any) -> None:
    member = MembershipFactory()
    attempt = start_attempt(member.person, ModuleFactory(), member.organisation)
    assert (
        "Three questions in a week?"
        not in signed_in(member.person).get(reverse("attempts:section", args=[attempt.pk, 1])).text
    )
