"""What agreements say against publishing, and what educators read beside a page."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import NetworkFactory, PersonFactory
from tests.factories.gaps import teaching
from tests.factories.organisations import days_ago
from tests.factories.places import MomentFactory
from tests.factories.sharing import agreement_in, information, scope_of
from tests.modules.desk import Desk, said, wrong
from tests.modules.forms import module_form
from tests.modules.test_publishing import is_live, publish_in_bulk

pytestmark = pytest.mark.django_db
WHY = "out of scope in Sharing for care, version 1.0: Partners could not agree"


@pytest.fixture
def ada() -> Desk:
    return Desk(PersonFactory(groups=[ADMINISTRATORS]))


def left_out(slug: str = "care-plans", **given: Any) -> Any:
    """A network that has agreed not to share a category."""
    network = NetworkFactory(**given)
    scope_of(agreement_in(network), slug, phase="out_of_scope", reason="Partners could not agree.")
    return network


def module() -> Any:
    return teaching("care-plans", draft=True, title="Plans", slug="before-you-hand-over")


def test_what_every_network_leaves_out_is_not_published_in_any_way(ada: Desk) -> None:
    left_out()
    left_out()
    page = module()
    with pytest.raises(ValidationError, match=WHY):
        page.get_latest_revision().publish()
    assert WHY in said(publish_in_bulk(ada, page))
    form = module_form("Plans") | {"information": [str(information("care-plans").pk)]}
    answer = ada.save(page, form, "publish")
    assert WHY in str(wrong(answer)["information"])
    assert not is_live(page)


@pytest.mark.parametrize("phase", [{}, {"phase": "planned", "planned_for": days_ago(-30)}])
def test_what_one_network_shares_or_plans_is_published_with_a_warning(
    ada: Desk, phase: dict[str, Any]
) -> None:
    left_out(name="Northshire")
    scope_of(agreement_in(NetworkFactory()), "care-plans", **phase)
    page = module()
    form = module_form("Plans") | {"information": [str(information("care-plans").pk)]}
    answer = ada.save(page, form, "publish")
    assert f"Care and support plans: not shared in Northshire. O{WHY[1:]}." in said(answer)
    assert is_live(page)


def test_what_no_agreement_names_is_published_without_a_word(ada: Desk) -> None:
    left_out("allergies")
    page = module()
    answer = ada.save(
        page, module_form("Plans") | {"information": [str(information("care-plans").pk)]}, "publish"
    )
    assert "not shared" not in said(answer)
    assert is_live(page)


def test_a_draft_may_say_anything(ada: Desk) -> None:
    left_out()
    page = module()
    answer = ada.save(page, module_form("Plans") | {"information": [str(information("care-plans").pk)]})
    assert answer.status_code == 302


def test_a_moment_is_held_to_it_too(ada: Desk) -> None:
    left_out()
    page = teaching("care-plans", factory=MomentFactory, draft=True)
    with pytest.raises(ValidationError, match=WHY):
        page.get_latest_revision().publish()
    assert WHY in said(publish_in_bulk(ada, page))


def test_an_educator_reads_beside_a_page_what_each_network_says(ada: Desk) -> None:
    left_out(name="Northshire")
    other = NetworkFactory(name="Southshire")
    scope_of(agreement_in(other), "care-plans")
    page = module()
    desk = Desk(PersonFactory(groups=[EDUCATORS]))
    text = desk.get("shared_of_page", page.pk).text
    assert f"O{WHY[1:]}." in text
    assert "Shared now under Sharing for care, version 1.0." in text
    assert text.index("Northshire") < text.index("Southshire")
    assert reverse("shared_of_page", args=[page.pk]) in desk.get("wagtailadmin_pages:edit", page.pk).text
    stranger = Desk(PersonFactory())
    assert stranger.get("shared_of_page", page.pk).status_code == 302


def test_a_page_that_teaches_nothing_says_so_and_others_do_not_exist(ada: Desk) -> None:
    NetworkFactory()
    page = teaching(draft=True)
    assert "names no information yet" in ada.get("shared_of_page", page.pk).text
    assert ada.get("shared_of_page", page.get_parent().pk).status_code == 404
