"""What the demonstration teaches is sound: its questions, records, scenarios and words. No database."""

import re
from typing import Any

import pytest

from modules.practice.nhs_number import is_fictional_nhs_number
from modules.seed import CAPABILITIES, FACT_KINDS, ROLES, SIGN_OFF_KINDS
from tests.training.taught import (
    BROKEN,
    HTML,
    MODULES,
    MOMENTS,
    Tags,
    every,
    questions,
    sentences,
    shapes_in,
    strings_in,
    words_of,
)
from training.demo.content import shapes

SKILLS = {"when", "helps", "may_i", "quality", "act"}
DIMENSIONS = {"information", "source", "time", "permission"}
LONGEST = {  # what the CMS takes
    shapes.SingleChoice: {"question": 400},
    shapes.MultipleChoice: {"question": 400},
    shapes.Certainty: {"question": 400},
    shapes.TrueFalse: {"statement": 400},
    shapes.Option: {"text": 300},
    shapes.Entry: {"what": 300, "status": 80, "date": 60, "author_role": 80, "source": 120},
    shapes.Flag: {"title": 80, "text": 300, "source": 160},
    shapes.Feed: {"note": 200},
    shapes.Reason: {"text": 200},
    shapes.Access: {"reason": 200},
    shapes.Choice: {"text": 300},
    shapes.Node: {"title": 120},
    shapes.Start: {"label": 120},
    shapes.Picture: {"caption": 200},
    shapes.Moment: {"question": 200, "where": 400, "why": 400, "check_against": 400, "if_not_there": 400},
}
NEVER = [  # the claims that are false somewhere, and the product names that are nobody's business
    r"consent form (is )?needed to view",
    r"gdpr stops us sharing",
    r"opt-out hides (your|my|their|the|a person's) record",
    r"(scr|summary care record) (=|is|equals) (the|a|our)? ?(local )?shared care record",
    r"\bthe record is complete\b",
    r"respect (form |plan )?is a legal order",
    r"flag (=|is|equals) (a |the )?referral",
    r"next of kin (can|may) (see|decide)",
    r"dspt needs 95",
    r"\b(statutory|mandatory) (training|module|course)\b|\b(module|training|course) is (statutory|mandatory)\b",
    r"clinically (approved|assured)",
    r"\b(emis|systmone|cerner|graphnet|rio system)\b",
]


each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.slug)
each_text = pytest.mark.parametrize("taught", [*MODULES, *MOMENTS], ids=lambda taught: taught.slug)
each_scenario = pytest.mark.parametrize(
    ("module", "scenario"),
    [
        pytest.param(module, scenario, id=f"{module.slug}/{scenario.slug}")
        for module in MODULES
        for scenario in every(module, shapes.Scenario)
    ],
)


def test_every_file_can_be_read():
    assert BROKEN == {}
    assert MODULES


def test_modules_and_moments_have_names_of_their_own():
    slugs = [each.slug for each in [*MODULES, *MOMENTS]]
    assert len(set(slugs)) == len(slugs), sorted(slugs)
    assert len({each.title for each in MODULES}) == len(MODULES)


@each_module
def test_its_questions_have_names_of_their_own(module):
    slugs = [question.slug for question in questions(module)]
    assert sorted(set(slugs)) == sorted(slugs)
    for question in questions(module):
        inner = [each.slug for each in shapes_in(question) if each is not question]
        assert len(set(inner)) == len(inner), question.slug


@each_module
def test_its_slugs_are_short_kebab_case(module):
    named = [text for _, field, text in strings_in(module) if field in {"slug", "ref", "key"}]
    assert [
        slug for slug in named if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 60
    ] == []


@each_module
def test_the_right_number_of_options_is_right(module):
    for question in questions(module):
        options = getattr(question, "options", ()) or getattr(question, "reasons", ())
        right = sum(option.correct for option in options)
        if isinstance(question, shapes.SingleChoice | shapes.Certainty | shapes.TrueFalse):
            assert right == 1, question.slug
        elif isinstance(question, shapes.MultipleChoice | shapes.FindInRecord):
            assert 1 <= right < len(options), question.slug
        if options:
            assert len(options) >= 3, question.slug


@each_module
def test_what_one_chooses_between_differs(module):
    for question in questions(module):
        for kind, name in [(shapes.Option, "text"), (shapes.Pair, "left"), (shapes.Pair, "right"),
                           (shapes.Step, "text"), (shapes.Sorted, "text"), (shapes.RankedSource, "text"),
                           (shapes.RecordOption, "feedback"), (shapes.Option, "feedback")]:  # fmt: skip
            texts = [getattr(each, name).strip().casefold() for each in every(question, kind)]
            assert len(set(texts)) == len(texts), (question.slug, name)
        if isinstance(question, shapes.Match):
            rights = [*(pair.right for pair in question.pairs), *question.extra]
            assert len(set(rights)) == len(rights), question.slug


@each_module
def test_everything_one_can_choose_has_feedback(module):
    kinds = (shapes.Option, shapes.Pair, shapes.Step, shapes.Sorted, shapes.RankedSource,
             shapes.RecordOption, shapes.Choice, shapes.Reason)  # fmt: skip
    assert [each.slug for each in every(module, *kinds) if len(each.feedback.split()) < 3] == []


@each_module
def test_categories_ranks_and_pools_hold(module):
    for question in every(module, shapes.Categorise):
        names = {slug for slug, _ in question.categories}
        assert 2 <= len(names) <= 4
        assert {item.category for item in question.items} == names, question.slug
    for question in every(module, shapes.BestSource):
        ranks = {source.rank for source in question.sources}
        assert len(ranks) > 1
        assert ranks == set(range(1, len(ranks) + 1)), question.slug
    for pool in every(module, shapes.Pool):
        assert 1 <= pool.draw < len(pool.questions), pool.title
        assert not every(pool, shapes.ShortReason), (
            "a pool scores its questions; a short reason is not scored"
        )


@each_module
def test_every_outcome_has_a_question_and_every_question_a_skill(module):
    assert {question.outcome for question in questions(module)} == set(range(1, len(module.outcomes) + 1))
    assert {question.skill for question in questions(module)} <= SKILLS


@each_module
def test_it_names_only_records_and_rows_that_are_there(module):
    rows = {record.slug: {entry.ref for entry in record.entries} for record in module.records}
    for shape in every(module, shapes.FindInRecord, shapes.RecordVisit, shapes.Node):
        assert shape.record in rows or (not shape.record and isinstance(shape, shapes.Node)), shape
        if isinstance(shape, shapes.Node):
            assert set(shape.rows) <= rows.get(shape.record, set()), shape.key
        if isinstance(shape, shapes.FindInRecord):
            assert {option.row for option in shape.options} - {""} <= rows[shape.record], shape.slug
            assert all(bool(option.row) != bool(option.missing) for option in shape.options), shape.slug


@each_module
def test_its_records_hold(module):
    for record in module.records:
        refs = [entry.ref for entry in record.entries]
        assert sorted(set(refs)) == sorted(refs), record.slug
        assert {entry.conflicts_with for entry in record.entries} - {""} <= set(refs), record.slug
        assert {reason.verdict for reason in record.reasons} >= {"good", "unsafe"}, record.slug
        assert {feed.state for feed in record.feeds} <= {"live", "periodic", "late", "absent"}
        assert record.permission
        assert is_fictional_nhs_number(record.nhs_number), record.nhs_number


@each_module
def test_its_roles_capabilities_facts_and_sign_offs_are_those_of_the_service(module):
    assert set(module.roles) <= {slug for slug, _ in ROLES}
    assert set(module.capabilities) <= {slug for slug, _ in CAPABILITIES}
    assert {fact.kind for fact in every(module, shapes.LocalFact)} <= {kind[0] for kind in FACT_KINDS}
    assert set(module.sign_offs) <= {kind[0] for kind in SIGN_OFF_KINDS}
    assert sorted(role for role, _ in module.how_it_helps) == sorted(module.roles)


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.slug)
def test_a_moment_leads_to_a_module(moment):
    assert moment.module in {module.slug for module in MODULES}
    assert moment.roles
    assert set(moment.roles) <= {slug for slug, _ in ROLES}


@each_text
def test_what_can_be_rung_mailed_or_looked_up_is_nobodys(taught):
    for _, field, text in strings_in(taught):
        if field == "url":
            continue
        for number in re.findall(r"(?<!\d)\d(?:[ -]?\d){9}(?![ -]?\d)", text):
            assert is_fictional_nhs_number(number), number
        for number in re.findall(r"(?<!\d)(?:0|\+44)(?:[ -]?\d){9,10}(?!\d)", text):
            assert re.fullmatch(r"01632 960 ?\d{3}|07700 900 ?\d{3}", number), number
        assert re.findall(r"\S+@(?!example\.org\b)\S+", text) == []


@each_text
def test_its_html_is_sound_and_stands_only_where_html_does(taught):
    for shape, field, text in strings_in(taught):
        if field in HTML.get(type(shape), ()):
            assert Tags(text).faults == [], text
        else:
            assert not re.search(r"</?[a-z][^>]*>|&\w+;", text), text


@each_text
def test_it_says_nothing_that_must_never_be_written(taught):
    for shape, field, text in strings_in(taught):
        plain = " ".join(words_of(shape, field, text).split()).casefold()
        assert [phrase for phrase in NEVER if re.search(phrase, plain)] == [], text


@each_module
def test_its_sentences_are_short(module):
    lengths = sorted(((len(each.split()), each) for each in sentences(module)), reverse=True)
    average = sum(length for length, _ in lengths) / len(lengths)
    assert average <= 14, lengths[:20]


@each_text
def test_it_fits_the_cms(taught):
    for shape, field, text in strings_in(taught):
        assert len(text) <= LONGEST.get(type(shape), {}).get(field, len(text)), text
    for text in [
        *getattr(taught, "when_to_use", ()),
        *getattr(taught, "when_not_to_use", ()),
        *getattr(taught, "outcomes", ()),
        *(line for card in every(taught, shapes.Card) for _, line in card.lines),
    ]:
        assert len(text) <= 200, text


def reachable(scenario: Any, start: str, *, only_good: bool = False) -> set[str]:
    """The keys of the situations and endings that can be reached from here."""
    nodes = {node.key: node for node in scenario.nodes}
    seen, waiting = set(), [start]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            choices = nodes[key].choices if key in nodes else ()
            waiting += [each.next for each in choices if each.verdict == "good" or not only_good]
    return seen


@each_scenario
def test_a_scenario_is_of_one_piece(module, scenario):
    nodes, endings = ({each.key for each in kind} for kind in (scenario.nodes, scenario.endings))
    assert len(nodes | endings) == len(scenario.nodes) + len(scenario.endings), "two have the same key"
    assert {start.node for start in scenario.starts} <= nodes
    assert {choice.next for choice in every(scenario, shapes.Choice)} <= nodes | endings
    reached = set().union(*(reachable(scenario, start.node) for start in scenario.starts))
    assert (nodes | endings) - reached == set(), "nobody gets there"
    for key in sorted(nodes):
        assert reachable(scenario, key) & endings, f"{key} has no way out"


@each_scenario
def test_a_scenario_has_a_start_for_everybody(module, scenario):
    special = [role for start in scenario.starts for role in start.roles]
    assert len(set(special)) == len(special)
    assert set(special) <= set(module.roles)
    assert sum(not start.roles for start in scenario.starts) == 1


@each_scenario
def test_good_choices_lead_to_a_good_ending_from_every_start(module, scenario):
    good = {ending.key for ending in scenario.endings if ending.kind == "good"}
    for start in scenario.starts:
        assert reachable(scenario, start.node, only_good=True) & good, start.label


@each_scenario
def test_every_situation_asks_for_a_choice_that_counts(module, scenario):
    assert 6 <= len(scenario.nodes) <= 14
    assert 2 <= len(scenario.endings) <= 4
    for node in scenario.nodes:
        assert len({choice.slug for choice in node.choices}) == len(node.choices) >= 2, node.key
        assert {choice.verdict for choice in node.choices} <= {"good", "okay", "unsafe"}, node.key
        assert any(choice.verdict == "good" for choice in node.choices), node.key
    for choice in every(scenario, shapes.Choice):
        assert set(choice.hits) | set(choice.misses) <= DIMENSIONS, choice.slug
        assert not set(choice.hits) & set(choice.misses), choice.slug
