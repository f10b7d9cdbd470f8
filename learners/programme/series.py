"""Monthly figures: their file, what a file would change, and where their points lie. Standard library only."""

import csv
import datetime
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

MOST = Decimal(10) ** 10
EARLIEST = datetime.date(2000, 1, 1)
LIKE = "Write it like 2026-03"
NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(-0?1)?"),
    re.compile(r"(0?1/)?(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*[ -](?P<year>[0-9]{4}|[0-9]{2})"),  # Excel makes Mar-26 of 2026-03
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file. No value: the month is a gap."""

    month: datetime.date
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line."""

    number: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.number}: {self.words}"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a month. None is a gap."""

    month: datetime.date
    before: Decimal | None
    after: Decimal | None

    @property
    def words(self) -> str:
        """In a word."""
        if self.before == self.after:
            return "Stays"
        if self.before is None:
            return "New"
        return "Taken away" if self.after is None else "Changed"


def month_of(words: str) -> datetime.date:
    """The first day of the month that somebody wrote. Raises ValueError."""
    for form in FORMS:
        if found := form.fullmatch(words.strip().lower()):
            said = found.groupdict()
            year = int(said["year"])
            number = NAMES.index(said["name"]) + 1 if "name" in said else int(said["month"])
            return datetime.date(year + 2000 if year < 100 else year, number, 1)
    raise ValueError(words)


def month_said(words: str, today: datetime.date) -> datetime.date:
    """The same, unless it is still to come or too long ago. Raises ValueError, which says why."""
    try:
        month = month_of(words)
    except ValueError:
        raise ValueError(f"“{words[:20]}” is not a month. {LIKE}") from None
    if month > today:
        raise ValueError(f"{month:%B %Y} is still to come")
    if month < EARLIEST:
        raise ValueError(f"{words[:20]} is too long ago")
    return month


def value_of(words: str) -> Decimal | None:
    """The number that somebody wrote; None for nothing. Raises ValueError, which says why."""
    text = words.strip().removeprefix("'").strip()  # the apostrophe of our own file, before a minus
    if not text:
        return None
    if text.endswith("%"):
        raise ValueError(f"“{text[:20]}” is not a number. Leave out the % sign: the unit says it")
    if not re.fullmatch(r"[-+]?[0-9]+(\.[0-9]*)?", text):
        raise ValueError(f"“{text[:20]}” is not a number like 1234.5")
    value = Decimal(text)
    if abs(value) >= MOST:
        raise ValueError(f"“{text[:20]}” is too large")
    try:
        exact = value.quantize(Decimal("0.01"))
    except InvalidOperation:
        raise ValueError(f"“{text[:20]}” has too many digits") from None
    if exact != value:
        raise ValueError(f"“{text[:20]}” has more than two decimal places")
    return exact


def read(text: str, today: datetime.date) -> tuple[list[Line], list[Fault]]:
    """The lines of a file of months and values, and what is wrong with the others."""
    lines: list[Line] = []
    faults: list[Fault] = []
    seen: dict[datetime.date, int] = {}
    for number, cells in _rows(text):
        try:
            line = _line(cells, today)
            if first := seen.get(line.month):
                raise ValueError(f"{line.month:%B %Y} stands in line {first} already")
        except ValueError as fault:
            faults.append(Fault(number, str(fault)))
        else:
            seen[line.month] = number
            lines.append(line)
    return lines, faults


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines with something in them, by number, without the headings."""
    text = text.lstrip("\ufeff")
    first = text.partition("\n")[0]
    by = next((each for each in ("\t", ";") if each in first), ",")  # a comma beside them is a decimal mark
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=by)
    for cells in reader:
        filled = [cell.strip() for cell in cells]
        if not any(filled) or (reader.line_num == 1 and filled[0].lower() == "month"):
            continue
        yield reader.line_num, filled


def _line(cells: list[str], today: datetime.date) -> Line:
    if any(cells[2:]):
        raise ValueError("there is more here than a month and a value")
    month = month_said(cells[0], today)
    return Line(month, value_of(cells[1] if len(cells) > 1 else ""))


def plan(lines: Iterable[Line], known: Mapping[datetime.date, Decimal]) -> list[Change]:
    """What becomes of each month that a file names, by month. Months that it does not name stay as they are."""
    found = [Change(line.month, known.get(line.month), line.value) for line in lines]
    return sorted(found, key=lambda each: each.month)


def moving(changes: Iterable[Change]) -> list[Change]:
    """Those that change anything."""
    return [each for each in changes if each.before != each.after]


def fingerprint(changes: Iterable[Change]) -> str:
    """Two plans that would change the same have the same."""
    words = [f"{each.month} {each.before} {each.after}" for each in moving(changes)]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]


def months_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The first day of every month, both included."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [datetime.date(number // 12, number % 12 + 1, 1) for number in numbers]


def written(known: Mapping[datetime.date, Decimal]) -> Iterator[tuple[str, str]]:
    """The lines of the file: every month from the first to the last, a gap without a value."""
    for month in months_between(min(known), max(known)) if known else []:
        yield f"{month:%Y-%m}", plain(known[month]) if month in known else ""


def plain(value: Decimal) -> str:
    """A number without noughts at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


WIDTH, HEIGHT, MARGIN = 320, 120, 12


@dataclass(frozen=True, slots=True)
class Point:
    """A month's point."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines that break where a month is a gap, with the heights of what they are compared with."""

    lines: list[str]
    points: list[Point]
    levels: list[int]


def drawing(
    values: Sequence[Decimal | None], *, low: Decimal, high: Decimal, levels: Sequence[Decimal] = ()
) -> Drawing:
    """Where values lie, from left to right, `low` at the bottom and `high` at the top. Gaps have no point."""
    step = Decimal(WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    runs: list[list[Point]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(Point(MARGIN + round(number * step), _height(value, low, high)))
    return Drawing(
        [" ".join(f"{each.x},{each.y}" for each in run) for run in runs if len(run) > 1],
        [each for run in runs for each in run],
        [_height(level, low, high) for level in levels],
    )


def _height(value: Decimal, low: Decimal, high: Decimal) -> int:
    inside = HEIGHT - 2 * MARGIN
    return MARGIN + inside - round((value - low) / (high - low) * inside) if high > low else HEIGHT // 2
