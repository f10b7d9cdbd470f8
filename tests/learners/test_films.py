"""A film is watched in its section, and goes on where it was left."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from learners.attempts.film_watching import clock
from learners.attempts.models import VideoPosition
from learners.records.models import LearningEvent
from tests.factories import MembershipFactory, ModuleFactory, start_attempt
from tests.factories.films import film
from tests.factories.modules import block_id, one_question, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    later = [section("Then", one_question("q"), film("later"))]
    return start_attempt(
        MembershipFactory().person, ModuleFactory(sections=[section("Watch", film("film")), *later])
    )


@pytest.fixture
def learner(attempt, signed_in):
    return signed_in(attempt.person)


def told(client, attempt, seconds, name="film"):
    url = reverse("attempts:film_position", args=[attempt.pk, block_id(name)])
    return client.post(url, {"seconds": seconds})


def shown(client, attempt):
    page = client.get(reverse("attempts:section", args=[attempt.pk, 1]))
    return BeautifulSoup(page.content, "html.parser").find(class_="app-film")


def test_it_is_the_browsers_own_player_with_captions_and_a_transcript(learner, attempt):
    found = shown(learner, attempt)
    assert found.video.has_attr("controls")
    assert not found.video.has_attr("autoplay")
    assert found.video["preload"] == "metadata"
    track = found.track
    assert (track["kind"], track["srclang"], track.has_attr("default")) == ("captions", "en", True)
    assert "opens the shared record" in found.details.get_text()
    assert found.find("a", download=True)["href"] == found.source["src"]


@pytest.mark.parametrize("what", ["source", "track"])
def test_its_files_are_the_services_own(learner, attempt, what):
    answer = learner.get(shown(learner, attempt).find(what)["src"])
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith({"source": "video/webm", "track": "text/vtt"}[what])
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_where_it_was_left_is_offered_on_any_device(learner, attempt, client):
    assert shown(learner, attempt).button is None
    assert told(learner, attempt, 135).status_code == 204
    found = shown(learner, attempt)
    assert found["data-seconds"] == "135"
    assert found.button.get_text(strip=True) == "Go on from 2:15"


def test_a_few_seconds_are_not_worth_going_on_from(learner, attempt):
    told(learner, attempt, 4)
    assert shown(learner, attempt).button is None


def test_told_twice_it_is_one_place_and_the_last_word_counts(learner, attempt):
    before = LearningEvent.objects.count()
    for seconds in (20, 20, 35, 15):
        told(learner, attempt, seconds)
    assert VideoPosition.objects.get().seconds == 15
    assert LearningEvent.objects.count() == before


@pytest.mark.parametrize("nonsense", ["-1", "21601", "1.5", "", "soon", "9" * 30])
def test_nonsense_is_refused_and_loses_nothing(learner, attempt, nonsense):
    told(learner, attempt, 20)
    assert told(learner, attempt, nonsense).status_code == 400
    assert VideoPosition.objects.get().seconds == 20


def test_only_a_film_of_this_edition_is_known(learner, attempt):
    assert told(learner, attempt, 20, "no such film").status_code == 404
    assert told(learner, attempt, 20, "Watch text").status_code == 404


def test_a_film_behind_a_closed_section_is_not_known_yet(learner, attempt):
    assert told(learner, attempt, 20, "later").status_code == 302
    assert not VideoPosition.objects.exists()


def test_nobody_elses_place_can_be_kept(attempt, signed_in):
    assert told(signed_in(MembershipFactory().person), attempt, 20).status_code == 404
    assert not VideoPosition.objects.exists()


@pytest.mark.parametrize(("seconds", "words"), [(5, "0:05"), (60, "1:00"), (135, "2:15"), (3735, "1:02:15")])
def test_a_place_reads_as_on_a_player(seconds, words):
    assert clock(seconds) == words
