"""Whatever statement is valid comes back as it was; whatever xAPI forbids is refused."""

import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.reading import read_statements
from learners.record_store.rules.statements import statement
from tests.factories.record_store import Tool, a_statement

pytestmark = pytest.mark.django_db
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

words = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
extensions = st.dictionaries(st.sampled_from(["https://example.org/x", "urn:x:y"]), json_values)
texts = st.dictionaries(st.sampled_from(["en", "en-GB", "cy", "x-klingon"]), words, max_size=2)
agents = st.builds(lambda name: {"name": name, "mbox": "mailto:ann@example.org"}, words) | st.builds(
    lambda name: {"account": {"homePage": "https://example.org", "name": name}}, words
)
activities = st.builds(
    lambda name, more: {"id": f"https://example.org/{name}", "definition": {"name": more}},
    st.sampled_from("abc"),
    texts,
)
contexts = st.fixed_dictionaries(
    {},
    optional={
        "registration": st.uuids().map(str),
        "instructor": agents,
        "extensions": extensions,
        "contextActivities": st.dictionaries(
            st.sampled_from(["parent", "other"]), st.lists(activities, max_size=2)
        ),
    },
)
statements = st.builds(
    lambda actor, object_, context, extra, display: a_statement(
        actor=actor,
        object=object_,
        context=context,
        result={"extensions": extra},
        verb={"id": "https://example.org/v", "display": display},
    ),
    agents,
    activities | st.just({"objectType": "StatementRef", "id": str(uuid4())}),
    contexts,
    extensions,
    texts,
)


@FEW
@given(one=statements, spaced=st.booleans(), plain=st.booleans())
def test_a_valid_statement_comes_back_byte_for_byte(one: Any, spaced: bool, plain: bool) -> None:
    tool = Tool()
    one = one | {"id": str(uuid4()), "version": "2.0.0"}
    raw = json.dumps(one, indent=2 if spaced else None, ensure_ascii=plain).encode()
    assert tool.ask("POST", "statements", raw).status_code == 200
    answer = tool.get(statementId=one["id"])
    assert answer.content.startswith(raw.rstrip(b"}").rstrip() if spaced else raw[:-1])
    kept = answer.json()
    assert {name: kept[name] for name in one} == one


MUTATIONS: dict[str, Any] = {
    "null": lambda part, name: part.update({name: None}),
    "unknown": lambda part, name: part.update({name + "x": 1}),
    "number": lambda part, name: part.update({name: 12}),
}
PARTS = ["actor", "verb", "object", "result", "context"]


@FEW
@given(one=statements, name=st.sampled_from(PARTS), how=st.sampled_from(sorted(MUTATIONS)))
def test_what_is_forbidden_anywhere_is_refused_and_named(one: Any, name: str, how: str) -> None:
    statement(one, Place(is_two=True))
    MUTATIONS[how](one, name)
    with pytest.raises(Refused) as refused:
        statement(one, Place(is_two=True))
    assert refused.value.path.startswith(name)


@FEW
@given(body=st.binary(max_size=60) | words.map(str.encode))
def test_no_bytes_upset_the_reader(body: bytes) -> None:
    try:
        found, _ = read_statements(body)
    except Refused:
        return
    assert all(isinstance(each.value, dict) for each in found)
