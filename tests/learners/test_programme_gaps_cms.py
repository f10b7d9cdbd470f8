"""What agreements say against publishing, and what educators read beside a page."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from modules.groups import ADMINISTRATORS, EDUCATORS
from tests.factories import MembershipFactory, NetworkFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.gaps import teaching
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import days_ago
from tests.factories.places import MomentFactory
from tests.factories.sharing import agreement_in, information, party_of, scope_of
from tests.modules.desk import Desk, said, wrong
from tests.modules.forms import module_form
from tests.modules.test_publishing import is_live, publish_in_bulk, schedule

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
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert f'href="{back}"' in text
    assert reverse("shared_of_page", args=[page.pk]) in desk.get("wagtailadmin_pages:edit", page.pk).text
    stranger = Desk(PersonFactory())
    assert stranger.get("shared_of_page", page.pk).status_code == 302


def test_a_page_that_teaches_nothing_says_so_and_others_do_not_exist(ada: Desk) -> None:
    NetworkFactory()
    page = teaching(draft=True)
    assert "names no information yet" in ada.get("shared_of_page", page.pk).text
    assert ada.get("shared_of_page", page.get_parent().pk).status_code == 404


@pytest.mark.parametrize("factory", [ModuleFactory, MomentFactory])
def test_a_schedule_is_held_to_what_is_agreed_on_its_day_and_others_go_out(
    ada: Desk, caplog: Any, factory: Any
) -> None:
    page = teaching("care-plans", factory=factory, draft=True)
    other = teaching("allergies", factory=factory, draft=True)
    schedule(page, ada.person)
    schedule(other, ada.person)
    left_out()
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=page.pk).live
    assert Page.objects.get(pk=other.pk).live
    assert WHY in caplog.text


def test_what_is_published_stays_when_scope_changes_and_is_held_to_it_next_time(
    ada: Desk, signed_in: Any
) -> None:
    member = NetworkMembershipFactory()
    agreement = agreement_in(member.network)
    item = scope_of(agreement, "care-plans")
    party_of(agreement, member.organisation)
    page = teaching("care-plans", title="Plans", slug="before-you-hand-over")
    nurse = signed_in(MembershipFactory(organisation=member.organisation).person)
    item.phase, item.reason = "out_of_scope", "Partners could not agree."
    item.save()
    assert is_live(page)
    assert "You won't find Care and support plans: Partners could not agree." in nurse.get(page.url).text
    form = module_form("Plans") | {"information": [str(information("care-plans").pk)]}
    assert WHY in str(wrong(ada.save(page, form, "publish"))["information"])
    assert f"O{WHY[1:]}." in ada.get("shared_of_page", page.pk).text
    ada.save(page, form | {"information": [], "change_note": "Without plans"}, "publish")
    assert not type(page).objects.get(pk=page.pk).information.exists()
    assert is_live(page)


@pytest.mark.parametrize("factory", [ModuleFactory, MomentFactory])
@pytest.mark.parametrize("way", [{"publish_copies": "on"}, {"alias": "on"}])
def test_what_is_left_out_is_not_copied_to_learners_and_is_to_a_draft(
    ada: Desk, factory: Any, way: dict[str, str]
) -> None:
    page = teaching("care-plans", title="Plans", factory=factory)
    left_out()
    form = {"new_title": "Again", "new_slug": "again", "new_parent_page": page.get_parent().pk}
    assert WHY in said(ada.post("wagtailadmin_pages:copy", page.pk, **form, **way))
    assert not Page.objects.filter(slug="again").exists()
    ada.post("wagtailadmin_pages:copy", page.pk, **form)
    assert not Page.objects.get(slug="again").live


def test_what_may_be_published_is_copied_to_learners(ada: Desk) -> None:
    page = teaching("care-plans", title="Plans")
    form = {"new_title": "Again", "new_slug": "again", "new_parent_page": page.get_parent().pk}
    ada.post("wagtailadmin_pages:copy", page.pk, **form, publish_copies="on")
    assert Page.objects.get(slug="again").live


def test_research_alone_leaves_nothing_out(ada: Desk) -> None:
    network = NetworkFactory()
    given = {"phase": "out_of_scope", "reason": "Nobody asked", "purpose": "research"}
    scope_of(agreement_in(network), "care-plans", **given)
    page = module()
    page.get_latest_revision().publish()
    assert is_live(page)
