"""An educator writes a scenario in the CMS: what comes back, what is refused and where, and the map beside the form."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from modules.blocks.scenario import ScenarioBlock
from modules.models import ModulePage
from modules.reading import outline_of_page
from modules.scenarios.soundness import faults
from tests.factories import ModuleFactory
from tests.factories.modules import section as raw_section
from tests.factories.practice import PracticeRecordFactory
from tests.factories.scenarios import scenario as raw_scenario
from tests.modules.desk import said
from tests.modules.forms import items, module_form, section, untouched_form
from tests.modules.scenario_forms import choice, ending, scenario, situation, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(educator: Any) -> ModulePage:
    return ModuleFactory(draft=True, editor=educator)


@pytest.fixture
def desk(at_desk: Any, educator: Any) -> Any:
    return at_desk(educator)


def form_with(*blocks: Any) -> dict[str, Any]:
    return module_form(sections=streamfield([section("Decide", *blocks)]))


def saved(draft: ModulePage) -> ModulePage:
    return ModulePage.objects.get(pk=draft.pk)


def written(draft: ModulePage) -> Any:
    return outline_of_page(saved(draft).get_latest_revision_as_object()).sections[0].scenarios[0]


def test_what_was_written_comes_back_whole(desk: Any, draft: ModulePage, roles: Any) -> None:
    record = PracticeRecordFactory()
    shown = situation(
        "call", choice("well"), choice("trouble", "unsafe"), rows=("letter",), record=str(record.pk)
    )
    trouble = situation("trouble", choice("well", hits=(), misses=()), choice("badly", "okay"))
    sent = scenario(
        nodes=items(shown, trouble),
        starts=items(start("call"), start("trouble", roles["care-worker"], roles["doctor"])),
    )
    assert "submitted" in said(desk.save(draft, form_with(sent), "submit"))
    found = written(draft)
    assert (found.title, [each.key for each in found.endings]) == ("One call", ["well", "badly"])
    assert [(each.node, each.label, each.roles) for each in found.starts] == [
        ("call", "You begin at call", ()),
        ("trouble", "You begin at trouble", ("care-worker", "doctor")),
    ]
    call, later = found.nodes
    assert (call.title, [row.ref for row in call.entries]) == ("At call", ["letter"])
    assert "What now, at call?" in call.text
    first, second = call.choices
    assert (first.text, first.verdict, first.feedback, first.next) == (
        "Go to well",
        "good",
        "You are at well.",
        "well",
    )
    assert (second.verdict, second.hits, second.misses) == ("unsafe", ("source",), ("time", "permission"))
    assert (later.choices[0].hits, later.choices[0].misses) == ((), ())
    assert ("well for her." in found.endings[0].person, found.endings[1].kind) == (True, "poor")
    assert faults(found) == ()


def test_what_is_opened_and_saved_unchanged_keeps_its_ids(desk: Any, draft: ModulePage) -> None:
    desk.save(draft, form_with(scenario()))
    before, revisions = written(draft), draft.revisions.count()
    desk.save(draft, untouched_form(saved(draft)))
    assert draft.revisions.count() == revisions + 1
    assert written(draft) == before


def told_at(answer: Any, *place: Any) -> list[str]:
    """The errors that the form shows at a place of the scenario."""
    stream = answer.context["form"].errors.as_data()["sections"][0]
    error = stream.block_errors[0].block_errors["content"].block_errors[0]
    for step in place:
        error = error.block_errors[step]
    return list(error.non_block_errors if hasattr(error, "non_block_errors") else error.messages)


CALL = situation("call", choice("well"), choice("trouble", "unsafe"))
TROUBLE = situation("trouble", choice("call"), choice("badly", "unsafe"))


@pytest.mark.parametrize(
    ("change", "message", "place"),
    [
        (
            {"nodes": items(CALL, situation("trouble", choice("call"), choice("bad")))},
            "It leads to “bad”",
            ("nodes", 1, "choices", 1),
        ),
        (
            {"nodes": items(CALL, TROUBLE, situation("island", choice("well"), choice("badly")))},
            "Nothing leads here.",
            ("nodes", 2),
        ),
        (
            {
                "nodes": items(CALL, situation("trouble", choice("trouble"), choice("trouble"))),
                "endings": items(ending("well")),
            },
            "No ending can be reached from here.",
            ("nodes", 1),
        ),
        (
            {"nodes": items(CALL, situation("trouble", choice("badly")))},
            "Give at least two choices.",
            ("nodes", 1),
        ),
        ({"nodes": items(CALL, TROUBLE, CALL)}, "The short name “call” is used twice.", ("nodes", 2)),
        (
            {"nodes": items(situation("call", choice("well", "okay"), choice("trouble")), TROUBLE)},
            "No path of good choices",
            ("starts", 0),
        ),
        ({"starts": items(start("nowhere"))}, "No situation is called “nowhere”.", ("starts", 0)),
        (
            {"endings": items(ending("well"), ending("badly"), ending("never"))},
            "Nothing leads here.",
            ("endings", 2),
        ),
        (
            {"nodes": items(situation("call", choice("well"), choice("trouble", feedback=" ")), TROUBLE)},
            "This field is required.",
            ("nodes", 0, "choices", 1, "feedback"),
        ),
        (
            {
                "nodes": items(
                    situation("call", choice("well"), choice("trouble", next="The Trouble")), TROUBLE
                )
            },
            "Use small letters",
            ("nodes", 0, "choices", 1, "next"),
        ),
        (
            {"nodes": items(situation("call", choice("well"), choice("trouble"), rows=("letter",)), TROUBLE)},
            "Choose the record whose rows it shows.",
            ("nodes", 0),
        ),
    ],
)
def test_a_fault_is_told_at_its_place_and_nothing_is_lost(
    desk: Any, draft: ModulePage, change: Any, message: str, place: tuple[Any, ...]
) -> None:
    answer = desk.save(draft, form_with(scenario(**change)), "submit")
    assert any(message in each for each in told_at(answer, *place))
    assert "One call" in answer.content.decode()


def test_a_record_that_is_a_draft_or_lacks_the_row_is_refused(desk: Any, draft: ModulePage) -> None:
    for record, rows, message, place in (
        (PracticeRecordFactory(draft=True), (), "This practice record is a draft.", ["record"]),
        (PracticeRecordFactory(), ("gone",), "The record has no row “gone”.", []),
    ):
        shown = situation("call", choice("well"), choice("trouble"), rows=rows, record=str(record.pk))
        answer = desk.save(draft, form_with(scenario(nodes=items(shown, TROUBLE))), "submit")
        assert message in " ".join(told_at(answer, "nodes", 0, *place))
        assert saved(draft).current_workflow_state is None


def half_written() -> tuple[str, dict[str, Any]]:
    """As it stands while somebody types."""
    nothing = choice("", verdict="", text="", feedback="", hits=(), misses=())
    return scenario(
        title="",
        starts=items(start("ca")),
        nodes=items(situation("call", nothing, choice("tro")), situation("", nothing, title="")),
        endings=items(ending("", "", title="")),
    )


def test_a_draft_may_hold_half_a_scenario(desk: Any, draft: ModulePage) -> None:
    desk.save(draft, form_with(half_written()))
    assert [each.key for each in written(draft).nodes] == ["call", ""]
    assert desk.save(draft, untouched_form(saved(draft)), "submit").context["form"].errors


def preview(desk: Any, draft: ModulePage, mode: str, form: dict[str, Any]) -> str:
    """What the panel beside the editor shows of what stands in the form."""
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    assert desk.client.post(url, form).json()["is_valid"]
    return str(desk.client.get(url, {"mode": mode}).content.decode())


def test_the_map_beside_the_form_draws_what_is_being_typed(desk: Any, draft: ModulePage) -> None:
    html = preview(desk, draft, "map", form_with(scenario()))
    for verdict, times in (("good", 2), ("unsafe", 2)):
        assert html.count(f"app-map__arrow--{verdict}") == times
        assert html.count(f">{verdict}</text>") == times
    for words in (
        "At call: Go to trouble → At trouble",
        "Ending: Ends well",
        "It holds together.",
        "in words",
    ):
        assert words in html


def test_the_map_marks_each_fault_at_its_box_and_in_words(desk: Any, draft: ModulePage) -> None:
    island = situation("island", choice("well"), choice("gone"))
    html = preview(desk, draft, "map", form_with(scenario(nodes=items(CALL, TROUBLE, island))))
    boxes, words = html.split("What is wrong")
    assert "app-map__box--fault" in boxes
    for fault in ("Nothing leads here.", "Choice 2: It leads to “gone”, which is not there."):
        assert fault in boxes
        assert f"<strong>At island:</strong> {fault}" in words
    assert "Nothing leads here from a start" in boxes


def test_the_map_stands_what_is_half_written_and_what_is_empty(desk: Any, draft: ModulePage) -> None:
    html = preview(desk, draft, "map", form_with(half_written()))
    for words in (
        "Give it a short name.",
        "Start 1: No situation is called “ca”.",
        "Choice 1: Say where it leads.",
    ):
        assert words in html
    empty = scenario(title="", starts=items(), nodes=items(), endings=items())
    assert "Exactly one start must be for everybody else" in preview(desk, draft, "map", form_with(empty))
    assert "No scenario is written yet." in preview(desk, draft, "map", module_form())


def test_previews_show_a_learner_no_verdict_and_reviewers_all_of_it(desk: Any, draft: ModulePage) -> None:
    asked, answered = (preview(desk, draft, mode, form_with(scenario())) for mode in ("learner", "answers"))
    for text in ("What now, at call?", "Go to trouble", "well for her."):
        assert text in asked
        assert text in answered
    for text in ("You are at trouble.", "Unsafe:", "It misses: time, permission."):
        assert text in answered
        assert text not in asked


def test_the_example_in_the_block_chooser_is_sound() -> None:
    block = ScenarioBlock()
    value = block.get_preview_value()
    assert faults(block.scenario_from("example", value)) == ()
    assert (
        "She is on something new" in block.render_preview_html()
        if hasattr(block, "render_preview_html")
        else True
    )


def test_no_way_of_publishing_lets_a_faulty_scenario_out() -> None:
    faulty = raw_scenario("calls", starts=[{"node": "gone", "label": "", "roles": []}])
    page = ModuleFactory(draft=True, sections=[raw_section("Calls", faulty)])
    with pytest.raises(ValidationError, match="not finished"):
        page.get_latest_revision().publish()
    page.refresh_from_db()
    assert not page.live
