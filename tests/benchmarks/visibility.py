"""What the block costs that says what can be seen: a section's page with it beside the same page without it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from copy import deepcopy
from itertools import cycle, islice
from statistics import median

from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.organisations.models import Membership, Organisation
from learners.sharing.models import Party
from learners.sharing.selectors.visibility import visible_to
from modules.models import Edition, InformationCategory, Role
from tests.benchmarks.client import send_all
from tests.benchmarks.population import Content, Learner, bring_to_section, publish
from tests.benchmarks.queries import queries_of
from tests.benchmarks.server import Server, serving
from tests.benchmarks.variants import Variant, section_page
from tests.factories import ModuleFactory, NetworkFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import agreement_in
from tests.factories.visibility import visibility_block

ORGANISATIONS, KINDS, ROLES = 1_000, 40, 16
ASKED = 8  # kinds of information that the block asks about
READERS = 200  # each at an organisation of their own
ROUNDS, EACH, WARM_UP = 30, 20, 200
AIMS = {"with": 1.15, "first": 1.6, "new hat": 1.6}  # times the page without
LINES = """
    INSERT INTO sharing_visibility (organisation_id, information_id, role_id, how, source, starts_on, checked_on)
    SELECT organisation.id, information.id, role.id, 'live', 'GP record', %(begun)s, %(checked)s
    FROM organisations_organisation organisation, modules_informationcategory information,
        (SELECT id FROM modules_role ORDER BY position, name LIMIT %(roles)s) role
"""


def run_visibility(database: str) -> None:
    """Measure with a full matrix, and print."""
    call_command("collectstatic", verbosity=0, interactive=False)
    organisations = fill_the_matrix()
    bare = publish()
    full = with_block(bare)
    plain = section_page(bring_to_section(bare, READERS), bare)
    readers = at_their_own(bring_to_section(full, READERS), organisations[:READERS])
    compared = {
        "without": plain,
        "with": _pages("with", cycle(readers), full),
        "first": _pages("first of an attempt", _in_known_hats(full, organisations[:READERS]), full),
        "new hat": _pages("first for a hat", _in_new_hats(full, organisations[READERS:]), full),
    }
    one = _pages("with", cycle(readers[:1]), full)  # the second time that they look, the worker knows them
    counted = {name: queries_of(variant) for name, variant in (compared | {"with": one}).items()}
    with serving(database) as server:
        cpu = _measure(server, compared)
    print(table(cpu, counted, queries_for_one(organisations[0])))


def fill_the_matrix() -> list[Organisation]:
    """A line for each role at each organisation for each kind of information, all of it agreed."""
    for n in range(InformationCategory.objects.count(), KINDS):
        InformationCategory.objects.create(
            name=f"Kind {n}", slug=f"kind-{n}", general="Ask.", position=500 + n
        )
    agreement, today = agreement_in(NetworkFactory()), timezone.localdate()
    rows = [Organisation(name=f"Place {n}", kind="acute", ods_code=f"B{n:05d}") for n in range(ORGANISATIONS)]
    organisations = Organisation.objects.bulk_create(rows)
    Party.objects.bulk_create(
        Party(agreement=agreement, organisation=each, state="signed", signed_on=days_ago(30))
        for each in organisations
    )
    for category in InformationCategory.objects.all():
        agreement.scope.create(information=category)
    with closing(connection.cursor()) as cursor:
        cursor.execute(
            "SET session_replication_role = replica"
        )  # foreign keys are right, and 640,000 are many
        cursor.execute(LINES, {"begun": days_ago(20), "checked": today, "roles": ROLES})
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")
    return organisations


def with_block(bare: Content) -> Content:
    """The same module, whose section that is measured also says what can be seen."""
    page = bare.edition.page
    raw = [deepcopy(each) for each in page.sections.raw_data]
    asked = InformationCategory.objects.values_list("slug", flat=True)[:ASKED]
    raw[bare.number - 1]["value"]["content"].insert(1, visibility_block(*asked))
    same = {name: list(getattr(page, name).raw_data) for name in ("check_questions", "outcomes")}
    edition: Edition = ModuleFactory(title=page.title, sections=raw, **same).editions.newest()
    return Content(edition, bare.number, bare.plain)


def at_their_own(learners: list[Learner], organisations: Sequence[Organisation]) -> list[Learner]:
    """Give each learner a hat of their own, and make their attempt in it."""
    roles, today = list(Role.objects.all()[:ROLES]), days_ago(100)
    attempts = Attempt.objects.in_bulk([each.attempt for each in learners])
    hats = []
    for n, (learner, organisation) in enumerate(zip(learners, organisations, strict=True)):
        attempt = attempts[learner.attempt]
        attempt.organisation = organisation
        hats.append(
            Membership(person_id=attempt.person_id, organisation=organisation, role=roles[n % ROLES],
                       staff_group="nursing", starts_on=today)
        )  # fmt: skip
    Attempt.objects.bulk_update(attempts.values(), ["organisation"])
    Membership.objects.bulk_create(hats)
    return learners


def _in_known_hats(content: Content, organisations: Sequence[Organisation]) -> Iterator[Learner]:
    """People who begin, each in a hat that another wears already."""
    while True:
        yield from at_their_own(bring_to_section(content, len(organisations)), organisations)


def _in_new_hats(content: Content, organisations: Sequence[Organisation]) -> Iterator[Learner]:
    """People who begin, each in a hat that nobody wore before, under an agreement that binds others, too."""
    return iter(at_their_own(bring_to_section(content, len(organisations)), organisations))


def _pages(name: str, learners: Iterator[Learner], content: Content) -> Variant:
    """The section's pages of these learners, one after the other, with what they can see on each."""
    shows = section_page([], content).is_right
    requests = (next(section_page([each], content).requests) for each in learners)
    return Variant(name, requests, lambda answer: shows(answer) and b"You can see today" in answer.body)


def _measure(server: Server, compared: Mapping[str, Variant]) -> dict[str, list[float]]:
    """The server's CPU for a request, round by round, the variants in turn."""
    for name in ("without", "with"):
        send_all(server.port, islice(compared[name].requests, WARM_UP), compared[name].is_right)
    cpu: dict[str, list[float]] = {name: [] for name in compared}
    for _ in range(ROUNDS):
        for name, variant in compared.items():
            requests = list(islice(variant.requests, EACH))
            begun = server.cpu_seconds()
            send_all(server.port, requests, variant.is_right)
            cpu[name].append((server.cpu_seconds() - begun) / EACH)
    return cpu


def queries_for_one(organisation: Organisation) -> int:
    """How many queries answer one learner out of the full matrix, when nothing is kept."""
    caches["worker"].clear()
    with CaptureQueriesContext(connection) as captured:
        seen = visible_to(organisation, Role.objects.all()[0], timezone.localdate())
    assert len(seen) == KINDS
    return len(captured) - 1  # the role


def table(cpu: dict[str, list[float]], counted: dict[str, int], queries: int) -> str:
    """A line for each variant: milliseconds, and how many times the page without the block."""
    lines = [f"Visibility: {ORGANISATIONS:,} organisations, {KINDS} kinds of information, {ROLES} roles"]
    for name, times in cpu.items():
        ratio = median(mine / bare for mine, bare in zip(times, cpu["without"], strict=True))
        aim = f"   aim {AIMS[name]}: {'met' if ratio <= AIMS[name] else 'MISSED'}" if name in AIMS else ""
        asked = f"{counted[name]:4} queries" if name in counted else ""
        lines.append(f"page {name:<12}{median(times) * 1000:8.2f} ms{ratio:7.2f} times{asked}{aim}")
    return "\n".join([*lines, f"one learner, out of the whole matrix: {queries} queries"])
