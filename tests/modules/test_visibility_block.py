"""The block that says what can be seen here: how it is written, and how an author previews it as anybody."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.sharing.selectors.hats import told_to
from modules.models import InformationCategory, Role
from modules.outline import InformationNamed, VisibilityNeeded
from modules.reading import outline_of_page
from tests.factories import ModuleFactory, NetworkMembershipFactory
from tests.factories.modules import section
from tests.factories.sharing import agreement_in, information, party_of, scope_of, switched_on
from tests.factories.visibility import visibility_block
from tests.modules.forms import untouched_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(educator: Any) -> Any:
    sections = [
        section("Before I ring", visibility_block("allergies", "letters", introduction="<p>Look.</p>"))
    ]
    return ModuleFactory(draft=True, editor=educator, sections=sections)


@pytest.fixture
def organisation() -> Any:
    """An organisation that shares allergies, which it has switched on."""
    joined = NetworkMembershipFactory()
    agreement = agreement_in(joined.network)
    party_of(agreement, joined.organisation)
    scope_of(agreement, "allergies")
    scope_of(agreement, "letters", roles=(Role.objects.get(slug="doctor"),))
    switched_on(joined.organisation, source="GP record, allergies")
    switched_on(joined.organisation, "letters", source="Clinic letters")
    return joined.organisation


def preview(desk: Any, draft: Any, **asked: Any) -> str:
    """The panel beside the editor, where a form in it may have been sent."""
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    assert desk.client.post(address, untouched_form(draft)).json()["is_valid"]
    return str(desk.client.get(address, {"mode": "learner"} | asked).text)


def test_it_names_the_information_with_the_general_text(draft: Any) -> None:
    part = outline_of_page(draft).sections[0].parts[1]
    assert isinstance(part, VisibilityNeeded)
    assert part.introduction == "<p>Look.</p>"
    allergies = information()
    assert part.information[0] == InformationNamed("allergies", allergies.name, allergies.general)


def test_what_was_deleted_since_is_left_out(draft: Any) -> None:
    InformationCategory.objects.get(slug="allergies").delete()
    part = outline_of_page(draft).sections[0].parts[1]
    assert isinstance(part, VisibilityNeeded)
    assert [each.slug for each in part.information] == ["letters"]


def test_a_preview_for_nobody_in_particular_shows_the_general_texts(
    educator: Any, at_desk: Any, draft: Any, organisation: Any
) -> None:
    html = preview(at_desk(educator), draft)
    assert information().general in html
    assert "GP record, allergies" not in html
    assert "Preview as" in html


def test_an_author_previews_as_any_organisation_and_role(
    educator: Any, at_desk: Any, draft: Any, organisation: Any
) -> None:
    desk = at_desk(educator)
    html = preview(desk, draft, organisation=organisation.pk, role="")
    assert f"What you can see at {organisation}" in html
    assert "GP record, allergies" in html
    assert "Clinic letters" not in html
    doctor = Role.objects.get(slug="doctor")
    assert "Clinic letters" in preview(desk, draft, organisation=organisation.pk, role=doctor.pk)


def test_the_choice_stays_while_the_panel_loads_itself_again(
    educator: Any, at_desk: Any, draft: Any, organisation: Any
) -> None:
    desk = at_desk(educator)
    preview(desk, draft, organisation=organisation.pk, role="")
    assert "GP record, allergies" in preview(desk, draft)
    preview(desk, draft, organisation="", role="")
    assert "GP record, allergies" not in preview(desk, draft)


def test_a_choice_that_is_none_is_nobody_in_particular(educator: Any, at_desk: Any, draft: Any) -> None:
    assert information().general in preview(at_desk(educator), draft, organisation="999999", role="x")


def test_without_the_block_the_preview_asks_nothing(educator: Any, at_desk: Any) -> None:
    assert "Preview as" not in preview(at_desk(educator), ModuleFactory(draft=True, editor=educator))


def test_a_preview_says_what_holds_now_and_tells_no_learner(
    educator: Any, at_desk: Any, draft: Any, organisation: Any
) -> None:
    desk = at_desk(educator)
    assert "Hospital record" not in preview(desk, draft, organisation=organisation.pk, role="")
    switched_on(organisation, source="Hospital record")
    assert "Hospital record" in preview(desk, draft)
    assert told_to(organisation, None, timezone.localdate())["allergies"].lines[1:]  # asked for afresh


def test_a_preview_for_a_role_at_no_organisation_is_general(
    educator: Any, at_desk: Any, draft: Any, organisation: Any
) -> None:
    html = preview(at_desk(educator), draft, organisation="", role=Role.objects.get(slug="doctor").pk)
    assert "it does not know where you work" in html
    assert information().general in html


def test_a_preview_says_that_it_is_one(educator: Any, at_desk: Any, draft: Any, organisation: Any) -> None:
    html = preview(at_desk(educator), draft, organisation=organisation.pk, role="")
    assert "Preview" in html
    assert not Attempt.objects.exists()
