"""While a survey is open, whoever has the whole database reads no answer that stands with too few; nor afterwards."""

import datetime
import logging
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from learners.holdings import Traces, holdings
from learners.surveys.actions.answering import answer
from learners.surveys.actions.mixing import BATCH
from learners.surveys.actions.settling import PATIENCE, settle
from learners.surveys.models import Answer, FreeText, Invitation, SurveyFigure, Token, Waiting, Wave
from learners.surveys.selectors import results_of
from tests.factories import MembershipFactory, NetworkMembershipFactory
from tests.factories.organisations import days_ago
from tests.factories.surveys import answered, closed, link_to, open_survey, points, staff, waiting_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def network() -> Any:
    return NetworkMembershipFactory().network


@pytest.fixture
def home(network: Any) -> Any:
    return network.organisations.get()


def test_what_the_only_doctor_of_a_home_said_is_not_in_the_database(network: Any, home: Any) -> None:
    doctor = MembershipFactory(organisation=home, staff_group="medical")
    wave = open_survey(network)
    answered(wave, doctor, words="Sister Quillfeather forbids it", point=1)
    row = str(Waiting.objects.values_list().get())
    assert "Quillfeather" not in row
    assert wave.asked[0]["key"] not in row
    (told,) = waiting_in(wave)
    assert (set(told.answers.values()), told.words) == ({1}, "Sister Quillfeather forbids it")


def test_nor_whether_somebody_wrote_or_how_much_nor_when(network: Any, home: Any) -> None:
    hats = staff(home, 3)
    wave = open_survey(network)
    for hat, words in zip(hats, ["", "No time.", "A" * 1000], strict=True):
        answered(wave, hat, words=words, point=1 + len(words) % 5)
    boxes = list(Waiting.objects.values_list("answers", "words"))
    assert {len(box) for row in boxes for box in row} == {len(boxes[0][0])}
    assert len({box for row in boxes for box in row}) == 6
    times = {box[1:12] for row in boxes for box in row}
    assert times == {"AAAAAAAAAAA"}, "A Fernet box begins with the time; these all say 1970."


def test_what_waits_is_lost_to_nobody_when_the_secret_is_replaced(
    settings: Any, network: Any, home: Any
) -> None:
    hats = staff(home, BATCH + 2)
    wave = open_survey(network)
    answered(wave, *hats[:4], words="Before")
    links = [link_to(wave, hat.person) for hat in hats]
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
    for link in links[4:]:
        answer(token=link, answers=points(wave), words="After", on=timezone.localdate())
    assert Answer.objects.count() == BATCH
    closed(wave)
    assert Answer.objects.count() == BATCH + 2


def test_without_the_secret_it_waits_for_whoever_has_it_and_then_counts_without(
    settings: Any, network: Any, home: Any, caplog: Any
) -> None:
    hats = staff(home, 3 * BATCH)
    wave = open_survey(network)
    answered(wave, *hats[: BATCH + 3])
    settings.SECRET_KEY = "another"
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(30), closes_on=days_ago(1))
    today = timezone.localdate()
    with caplog.at_level(logging.ERROR):
        assert not settle(wave=wave, on=today)
    assert "SECRET_KEY_FALLBACKS" in caplog.text
    assert not SurveyFigure.objects.exists()
    Wave.objects.filter(pk=wave.pk).update(closes_on=today - PATIENCE - datetime.timedelta(days=1))
    assert settle(wave=wave, on=today)
    assert Answer.objects.count() == BATCH, "Those that were mixed before are counted."
    assert not Waiting.objects.exists()


@pytest.mark.parametrize(("number", "kept"), [(7, 0), (8, 8)])
def test_of_fewer_than_eight_altogether_nothing_that_was_said_is_kept(
    network: Any, home: Any, number: int, kept: int
) -> None:
    """A survey of one small home names the home by itself, so that leaving it out of the rows would hide nothing."""
    hats = staff(home, number)
    wave = open_survey(network)
    wave.organisations.set([home])
    answered(wave, *hats, words="Nobody here may.")
    wave = closed(wave)
    assert (Answer.objects.count(), FreeText.objects.count()) == (kept, kept)
    assert (results_of(wave).whole.response is None) is (kept == 0)


def test_the_name_of_somebody_who_is_forgotten_goes_from_what_waits(network: Any, home: Any) -> None:
    first, second = staff(home, 2)
    wave = open_survey(network)
    answered(wave, first, words="Quillfeather forbids it")
    answered(wave, second, words="No time.")
    untouched = set(Waiting.objects.values_list("pk", "words"))
    (holding,) = [each for each in holdings() if each.key == "survey_invitations"]
    holding.forget(
        first.person, Traces(names=frozenset({"Quillfeather"}), addresses=frozenset(), numbers=frozenset())
    )
    words = {row.words for row in waiting_in(wave)}
    assert not any("Quillfeather" in each for each in words)
    assert "No time." in words
    assert len(untouched & set(Waiting.objects.values_list("pk", "words"))) == 1
    assert Invitation.objects.count() == 1


def test_the_hourly_command_goes_on_where_an_old_survey_cannot_be_read(
    settings: Any, network: Any, home: Any
) -> None:
    hats = staff(home, 2)
    wave = open_survey(network)
    answered(wave, *hats)
    Wave.objects.filter(pk=wave.pk).update(opens_on=days_ago(30), closes_on=days_ago(1))
    settings.SECRET_KEY = "another"
    call_command("surveys")
    wave.refresh_from_db()
    assert wave.settled_on is None
    assert Token.objects.filter(was_used=True).count() == 2
