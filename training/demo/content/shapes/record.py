"""A fictional person's shared record, and what a learner does with it."""

from dataclasses import dataclass
from typing import Literal

type RecordSection = Literal[
    "about-me",
    "alerts",
    "problems",
    "medicines",
    "encounters",
    "documents",
    "care-plan",
    "contacts",
    "end-of-life",
]
type FeedState = Literal["live", "periodic", "late", "absent"]
type Verdict = Literal["good", "okay", "unsafe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a record. `ref` is its short name within the record ("letter-vitamin-d"); questions cite it.

    `date` is as a reader sees it ("12 days ago", "2019"); `days_ago` is what the date filter goes by. `detail` is
    HTML that opens below the row (a letter's text, say). `conflicts_with` names an entry that says otherwise.
    """

    ref: str
    section: RecordSection
    what: str
    status: str
    date: str
    days_ago: int
    author_role: str
    source: str
    detail: str = ""
    conflicts_with: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that stands in the banner: a reasonable adjustment, a child protection plan."""

    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Feed:
    """How a service's information arrives; `note` says it to the reader ("Once a day, at 6 am")."""

    source: str
    state: FeedState
    note: str


@dataclass(frozen=True, slots=True)
class Access:
    """A line of the record's own audit trail, from before the learner opened it."""

    when: str
    who: str
    role: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason that can be given for opening the record. Exactly one or more are good; each has feedback."""

    slug: str
    text: str
    verdict: Verdict
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRecord:
    """A fictional record. The NHS number is from the 999 test range, never issued to anyone.

    `permission` is HTML: the permission step of this made-up area, shown before the record opens. `prefers` is what
    the person likes to be called, empty where it is their first name.
    """

    slug: str
    title: str
    person: str
    nhs_number: str
    age: int
    permission: str
    reasons: tuple[Reason, ...]
    entries: tuple[Entry, ...]
    prefers: str = ""
    flags: tuple[Flag, ...] = ()
    feeds: tuple[Feed, ...] = ()
    accesses: tuple[Access, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Sends the learner into a practice record, with something to look for (HTML). Questions about it follow."""

    record: str
    task: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an excerpt: what it says, its status and date, who wrote it and where."""

    what: str
    status: str
    date: str
    author_role: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExcerpt:
    """A few rows of a fictional record, shown in place. `note` may be empty."""

    title: str
    person: str
    nhs_number: str
    age: int
    rows: tuple[Row, ...]
    note: str
