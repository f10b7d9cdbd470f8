"""Whatever xAPI forbids, anywhere in a statement, is refused by its path, and nothing is stored."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learners.record_store.models import Statement
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.statements import statement
from tests.factories.record_store import Tool, a_statement

type Way = tuple[str | int, ...]

ANN, BOB = {"mbox": "mailto:ann@example.org", "name": "Ann"}, {"openid": "https://example.org/bob"}
GROUP = {"objectType": "Group", "name": "Ward 7", "member": [ANN, BOB]}
QUESTION = {
    "objectType": "Activity",
    "id": "https://example.org/question",
    "definition": {
        "name": {"en-GB": "Which?"},
        "description": {"en": "One of two", "cy": "Un o ddau"},
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "moreInfo": "https://example.org/more",
        "interactionType": "choice",
        "correctResponsesPattern": ["a"],
        "choices": [{"id": "a", "description": {"en": "A"}}, {"id": "b", "description": {"en": "B"}}],
    },
}
WHOLE = a_statement(
    actor=ANN | {"objectType": "Agent"},
    verb={"id": "https://example.org/answered", "display": {"en": "answered"}},
    object=QUESTION,
    result={
        "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10},
        "success": True,
        "completion": False,
        "response": "a",
        "duration": "PT1M42.5S",
    },
    context={
        "registration": "2f9d7b0e-31a6-4a57-9b7e-6f0f0a5cf001",
        "instructor": {"account": {"homePage": "https://example.org", "name": "1"}},
        "team": GROUP,
        "contextActivities": {"parent": [{"id": "https://example.org/a"}], "other": [QUESTION]},
        "contextAgents": [{"objectType": "contextAgent", "agent": BOB}],
        "contextGroups": [{"objectType": "contextGroup", "group": GROUP}],
        "revision": "3",
        "platform": "Example",
        "language": "en-GB",
        "statement": {"objectType": "StatementRef", "id": "8f0c2a4e-6a39-4a0e-9d6f-0f7f1a3f9f31"},
    },
    version="2.0.0",
    attachments=[
        {
            "usageType": "https://example.org/file",
            "display": {"en": "File"},
            "description": {"en": "A file"},
            "contentType": "text/plain",
            "length": 3,
            "sha2": "a" * 64,
            "fileUrl": "https://example.org/file.txt",
        }
    ],
)
LANGUAGE_MAPS = ("name", "display", "description")


def ways(part: Any, at: Way = ()) -> Iterator[Way]:
    """The ways to every property and item of a statement."""
    parts = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, inner in parts:
        yield (*at, name)
        yield from ways(inner, (*at, name))


def at(whole: Any, way: Way) -> Any:
    for name in way:
        whole = whole[name]
    return whole


def is_a_language(way: Way) -> bool:
    return len(way) > 1 and way[-2] in LANGUAGE_MAPS


WAYS = list(ways(WHOLE))
NAMED = [way for way in WAYS if isinstance(way[-1], str) and not is_a_language(way)]
OBJECTS = [(), *(way for way in WAYS if isinstance(at(WHOLE, way), dict))]


def written(way: Way) -> str:
    """A way as refusals write it."""
    return "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in way).removeprefix(".")


def null(whole: Any, way: Way) -> str:
    """No value at all."""
    at(whole, way[:-1])[way[-1]] = None
    return written(way)


def another_type(whole: Any, way: Way) -> str:
    """Text instead of an object or a list, an object instead of anything else."""
    known = at(whole, way)
    at(whole, way[:-1])[way[-1]] = "text" if isinstance(known, dict | list) else {}
    return written(way)


def surplus(whole: Any, way: Way) -> str:
    """One more property, which xAPI does not know."""
    at(whole, way)["surplus"] = 1
    return written((*way, "surplus"))


def other_case(whole: Any, way: Way) -> str:
    """The right name in capitals. The refusal names that, or what is missing now."""
    place = at(whole, way[:-1])
    place[str(way[-1]).upper()] = place.pop(way[-1])
    return written(way[:-1])


def changed(how: Callable[[Any, Way], str], way: Way) -> tuple[Any, str]:
    whole = json.loads(json.dumps(WHOLE))
    return whole, how(whole, way)


MUTATIONS = st.one_of(
    st.tuples(st.sampled_from([null, another_type]), st.sampled_from(WAYS)),
    st.tuples(st.just(surplus), st.sampled_from(OBJECTS)),
    st.tuples(st.just(other_case), st.sampled_from(NAMED)),
)


def test_unchanged_it_is_taken() -> None:
    statement(WHOLE, Place(is_two=True))
    assert len(WAYS) > 80


@settings(max_examples=400, deadline=None)
@given(mutation=MUTATIONS)
def test_what_is_changed_anywhere_is_refused_by_its_path(mutation: tuple[Any, Way]) -> None:
    whole, path = changed(*mutation)
    with pytest.raises(Refused) as refused:
        statement(whole, Place(is_two=True))
    assert refused.value.status == 400
    assert refused.value.message
    assert refused.value.path.startswith(path)


@pytest.mark.django_db
@settings(max_examples=20, deadline=None)
@given(mutation=MUTATIONS)
def test_of_its_batch_nothing_is_stored(mutation: tuple[Any, Way]) -> None:
    whole, path = changed(*mutation)
    refused = Tool().post(a_statement(), whole)
    assert refused.status_code == 400
    assert refused.json()["property"].startswith(f"[1].{path}".removesuffix("."))
    assert not Statement.objects.exists()
