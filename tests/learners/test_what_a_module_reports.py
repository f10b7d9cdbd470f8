"""An educator reads what a module will report, before anybody takes it; and it is what is reported then."""

import json
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from learners.record_store.models import Statement
from learners.statements.emitting import emitted_by
from modules.reading import outline_of_page
from tests.factories import MembershipFactory, ModuleFactory, PersonFactory, finish_attempt
from tests.factories.modules import section
from tests.factories.questions import one_of_each
from tests.fakes.events import module_with_a_scenario
from tests.fakes.profile_checker import problems_of

pytestmark = pytest.mark.django_db
RANDOM = ("id", "actor", "timestamp")


def reported(module: Any) -> list[dict[str, Any]]:
    outline = outline_of_page(module)
    found = emitted_by(outline, key=module.translation_key, edition=1, home=settings.XAPI_HOME)
    return [json.loads(each.payload) for each in found]


def kinds(statements: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {
        (
            each["verb"]["id"],
            each["object"]["id"].partition("/certificate/")[0],
            json.dumps(each["object"]["definition"], sort_keys=True),
        )
        for each in statements
    }


def test_what_it_says_is_what_a_learner_then_reports() -> None:
    module, hat = module_with_a_scenario(), MembershipFactory()
    finish_attempt(hat.person, module, hat.organisation)
    made = [json.loads(payload) for payload in Statement.objects.values_list("payload", flat=True)]
    assert len(made) > 5
    assert kinds(made) <= kinds(reported(module))


def test_every_kind_keeps_to_the_profile_whatever_the_type_of_question() -> None:
    everything = ModuleFactory(sections=[section("Story", *one_of_each())])
    for statement in reported(module_with_a_scenario()) + reported(everything):
        assert problems_of(statement) == []


def test_a_draft_that_was_never_published_is_told_of(signed_in: Any) -> None:
    module = ModuleFactory()
    module.unpublish()
    client = signed_in(PersonFactory(groups=["Educators"]))
    page = client.get(reverse("module_reports", args=[module.pk])).text
    assert "Launched" in page
    assert "Never in a statement" in page
    assert "The check is not passed" in page
    back = reverse("wagtailadmin_pages:edit", args=[module.pk])
    assert f'href="{back}"' in page
    assert reverse("module_reports", args=[module.pk]) in client.get(back).text


def test_whoever_may_not_change_the_module_does_not_read_it(signed_in: Any) -> None:
    module = ModuleFactory()
    assert signed_in(PersonFactory()).get(reverse("module_reports", args=[module.pk])).status_code == 302
