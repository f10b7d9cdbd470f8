"""What standings and dashboards cost, and whether that grows with a country around them."""

import csv
import datetime
import io
import time
import uuid
from collections.abc import Callable
from functools import partial
from itertools import cycle, islice
from statistics import median
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from learners.dashboards.exports import lines
from learners.dashboards.publishing import publish
from learners.dashboards.selectors import Place
from learners.dashboards.wanted import Wanted
from learners.organisations.models import Membership, NetworkMembership, Organisation
from learners.organisations.scope import Scope
from learners.records.actions import Journey
from learners.records.models import Completion, Evidence, LearningEvent, Verb
from learners.requirements.counting import count_now
from learners.requirements.keeping import catch_up
from learners.requirements.models import Adoption, KeptStanding, Requirement, Roll, Stirred
from learners.requirements.stirring import on_events
from learners.rosters.bulk import refresh_statistics
from tests.benchmarks.client import Request, send_all
from tests.benchmarks.population import session_of
from tests.benchmarks.rosters import forget_peak, peak
from tests.benchmarks.server import Server, serving
from tests.factories import AppointmentFactory, ModuleFactory, NetworkFactory, RequirementFactory
from training.demo.population import populate

STEPS = ((15_000, 15, 10_000), (135_000, 85, 20_000), (1_350_000, 900, 20_000))
"""People, organisations and the staff of the largest of them, added one after the other."""
ROUNDS, EACH = 8, 6


def run_standings(database: str, most: str = "") -> None:
    """Measure after each step, up to so many people in all, and print."""
    call_command("collectstatic", verbosity=0, interactive=False)
    network = NetworkFactory()
    modules = ModuleFactory.create_batch(4)
    asked = [
        RequirementFactory(organisation=None, network=network, module=each, starts_on=_day(-900))
        for each in modules
    ]
    lead = AppointmentFactory(network_lead=True, network=network).person
    alike, people = None, 0
    for count, places, largest in STEPS:
        people += count
        if most and people > int(most):
            break
        made = populate(count, places, largest=largest)
        alike = alike or made[0]
        _join(made, network, asked)
        _learn(made[0], modules)
        print(f"\n{people:,} people", _nightly(made[0]), sep="\n", flush=True)
        _fill(made[1:], asked)
        print(_events(made[0], modules[0]), _file(made[0], modules[0]), sep="\n", flush=True)
        publish(network)
        for place in {alike, made[0]}:
            catch_up(place.pk, at_most=None)
        _pages(
            database,
            {"organisation of 10,000": alike, f"organisation of {largest:,}": made[0]},
            network,
            lead,
        )


def _day(later: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=later)


def _join(made: list[Organisation], network: Any, asked: list[Requirement]) -> None:
    """All in one network, whose four requirements all adopt."""
    NetworkMembership.objects.bulk_create(
        NetworkMembership(network=network, organisation=each, starts_on=_day(-900)) for each in made
    )
    Adoption.objects.bulk_create(
        Adoption(requirement=requirement, organisation=each, starts_on=_day(-900))
        for each in made
        for requirement in asked
    )


def _learn(place: Organisation, modules: list[Any]) -> None:
    """Two of three people have done two of the modules."""
    people = list(Membership.objects.filter(organisation=place).values_list("person", flat=True))
    for module in modules[:2]:
        edition, at = module.editions.newest(), timezone.now() - datetime.timedelta(days=30)
        events = LearningEvent.objects.bulk_create(
            LearningEvent(verb=Verb.COMPLETED, person_id=person, organisation=place, edition=edition,
                          registration=uuid.uuid4(), occurred_at=at, detail={"seconds": 600})
            for person in people if person % 3
        )  # fmt: skip
        Completion.objects.bulk_create(
            [Completion(person_id=event.person_id, module_key=edition.module_key, edition=edition, event=event,
                        organisation=place, registration=event.registration, completed_at=at,
                        evidence=Evidence.MARKED) for event in events],
            batch_size=5_000,
        )  # fmt: skip
    refresh_statistics([LearningEvent, Completion])


def _nightly(place: Organisation) -> str:
    """Everybody of one organisation is worked out: written first, and then compared, as on a night without news."""
    said = []
    for what in ("written first", "gone through again"):
        Stirred.objects.create(organisation=place, on=_day(0))
        forget_peak()
        before = peak()
        began = time.perf_counter()
        catch_up(place.pk, at_most=None)
        seconds = time.perf_counter() - began
        rows = KeptStanding.objects.current().filter(organisation=place).count()
        said.append(f"  {what}: {rows:,} standings, {rows / seconds:,.0f} a second, "
                    f"{peak() - before:.0f} MB more than before")  # fmt: skip
    return "\n".join(said)


def _fill(made: list[Organisation], asked: list[Requirement]) -> None:
    """The standings of all the others, by one statement: they are there to be in the way."""
    with connection.cursor() as cursor:
        for requirement in asked:
            module = requirement.modules.get()
            cursor.execute(
                """INSERT INTO requirements_keptstanding (organisation_id, person_id, module_id, module_key,
                requirement_id, membership_id, role_id, staff_group, team_id, site_id, joined_on, state, due,
                changes_on, from_on)
                SELECT DISTINCT ON (organisation_id, person_id) organisation_id, person_id, %s, %s::uuid, %s, id,
                role_id, staff_group, team_id, site_id, starts_on,
                CASE id %% 4 WHEN 0 THEN 'overdue' WHEN 1 THEN 'not_started' ELSE 'compliant' END,
                starts_on + 28, %s, %s FROM organisations_membership WHERE organisation_id = ANY(%s)""",
                [
                    module.pk,
                    module.translation_key,
                    requirement.pk,
                    _day(90),
                    _day(-20),
                    [each.pk for each in made],
                ],
            )
    refresh_statistics([KeptStanding])
    for each in made:
        count_now(each.pk)
    Roll.objects.bulk_create([Roll(organisation=each, counted_on=_day(0)) for each in made])


def _events(place: Organisation, module: Any) -> str:
    """One person's event with its note, beside the event alone; and what working the notes out costs a reader."""
    hats = list(Membership.objects.filter(organisation=place).select_related("person")[:60])
    edition = module.editions.newest()
    ratios = []
    for hat in hats:
        journey = Journey(person=hat.person, organisation=place, edition=edition, registration=uuid.uuid4())
        bare = _took(partial(_insert, journey))
        ratios.append(_took(partial(_insert_and_note, journey)) / bare)
    verdict = "met" if median(ratios) <= 2 else "MISSED"
    worked_out = _took(lambda: catch_up(place.pk))
    return (f"  event and its note / event alone: {median(ratios):.1f} (aim 2: {verdict}); "
            f"60 people worked out and figures counted in {worked_out * 1000:.0f} ms")  # fmt: skip


def _insert(journey: Journey) -> list[LearningEvent]:
    return LearningEvent.objects.bulk_create([journey.event(Verb.LAUNCHED, at=timezone.now())])


def _insert_and_note(journey: Journey) -> None:
    on_events(events=_insert(journey))


def _file(place: Organisation, module: Any) -> str:
    """The file of one module's people, beside a bare cursor."""
    person = AppointmentFactory(organisation=place, capacity="administrator").person
    found = Place(Scope.of(person), place, _day(0))
    wanted = Wanted(module=module.translation_key)
    ratios, rows, grown = [], 0, 0.0
    for _ in range(5):
        bare = _took(lambda: _bare(place, module))
        forget_peak()
        before = peak()
        ratios.append(_took(lambda: sum(map(len, lines(found, wanted)))) / bare)
        grown = max(grown, peak() - before)
        rows = (
            KeptStanding.objects.current()
            .filter(organisation=place, module_key=module.translation_key)
            .count()
        )
    verdict = "met" if median(ratios) <= 3 else "MISSED"
    return (
        f"  CSV of {rows:,} rows / bare cursor: {median(ratios):.1f} (aim 3: {verdict}), {grown:.0f} MB more"
    )


def _bare(place: Organisation, module: Any) -> None:
    writer = csv.writer(io.StringIO())
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(
            """SELECT first_name, last_name, email, site_id, team_id, staff_group, role_id, state, due, expires, done_on
            FROM requirements_keptstanding JOIN people_user ON people_user.id = person_id
            WHERE to_on IS NULL AND organisation_id = %s AND module_key = %s ORDER BY last_name, first_name""",
            [place.pk, module.translation_key],
        )
        while rows := cursor.fetchmany(2_000):
            writer.writerows(rows)


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _pages(database: str, places: dict[str, Organisation], network: Any, lead: Any) -> None:
    """The server's CPU time for each page, beside the bare view, round by round."""
    session = session_of(lead)
    paths = {"bare": "/bare/", "network": reverse("dashboards:network", args=[network.slug])}
    for name, place in places.items():
        AppointmentFactory(person=lead, organisation=place, capacity="administrator")
        paths[name] = reverse("dashboards:organisation", args=[place.uuid])
    hat = Membership.objects.filter(organisation=place).latest("pk")
    paths["person"] = reverse("dashboards:person", args=[place.uuid, hat.uuid])
    cpu: dict[str, list[float]] = {name: [] for name in paths}
    with serving(database) as server:
        for _ in range(ROUNDS):
            for name, path in paths.items():
                cpu[name].append(_cost(server, path, session))
    bare = cpu["bare"][1:]
    for name, times in cpu.items():
        ratio = median(mine / limit for mine, limit in zip(times[1:], bare, strict=True))
        print(f"  {name:<26}{median(times[1:]) * 1000:8.1f} ms CPU{ratio:8.1f} x the bare view", flush=True)


def _cost(server: Server, path: str, session: str) -> float:
    requests = islice(cycle([Request("GET", path, f"sessionid={session}")]), EACH)
    begun = server.cpu_seconds()
    send_all(server.port, requests, lambda answer: answer.status == 200)
    return (server.cpu_seconds() - begun) / EACH
