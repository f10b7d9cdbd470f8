"""Nobody can tell who said what: by keys, by order, by time, or by what else changes in the database."""

import random
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from learners.holdings import Traces, holdings
from learners.people.models import User
from learners.statements.models import Statement
from learners.surveys.actions.mixing import BATCH
from learners.surveys.coarsening import FEWEST, FEWEST_BY_GROUP, coarsened
from learners.surveys.models import Answer, FreeText, Invitation, Token, Waiting
from learners.surveys.tokens import digest_of, tokens_for
from tests.factories import NetworkMembershipFactory, OrganisationFactory
from tests.factories.surveys import answered, closed, link_to, open_survey, points, staff

pytestmark = pytest.mark.django_db
SAID = [Answer, FreeText, Waiting]
PERSONAL = {User, Invitation, Token}


def reachable(model: type[models.Model]) -> set[Any]:
    """Every model that a row leads to by its own keys, and by theirs."""
    found, todo = set(), [model]
    while todo:
        for field in todo.pop()._meta.get_fields():
            ahead = field.related_model
            if (field.many_to_one or field.one_to_one) and not field.auto_created and ahead not in found:
                found.add(ahead)
                todo.append(ahead)
    return found


def order_of(model: Any) -> list[Any]:
    """Keys in the order in which the database keeps the rows: what an administrator sees without asking for any."""
    number = "ctid" if connection.vendor == "postgresql" else "rowid"
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{key}" FROM "{table}" ORDER BY {number}')
        return [model._meta.pk.to_python(row[0]) for row in cursor.fetchall()]


def everything() -> dict[str, Counter[str]]:
    """Every row of every table."""
    return {
        model._meta.label: Counter(str(row) for row in model._base_manager.values_list())
        for model in apps.get_models(include_auto_created=True)
    }


def changed(before: Any, after: Any) -> set[str]:
    return {label for label in after if before[label] != after[label]}


@pytest.fixture
def organisation() -> Any:
    return NetworkMembershipFactory().organisation


@pytest.fixture
def wave(organisation: Any) -> Any:
    staff(organisation, 24)
    return open_survey(organisation.networks.get())


def people_of(wave: Any) -> list[Any]:
    """Who is asked, in the order of their accounts."""
    return list(User.objects.filter(survey_invitations__wave=wave).order_by("pk"))


def answer_all(wave: Any, people: list[Any]) -> None:
    """Each says something that nobody else says: the nth has its number, written to the base of five."""
    for number, person in enumerate(people):
        first, second = divmod(number, 5)
        answered(wave, person.memberships.get(), words=f"word {number}", _1=first + 1, _2=second + 1)


def number_in(row: Any, wave: Any) -> int:
    """Which of them said this."""
    first, second = (row.answers[wave.asked[place]["key"]] for place in (0, 1))
    return (first - 1) * 5 + second - 1


@pytest.mark.parametrize("model", SAID)
def test_what_people_said_has_no_way_to_a_person_no_time_and_a_random_key(model: Any) -> None:
    assert {each.__name__ for each in reachable(model) & PERSONAL} == set()
    fields = model._meta.get_fields()
    assert [field.name for field in fields if isinstance(field, models.DateField | models.TimeField)] == []
    assert isinstance(model._meta.pk, models.UUIDField)
    assert [field.name for field in fields if isinstance(field, models.AutoField)] == []


def test_a_link_leads_to_no_person_and_has_no_time() -> None:
    assert {User, Invitation} & reachable(Token) == set()
    assert not [each for each in Token._meta.get_fields() if isinstance(each, models.DateField)]
    assert {field.name for field in Invitation._meta.get_fields()} == {
        "id",
        "wave",
        "person",
        "lease_until",
        "sent_on",
    }


def test_only_somebodys_random_name_the_salt_and_the_secret_make_a_link(wave: Any, settings: Any) -> None:
    person = people_of(wave)[0]
    assert Token.objects.filter(pk=digest_of(link_to(wave, person))).exists()
    assert link_to(wave, person) not in str(everything())
    settings.SECRET_KEY = "whoever has the database has it not"
    assert not Token.objects.filter(pk=digest_of(link_to(wave, person))).exists()


def test_answering_by_the_page_changes_nothing_but_the_link_and_the_answer(
    signed_in: Any, wave: Any, caplog: Any
) -> None:
    person = people_of(wave)[0]
    client, url = signed_in(person), reverse("surveys:ask", args=[link_to(wave, person)])
    client.get(url)
    before = everything()
    client.post(url, {key: str(point) for key, point in points(wave).items()}, follow=True)
    assert changed(before, everything()) == {"surveys.Token", "surveys.Waiting"}
    assert link_to(wave, person) not in caplog.text
    assert not Statement.objects.exists()


def test_neither_links_nor_invitations_are_in_the_order_of_people(wave: Any) -> None:
    people = people_of(wave)
    links = [digest_of(link_to(wave, person)) for person in people]
    invited = list(Invitation.objects.order_by("pk").values_list("person_id", flat=True))
    assert set(order_of(Token)) == set(links)
    assert order_of(Token) != links
    assert invited != [person.pk for person in people]
    place = {person.pk: link for person, link in zip(people, links, strict=True)}
    assert [place[key] for key in invited] != order_of(Token)


def test_answers_wait_until_there_are_enough_to_shuffle(wave: Any) -> None:
    people = people_of(wave)
    answer_all(wave, people[: BATCH - 1])
    assert (Waiting.objects.count(), Answer.objects.count()) == (BATCH - 1, 0)
    answer_all(wave, people[BATCH - 1 : BATCH])
    assert (Waiting.objects.count(), Answer.objects.count(), FreeText.objects.count()) == (0, BATCH, BATCH)


def test_whoever_has_every_row_and_its_place_cannot_put_answers_to_links(wave: Any) -> None:
    """Even somebody who can make everybody's link, and saw in which order they were used."""
    people = people_of(wave)
    random.Random(7).shuffle(people)
    answer_all(wave, people)
    used = [digest_of(link_to(wave, person)) for person in people]
    rows = Answer.objects.in_bulk()
    stored = [number_in(rows[key], wave) for key in order_of(Answer)]
    by_key = [number_in(row, wave) for row in sorted(rows.values(), key=lambda row: row.pk)]
    texts = FreeText.objects.in_bulk()
    words = [int(texts[key].words.split()[1]) for key in order_of(FreeText)]
    links = [used.index(digest) for digest in order_of(Token)]
    told = list(range(len(people)))
    assert sorted(stored) == sorted(words) == sorted(links) == told
    for order in (stored, by_key, words, links):
        assert order not in (told, told[::-1])
        assert in_place(order, told) < 10  # of 24, chance puts one in its place
    assert in_place(stored, links) < 10
    assert in_place(stored, words) < 10


def in_place(one: list[int], other: list[int]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=True))


def test_once_settled_nobody_can_tell_who_answered(wave: Any) -> None:
    people = people_of(wave)
    links = {digest_of(link_to(wave, person)) for person in people}
    answer_all(wave, people[:12])
    before = order_of(Token)
    wave = closed(wave)
    assert tokens_for(wave, people[0]) == []
    kept = Token.objects.values_list("organisation", "staff_group", "was_used").distinct()
    assert list(kept) == [(None, "", False)]
    assert set(order_of(Token)) == links
    assert order_of(Token) != before
    assert Waiting.objects.count() == 0
    assert Answer.objects.count() == FreeText.objects.count() == 12


def test_whoever_shares_a_place_with_too_few_is_settled_without_it() -> None:
    network = NetworkMembershipFactory().network
    large = network.organisations.get()
    small = NetworkMembershipFactory(network=network, organisation=OrganisationFactory()).organisation
    hats = [*staff(large, 12), *staff(large, 2, "medical"), *staff(small, 3)]
    wave = open_survey(network)
    answered(wave, *hats, words="No time.")
    closed(wave)
    places = Counter(Answer.objects.values_list("organisation", "staff_group"))
    assert places == {(None, ""): 17}, (
        "Three alone would be told by what is missing, so the others join them."
    )
    assert set(FreeText.objects.values_list("organisation", flat=True)) == {None}


def test_no_row_that_is_kept_stands_with_too_few() -> None:
    chance = random.Random(5)
    for _ in range(200):
        here = [chance.choice([1, 2, 2, 3, 3, 3, 3, 3, 4]) for _ in range(chance.randint(1, 120))]
        places = [(where, chance.choice(["nursing", "nursing", "medical", "estates"])) for where in here]
        kept = coarsened(places)
        after = Counter(kept[place] for place in places)
        organisations: Counter[Any] = Counter()
        for (organisation, _), number in after.items():
            organisations[organisation] += number
        if len(places) >= FEWEST:
            assert min(organisations.values()) >= FEWEST
        for (organisation, group), number in after.items():
            assert organisation is None or not group or number >= FEWEST_BY_GROUP


def test_somebody_who_is_forgotten_takes_their_invitation_and_no_answer(wave: Any) -> None:
    people = people_of(wave)
    answer_all(wave, people[:10])
    before = everything()
    (holding,) = [each for each in holdings() if each.key == "survey_invitations"]
    nobody = Traces(names=frozenset({"Quillfeather"}), addresses=frozenset(), numbers=frozenset())
    assert [row["Survey"] for row in holding.rows(people[0])] == [wave.title]
    holding.forget(people[0], nobody)
    assert changed(before, everything()) == {"surveys.Invitation"}
    holding.forget(people[1], Traces(names=frozenset({"word"}), addresses=frozenset(), numbers=frozenset()))
    assert not FreeText.objects.filter(words__contains="word").exists()
    assert timezone.localdate() <= wave.closes_on
