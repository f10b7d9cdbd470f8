"""What it costs to bring in a staff list, beside reading the file and writing its rows with one COPY."""

import csv
import io
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from django.db import connection

from learners.organisations.models import Organisation
from learners.rosters.actions import apply
from learners.rosters.bringing import bring, mapping_known
from learners.rosters.models import RosterImport
from learners.rosters.reading.file import open_roster
from learners.rosters.undoing import undo
from tests.factories import OrganisationFactory
from training.demo.population import populate

ROWS = 20_000
ROUNDS = 5
AROUND = 150_000  # people of other organisations in the same tables
AIM = 10  # times the bare limit, for each of preview and apply
MOST_MEMORY = 300  # MB
HEADERS = ("employee_number", "assignment_number", "first_name", "last_name", "work_email", "org_ods_code",
           "site_ods_code", "department", "staff_group", "job_role", "position_title", "manager_email", "start_date",
           "leaving_date", "prn", "active")  # fmt: skip


def run_rosters() -> None:
    """Measure in a database that is as full as a large network's, and print."""
    populate(AROUND, 100)
    organisation, data = OrganisationFactory(ods_code="RR8"), staff_list()
    seconds: dict[str, list[float]] = defaultdict(list)
    forget_peak()
    for _ in range(ROUNDS):
        _timed(seconds["csv module and one COPY"], partial(_bare, data))
        made = _timed(seconds["preview"], partial(_preview, organisation, data))
        _timed(seconds["apply"], partial(apply, roster_import=made))
        _timed(seconds["preview of the same list"], partial(_preview, organisation, data))
        _timed(seconds["undo"], partial(undo, roster_import=made))
    print(table(seconds, peak()))


def staff_list() -> bytes:
    """A trust's list: every row somebody new."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADERS)
    for n in range(ROWS):
        writer.writerow(
            (100_000 + n, "", f"First{n}", f"Last{n}", f"new{n}@example.org", "RR8", "", f"Ward {n % 200}",
             "Nursing and Midwifery Registered", "Staff nurse", "Staff nurse band 5", f"m{n % 500}@example.org",
             "01/04/2024", "", "", "Y")
        )  # fmt: skip
    return file.getvalue().encode()


def _bare(data: bytes) -> None:
    rows = list(csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")))[1:]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE bare ({', '.join(f'{name} text' for name in HEADERS)})")
        with cursor.copy("COPY bare FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute("DROP TABLE bare")


def _preview(organisation: Organisation, data: bytes) -> RosterImport:
    with closing(open_roster(io.BytesIO(data), name="staff.csv")) as file:
        mapping = mapping_known(organisation, file)
        assert mapping is not None
        return bring(organisation=organisation, file=file, name="staff.csv", mapping=mapping, is_whole=False)


def _timed[Result](seconds: list[float], work: Callable[[], Result]) -> Result:
    began = time.perf_counter()
    result = work()
    seconds.append(time.perf_counter() - began)
    return result


def forget_peak() -> None:
    """Begin to watch the most memory anew."""
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> float:
    """The most memory this process has held since, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1000


def table(seconds: dict[str, list[float]], peak: float) -> str:
    """A line for each step: how long, and how many times the bare limit."""
    bare = seconds["csv module and one COPY"]
    lines = [f"Staff list of {ROWS:,} rows, {AROUND:,} people of others around it"]
    for name, times in seconds.items():
        ratio = median(mine / limit for mine, limit in zip(times, bare, strict=True))
        aim = f"   aim {AIM}: {'met' if ratio <= AIM else 'MISSED'}" if name in ("preview", "apply") else ""
        lines.append(f"{name:<28}{median(times):8.2f} s{ratio:8.1f} times{aim}")
    verdict = "met" if peak <= MOST_MEMORY else "MISSED"
    return "\n".join([*lines, f"most memory {peak:.0f} MB   aim {MOST_MEMORY}: {verdict}"])
