"""A learner walks a scenario: the first path counts, every step is kept, and nothing is lost."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from learners.attempts.actions import finish_section
from learners.attempts.journal import NotNow
from learners.attempts.models import ScenarioRun, ScenarioStep
from learners.attempts.scenario_actions import begin, choose, go_back
from learners.attempts.scenario_walking import Replay, replay, starts_for
from learners.records.models import LearningEvent, Verb
from learners.statements.models import Statement
from modules.models import Role
from tests.factories import MembershipFactory, ModuleFactory, start_attempt
from tests.factories.modules import section
from tests.factories.scenarios import scenario_for
from tests.fakes import statement_rules

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(signed_in: Any) -> Any:
    member = MembershipFactory()
    signed_in(member.person)
    raw = scenario_for(Role.objects.get(slug="care-worker").pk)
    module = ModuleFactory(sections=[section("Calls", raw), section("After")])
    return start_attempt(member.person, module, member.organisation)


@pytest.fixture
def calls(attempt: Any) -> Any:
    return attempt.edition.outline.sections[0].scenarios[0]


def walk(attempt: Any, scenario: Any, *choices: str, start: str = "first") -> ScenarioRun:
    begin(attempt=attempt, scenario=scenario, start=start)
    for slug in choices:
        run = ScenarioRun.objects.get()
        node = scenario.node(run.cursor)
        choose(attempt=attempt, scenario=scenario, node=node, choice=node.choice(slug))
    return ScenarioRun.objects.get()


def replayed(scenario: Any, run: ScenarioRun) -> Replay:
    return replay(scenario, run, list(run.steps.all()))


def test_the_best_way_ends_well_and_every_choice_is_an_event_with_its_statement(
    attempt: Any, calls: Any
) -> None:
    run = walk(attempt, calls, "look", "tell")
    assert (run.ending, run.cursor) == ("well", "well")
    events = LearningEvent.objects.filter(verb=Verb.SELECTED)
    assert [event.detail["choice"] for event in events.order_by("occurred_at")] == ["look", "tell"]
    payload = Statement.objects.get(event=events.first()).payload
    statement_rules.statement(sent := json.loads(payload))
    assert sent["verb"]["id"] == "http://id.tincanapi.com/verb/selected"
    definition, result = sent["object"]["definition"], sent["result"]
    assert [one["id"] for one in definition["choices"]] == ["look", "guess"]
    assert "correctResponsesPattern" not in definition
    assert (result["response"], "success" in result, "score" in result) == ("look", False, False)
    assert sent["context"]["contextActivities"]["parent"][0]["id"].endswith(f"/scenario/{calls.id}")
    assert "What comes of" not in payload


def test_the_first_choice_at_each_situation_counts_and_later_ones_do_not(attempt: Any, calls: Any) -> None:
    walk(attempt, calls, "guess")
    go_back(attempt=attempt, scenario=calls, node=calls.node("first"))
    walk(attempt, calls, "look", "tell")
    steps = ScenarioStep.objects.values_list("choice", "counts")
    assert list(steps) == [("guess", True), ("look", False), ("tell", True)]
    shown = replayed(calls, ScenarioRun.objects.get())
    assert [(w.choice.id, w.went_back) for w in shown.taken] == [
        ("guess", True),
        ("look", False),
        ("tell", False),
    ]
    assert [walked.choice.id for walked in shown.best] == ["look", "tell"]
    assert ("At the right time", 0, 1) in shown.dimensions


def test_after_an_ending_another_way_changes_nothing_that_counts(attempt: Any, calls: Any) -> None:
    walk(attempt, calls, "guess", "hide")
    go_back(attempt=attempt, scenario=calls, node=calls.node("first"))
    run = walk(attempt, calls, "look", "tell")
    assert run.ending == "badly"
    assert list(ScenarioStep.objects.filter(counts=True).values_list("choice", flat=True)) == [
        "guess",
        "hide",
    ]
    assert [walked.choice.id for walked in replayed(calls, run).taken] == ["guess", "hide"]


def test_a_double_click_counts_once_and_an_old_tab_is_told(attempt: Any, calls: Any) -> None:
    walk(attempt, calls, "look")
    first = calls.node("first")
    choose(attempt=attempt, scenario=calls, node=first, choice=first.choice("look"))
    assert ScenarioStep.objects.count() == 1
    with pytest.raises(NotNow):
        choose(attempt=attempt, scenario=calls, node=first, choice=first.choice("guess"))
    with pytest.raises(NotNow):
        go_back(attempt=attempt, scenario=calls, node=calls.node("trouble"))
    assert ScenarioStep.objects.count() == 1


def test_a_section_is_done_when_its_scenario_has_ended(attempt: Any, calls: Any, client: Any) -> None:
    here = attempt.edition.outline.sections[0]
    walk(attempt, calls, "look")
    with pytest.raises(NotNow):
        finish_section(attempt=attempt, section=here)
    page = client.post(reverse("attempts:section", args=[attempt.pk, 1]))
    assert "Go through this scenario to its end" in page.text
    walk(attempt, calls, "wait")
    finish_section(attempt=attempt, section=here)


def test_ones_own_role_comes_first_among_the_starts(calls: Any, attempt: Any) -> None:
    assert [start.node for start in starts_for(calls, attempt)] == ["first", "visit"]
    attempt.person.memberships.update(role=Role.objects.get(slug="care-worker"))
    assert [start.node for start in starts_for(calls, attempt)] == ["visit", "first"]


def address(attempt: Any, calls: Any, name: str, *node: str) -> str:
    return reverse(f"attempts:scenario_{name}", args=[attempt.pk, calls.id, *node])


def test_through_the_pages_from_the_first_situation_to_the_replay(
    attempt: Any, calls: Any, client: Any
) -> None:
    section_page = reverse("attempts:section", args=[attempt.pk, 1])
    assert "You are the care worker" in client.get(section_page).text
    page = client.post(address(attempt, calls, "begin"), {"start": "first"}, follow=True).text
    assert "You are at first." in page
    page = client.post(address(attempt, calls, "choose", "first"), {"choice": "guess"}, follow=True).text
    for words in ("Not safe", "What comes of guess.", "At the right time".lower(), "You are at trouble."):
        assert words in page
    page = client.post(address(attempt, calls, "back", "first"), follow=True).text
    assert "You are at first." in page
    client.post(address(attempt, calls, "choose", "first"), {"choice": "look"})
    page = client.post(address(attempt, calls, "choose", "second"), {"choice": "tell"}, follow=True).text
    for words in ("well for the person", "What the next worker saw", "The best way", "Then you went back."):
        assert words in page


@pytest.mark.parametrize(("name", "node"), [("begin", ()), ("choose", ("first",))])
def test_nothing_chosen_is_said_and_loses_nothing(
    attempt: Any, calls: Any, client: Any, name: str, node: tuple[str, ...]
) -> None:
    if node:
        walk(attempt, calls)
    page = client.post(address(attempt, calls, name, *node), {"choice": "nothing"})
    assert page.text.count("Choose one to go on") == 2
    assert 'aria-describedby="scenario-' in page.text
    assert not ScenarioStep.objects.exists()


def test_what_is_not_there_is_not_found(attempt: Any, calls: Any, client: Any) -> None:
    for where in (
        reverse("attempts:scenario_begin", args=[attempt.pk, "nothing"]),
        address(attempt, calls, "choose", "nowhere"),
        address(attempt, calls, "back", "well"),
    ):
        assert client.post(where).status_code == 404
    assert client.post(address(attempt, calls, "begin"), {"start": "second"}).status_code == 302
    assert not ScenarioRun.objects.exists()


def test_a_longer_way_asks_the_database_no_more(
    attempt: Any, calls: Any, client: Any, django_assert_max_num_queries: Any
) -> None:
    walk(attempt, calls, "guess", "mend", "tell")
    page = reverse("attempts:section", args=[attempt.pk, 1])
    client.get(page)
    with django_assert_max_num_queries(9):
        client.get(page)


def test_another_start_can_be_chosen_until_the_first_choice(attempt: Any, calls: Any, client: Any) -> None:
    walk(attempt, calls, start="visit")
    assert "Begin as somebody else" in client.get(reverse("attempts:section", args=[attempt.pk, 1])).text
    page = client.post(address(attempt, calls, "begin"), {"start": "first"}, follow=True).text
    assert "You are at first." in page
    walk(attempt, calls, "look")
    page = client.post(address(attempt, calls, "begin"), {"start": "visit"}, follow=True).text
    assert "You are at second." in page
    assert "Begin as somebody else" not in page
    assert ScenarioRun.objects.get().start == "first"


def test_an_old_tab_is_told_why_and_shown_where_one_is(attempt: Any, calls: Any, client: Any) -> None:
    walk(attempt, calls, "look")
    for name, node, sent in (("choose", "first", {"choice": "guess"}), ("back", "trouble", {})):
        page = client.post(address(attempt, calls, name, node), sent, follow=True).text
        assert "You have moved on in this scenario." in page
        assert "You are at second." in page
    assert ScenarioStep.objects.count() == 1


def test_whoever_comes_back_another_day_goes_on_where_they_were(
    attempt: Any, calls: Any, client: Any
) -> None:
    walk(attempt, calls, "guess")
    page = client.get(reverse("attempts:carry_on", args=[attempt.pk]), follow=True).text
    assert "What comes of guess." in page
    assert "You are at trouble." in page
    assert "autofocus" not in page.partition("<main")[2]


def test_after_going_back_the_old_feedback_is_gone_and_what_was_tried_is_marked(
    attempt: Any, calls: Any, client: Any
) -> None:
    walk(attempt, calls, "look", "wait")
    page = client.post(address(attempt, calls, "back", "second"), follow=True).text
    assert "You are at second." in page
    assert "What comes of look." not in page
    assert page.count("You have tried this.") == 1


def test_going_back_twice_is_going_back_once(attempt: Any, calls: Any, client: Any) -> None:
    walk(attempt, calls, "look", "tell")
    for _ in range(2):
        assert client.post(address(attempt, calls, "back", "second")).status_code == 302
    assert ScenarioRun.objects.get().trail == [["first", "look"]]
    assert ScenarioStep.objects.count() == 2


def test_somebody_elses_scenario_is_not_there(attempt: Any, calls: Any, client: Any, signed_in: Any) -> None:
    walk(attempt, calls)
    signed_in(MembershipFactory().person)
    for name, node in (("begin", ()), ("choose", ("first",)), ("back", ("first",))):
        assert client.post(address(attempt, calls, name, *node), {"choice": "look"}).status_code == 404
    assert not ScenarioStep.objects.exists()


def test_a_step_is_never_changed(attempt: Any, calls: Any) -> None:
    walk(attempt, calls, "look")
    step = ScenarioStep.objects.get()
    step.choice = "guess"
    with pytest.raises(ValidationError):
        step.save()


def test_many_tries_ask_the_database_no_more_than_one(
    attempt: Any, calls: Any, client: Any, django_assert_max_num_queries: Any
) -> None:
    page = reverse("attempts:section", args=[attempt.pk, 1])
    walk(attempt, calls, "guess")
    for _ in range(6):
        go_back(attempt=attempt, scenario=calls, node=calls.node("first"))
        walk(attempt, calls, "guess")
    client.get(page)
    with django_assert_max_num_queries(9):
        client.get(page)
