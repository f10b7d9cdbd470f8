"""One thing is done for many people: seen before, done once, taken back."""

import uuid
from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from learners.bulk.actions import carry_out, undo
from learners.bulk.models import BulkAction, BulkItem, Outcome
from learners.reminders.actions import prefer
from learners.reminders.models import Digest, Nudge
from learners.requirements.models import Assignment, Exemption, KeptStanding
from learners.requirements.selectors import standings_of_person
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    TeamFactory,
    finish_attempt,
)
from tests.factories.bulk import reminded
from tests.factories.organisations import days_ago
from tests.factories.reminders import asked_in, due_in
from tests.factories.standings import AssignmentFactory, worked_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def late() -> Any:
    """A hat of somebody who is late."""
    hat = due_in(-5)
    worked_out(hat.organisation)
    return hat


@pytest.fixture
def manager(late: Any) -> Any:
    return AppointmentFactory(organisation=late.organisation).person


@pytest.fixture
def administrator(late: Any) -> Any:
    return AppointmentFactory(capacity="administrator", organisation=late.organisation).person


def choosing(client: Any, kind: str, *hats: Any, **more: Any) -> Any:
    url = reverse("bulk:choose", args=[hats[0].organisation.uuid])
    data = {"action": kind, "membership": [str(hat.uuid) for hat in hats], **more}
    return client.post(url, data, follow=True)


def the_action() -> BulkAction:
    return BulkAction.objects.get()


def press(client: Any, button: str) -> Any:
    action = the_action()
    url = reverse(f"bulk:{button}", args=[action.organisation.uuid, action.uuid])
    return client.post(url, follow=True)


def say(client: Any, **data: Any) -> Any:
    action = the_action()
    return client.post(reverse("bulk:one", args=[action.organisation.uuid, action.uuid]), data, follow=True)


def outcome_of(hat: Any) -> str:
    return BulkItem.objects.get(person=hat.person).outcome


def test_people_are_reminded_after_a_look_at_who_it_would_be_and_it_is_taken_back(
    signed_in: Any, manager: Any, late: Any
) -> None:
    mine = signed_in(manager)
    idle = MembershipFactory(organisation=late.organisation, ends_on=days_ago(0))
    finish_attempt(idle.person, late.organisation.requirements.get().modules.get(), late.organisation)
    page = choosing(mine, "remind", late, idle)
    assert "It will be done for 1 person" in page.text
    assert Outcome.NOTHING_OPEN.label in page.text
    assert not Nudge.objects.exists()
    assert "Done for 1 of 2 people" in press(mine, "do").text
    assert Nudge.objects.get().person == late.person
    assert "Taken back for 1" in press(mine, "undo").text
    assert Nudge.objects.get().taken_back_at
    assert list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "bulk.done",
        "bulk.undone",
    ]


def test_a_second_click_does_nothing_twice(signed_in: Any, manager: Any, late: Any) -> None:
    mine = signed_in(manager)
    choosing(mine, "remind", late)
    for button in ("do", "do", "undo", "undo", "do"):
        press(mine, button)
    assert Nudge.objects.count() == 1
    assert Nudge.objects.get().taken_back_at
    assert ModelLogEntry.objects.count() == 2


def test_who_has_a_reminder_waiting_or_wants_none_is_left_out(
    signed_in: Any, manager: Any, late: Any
) -> None:
    silent = MembershipFactory(organisation=late.organisation)
    prefer(person=silent.person, own=False, weekly=True)
    worked_out(late.organisation)
    first = reminded(late, by=manager)
    mine = signed_in(manager)
    page = choosing(mine, "remind", late, silent)
    assert "There is nobody left" in page.text
    second = carry_out(action=BulkAction.objects.exclude(pk=first.pk).get(), by=manager)
    assert set(second.items.values_list("outcome", flat=True)) == {"waiting", "no_email"}
    undo(action=second, by=manager)
    assert Nudge.objects.get().taken_back_at is None, "it takes back only what it did"


def test_a_module_is_asked_of_those_of_whom_it_is_not_asked(signed_in: Any, manager: Any, late: Any) -> None:
    module, has_done = ModuleFactory(title="Look first"), MembershipFactory(organisation=late.organisation)
    given = MembershipFactory(organisation=late.organisation)
    finish_attempt(has_done.person, module, late.organisation)
    AssignmentFactory(person=given.person, organisation=late.organisation, module=module)
    mine = signed_in(manager)
    page = choosing(mine, "assign", late, has_done, given)
    assert "It will be done" not in page.text
    assert "Enter the day" in say(mine, module=module.pk, day="").text
    assert "Choose today or a day ahead" in say(mine, module=module.pk, day=days_ago(1).isoformat()).text
    assert "It will be done for 1 person" in say(mine, module=module.pk, day=days_ago(-9).isoformat()).text
    press(mine, "do")
    assert (outcome_of(late), outcome_of(has_done), outcome_of(given)) == ("done", "has_done", "asked")
    assert KeptStanding.objects.current().filter(person=late.person, module=module).exists()
    titles = {each.module.title for each in standings_of_person(late.person, days_ago(0))}
    assert titles == {"Ask first", "Look first"}
    press(mine, "undo")
    assert Assignment.objects.filter(withdrawn_at=None).get().person == given.person
    titles = {each.module.title for each in standings_of_person(late.person, days_ago(0))}
    assert titles == {"Ask first"}


def test_an_administrator_marks_exempt_with_a_reason(signed_in: Any, administrator: Any, late: Any) -> None:
    mine = signed_in(administrator)
    choosing(mine, "exempt", late)
    assert "Enter a reason" in say(mine, module="", day="", reason="").text
    say(mine, module="", day="", reason="Never sees a record")
    press(mine, "do")
    assert [each.standing.state for each in standings_of_person(late.person, days_ago(0))] == ["exempt"]
    assert Exemption.objects.get().given_by == administrator
    press(mine, "undo")
    assert [each.standing.state for each in standings_of_person(late.person, days_ago(0))] == ["overdue"]


def test_a_manager_marks_nobody_exempt(signed_in: Any, manager: Any, late: Any) -> None:
    page = choosing(signed_in(manager), "exempt", late)
    assert "Choose what you want to do" in page.text
    assert not BulkAction.objects.exists()


def test_nobody_outside_somebodys_teams_is_chosen(signed_in: Any, late: Any) -> None:
    team = TeamFactory(organisation=late.organisation)
    mine = AppointmentFactory(organisation=late.organisation, team=team).person
    ward = MembershipFactory(organisation=late.organisation, team=team)
    elsewhere = due_in(-5)
    client = signed_in(mine)
    url = reverse("bulk:choose", args=[late.organisation.uuid])
    keys = [str(hat.uuid) for hat in (late, ward, elsewhere)]
    client.post(url, {"action": "remind", "membership": [*keys, "nonsense", str(uuid.uuid4())]})
    assert list(the_action().items.values_list("person", flat=True)) == [ward.person_id]


def test_who_moved_out_of_reach_between_preview_and_button_is_left_out(late: Any) -> None:
    team = TeamFactory(organisation=late.organisation)
    late.team = team
    late.save()
    leader = AppointmentFactory(organisation=late.organisation, team=team).person
    late.team = None
    late.save()
    assert reminded(late, by=leader).items.get().outcome == "gone"


def test_all_who_fit_the_filters_are_chosen_not_only_a_page(signed_in: Any, manager: Any, late: Any) -> None:
    for _ in range(3):
        MembershipFactory(organisation=late.organisation, starts_on=days_ago(300))
    new = MembershipFactory(organisation=late.organisation, starts_on=days_ago(0))
    worked_out(late.organisation)
    choosing(signed_in(manager), "remind", late, all="1", state="late")
    chosen = set(the_action().items.values_list("person", flat=True))
    assert len(chosen) == 4
    assert new.person_id not in chosen


def test_ticking_nobody_is_said_and_changes_nothing(signed_in: Any, manager: Any, late: Any) -> None:
    url = reverse("bulk:choose", args=[late.organisation.uuid])
    assert "You ticked nobody" in signed_in(manager).post(url, {"action": "remind"}).text
    assert not BulkAction.objects.exists()


def test_managers_see_their_own_doings_and_administrators_everybodys(
    signed_in: Any, manager: Any, administrator: Any, late: Any
) -> None:
    other = AppointmentFactory(organisation=late.organisation).person
    action = reminded(late, by=manager)
    one = reverse("bulk:one", args=[late.organisation.uuid, action.uuid])
    listed = reverse("bulk:done", args=[late.organisation.uuid])
    assert [signed_in(who).get(one).status_code for who in (manager, administrator, other)] == [200, 200, 404]
    assert one in signed_in(administrator).get(listed).text
    assert one not in signed_in(other).get(listed).text


def test_what_was_sent_stays_sent(manager: Any, late: Any) -> None:
    action = reminded(late, by=manager)
    Nudge.objects.update(digest=Digest.objects.create(person=late.person, day=days_ago(0), plan=uuid.uuid4()))
    action = undo(action=action, by=manager)
    assert action.state == "undone"
    assert not action.items.get().taken_back
    assert Nudge.objects.get().taken_back_at is None


def test_asking_twice_at_once_asks_once(manager: Any, late: Any) -> None:
    asked_in(5, late.organisation, title="Another")
    worked_out(late.organisation)
    actions = [reminded(late, by=manager) for _ in range(2)]
    assert [action.items.get().outcome for action in actions] == ["done", "waiting"]
