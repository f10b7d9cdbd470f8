"""One run: prepare, measure in rounds, print."""

from collections.abc import Iterator, Mapping
from itertools import islice

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from learners.attempts.models import Response
from learners.records.models import LearningEvent
from learners.statements.models import Delivery, Statement
from tests.benchmarks import report, variants
from tests.benchmarks.client import Request, send_all, send_side_by_side
from tests.benchmarks.population import Content, Learner, bring_to_section, publish
from tests.benchmarks.queries import queries_of
from tests.benchmarks.record_store import run_record_store
from tests.benchmarks.record_store_memory import run_record_store_memory
from tests.benchmarks.record_store_reads import run_record_store_reads
from tests.benchmarks.report import Figures
from tests.benchmarks.rosters import run_rosters
from tests.benchmarks.server import Server, serving
from tests.benchmarks.standings import run_standings
from tests.benchmarks.variants import Variant
from tests.benchmarks.visibility import run_visibility

ROUNDS = 30
ALONE = 25  # requests of each variant in a round, from one client
CLIENTS = 4
EACH = 10  # requests of each variant in a round, from each of four clients
REQUESTS, STEP = 10_000, 1_000  # over which memory is watched
READERS = 200  # people who look at pages
WARM_UP = 200  # requests of each variant that are not measured
ANSWERS = 2 + WARM_UP + ROUNDS * (ALONE + CLIENTS * EACH)  # the first two count queries
ANSWERERS = ANSWERS // 2  # each has two questions to answer


def run(only: str = "", most: str = "") -> None:
    """Measure everything, or one part, in a database of its own.

    `most`: of standings, up to so many people; of the record store, so many statements.
    """
    before = settings.DATABASES["default"]["NAME"]
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        if only in ("", "pages"):
            _pages(database)
        if only in ("", "rosters"):
            run_rosters()
        if only in ("", "standings"):
            run_standings(database, most)
        if only in ("", "record_store"):
            run_record_store(database)
        if only in ("", "record_store_reads"):
            run_record_store_reads(database, most)
        if only == "record_store_memory":  # a million take a quarter of an hour and more
            run_record_store_memory(database, most)
        if only in ("", "visibility"):
            run_visibility(database)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _pages(database: str) -> None:
    """A section's page and an answer, beside bare views."""
    call_command("collectstatic", verbosity=0, interactive=False)
    content = publish()
    learners = iter(bring_to_section(content, READERS + ANSWERERS + REQUESTS // 4))
    compared = _variants(content, list(islice(learners, READERS)), list(islice(learners, ANSWERERS)))
    figures = {variant.name: Figures(queries_of(variant)) for variant in compared}
    with serving(database) as server:
        _measure(server, compared, figures)
        print(report.table(figures), report.ratios(figures), sep="\n\n", end="\n\n", flush=True)
        held = _watch_memory(server, variants.learning(list(learners), content))
        print(report.memory(held))
    _hold_to_account(content, answers=ANSWERS + REQUESTS // 2)


def _variants(content: Content, readers: list[Learner], answerers: list[Learner]) -> list[Variant]:
    return [
        variants.section_page(readers, content),
        variants.answers(answerers, content),
        variants.bare(readers),
        variants.plain_page(readers, content),
    ]


def _measure(server: Server, compared: list[Variant], figures: Mapping[str, Figures]) -> None:
    """Take turns, so that whatever else this machine does falls on all alike."""
    for variant in compared:
        _side_by_side(server, variant, WARM_UP // CLIENTS)
    for _ in range(ROUNDS):
        for variant in compared:
            begun = server.cpu_seconds()
            times = send_all(server.port, islice(variant.requests, ALONE), variant.is_right)
            figures[variant.name].alone += times
            figures[variant.name].cpu.append((server.cpu_seconds() - begun) / ALONE)
    for _ in range(ROUNDS):
        for variant in compared:
            figures[variant.name].four += _side_by_side(server, variant, EACH)


def _side_by_side(server: Server, variant: Variant, each: int) -> list[float]:
    shares = [list(islice(variant.requests, each)) for _ in range(CLIENTS)]
    return send_side_by_side(server.port, shares, variant.is_right)


def _watch_memory(server: Server, requests: Iterator[Request]) -> dict[int, float]:
    held = {}
    for sent in range(STEP, REQUESTS + 1, STEP):
        shares = [list(islice(requests, STEP // CLIENTS)) for _ in range(CLIENTS)]
        send_side_by_side(
            server.port, shares, lambda answer: answer.status == 200 or "?answered=" in answer.location
        )
        held[sent] = server.memory()
    return held


def _hold_to_account(content: Content, *, answers: int) -> None:
    """Every answer that was sent stands in the database, with its event, its statement and its delivery."""
    asked = [question.id for question in content.section.questions]
    written = {
        "responses": Response.objects.filter(question_id__in=asked).count(),
        "events": LearningEvent.objects.count(),
        "statements": Statement.objects.count(),
        "deliveries": Delivery.objects.count(),
    }
    if set(written.values()) != {answers}:
        raise RuntimeError(f"{answers:,} answers were sent, and the database has {written}.")
