"""A practice record as plain data. Standard library only."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

SECTIONS = {
    "about-me": "About me",
    "alerts": "Alerts and allergies",
    "problems": "Problems",
    "medicines": "Medicines",
    "encounters": "Recent contacts",
    "documents": "Letters and documents",
    "care-plan": "Care and support plan",
    "contacts": "Contacts",
    "end-of-life": "End of life plan",
}
"""The sections of a shared record, in the order in which it shows them. Person and flags stand above, in the banner."""

FEED_STATES = {
    "live": "Arrives at once",
    "periodic": "Arrives in batches",
    "late": "Today's batch has not arrived",
    "absent": "Does not share here",
}
"""How a service's information can arrive, as a reader is told."""


class Verdict(StrEnum):
    """How good a choice was: of a reason for opening a record, or in a scenario."""

    GOOD = "good"
    OKAY = "okay"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. `ref` is its short name within the record. `detail` is HTML; `days_ago` is what filters go by."""

    ref: str
    section: str
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
    """Something in the banner that changes what one does: an adjustment, a protection plan."""

    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Feed:
    """How a service's information arrives. `state` is live, periodic, late or absent."""

    source: str
    state: str
    note: str

    @property
    def is_troubled(self) -> bool:
        """Whether a reader must know of it before they trust what is shown."""
        return self.state in ("late", "absent")

    @property
    def says(self) -> str:
        """Its state in words."""
        return FEED_STATES.get(self.state, self.state)


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody opened the record. The learner's own accesses are added to these."""

    when: str
    who: str
    role: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that can be given for opening the record, with the feedback to giving it."""

    id: str
    text: str
    verdict: str
    feedback: str

    @property
    def opens(self) -> bool:
        """Whether the record opens on it."""
        return self.verdict != Verdict.UNSAFE


@dataclass(frozen=True, kw_only=True)
class Record:
    """A fictional person's shared record. `key` never changes; `permission` is HTML."""

    key: str
    title: str
    person: str
    prefers: str
    nhs_number: str
    age: int
    permission: str
    flags: tuple[Flag, ...]
    feeds: tuple[Feed, ...]
    entries: tuple[Entry, ...]
    reasons: tuple[Reason, ...]
    accesses: tuple[Access, ...]
    _by_ref: dict[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_ref", {entry.ref: entry for entry in self.entries})

    def __hash__(self) -> int:
        return hash(self.key)

    def entry(self, ref: str) -> Entry | None:
        """The entry of this name, or None."""
        return self._by_ref.get(ref)

    def reason(self, reason_id: str) -> Reason | None:
        """The reason with this id, or None."""
        return next((reason for reason in self.reasons if reason.id == reason_id), None)

    def contradicting(self, entry: Entry) -> tuple[Entry, ...]:
        """The rows that say otherwise than this one, whichever of the two names the other."""
        pairs = {(row.ref, row.conflicts_with) for row in self.entries if row.ref and row.conflicts_with}
        return tuple(
            other for other in self.entries if {(entry.ref, other.ref), (other.ref, entry.ref)} & pairs
        )

    @property
    def troubles(self) -> tuple[Feed, ...]:
        """The feeds that are late or absent."""
        return tuple(feed for feed in self.feeds if feed.is_troubled)

    def troubled_feeds(self, section: str) -> tuple[Feed, ...]:
        """What a reader of this section must know: late feeds of its rows; of an empty one, those that show nowhere."""
        here = {entry.source for entry in self.entries if entry.section == section}
        silent = {feed.source for feed in self.feeds} - {entry.source for entry in self.entries}
        sources = here or silent
        return tuple(feed for feed in self.troubles if feed.source in sources)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that hold something, in order."""
        filled = {entry.section for entry in self.entries}
        return tuple(section for section in SECTIONS if section in filled)

    @property
    def sources(self) -> tuple[str, ...]:
        """The services that entries come from, by name."""
        return tuple(sorted({entry.source for entry in self.entries}))

    def matching(
        self, *, sections: Collection[str] = (), source: str = "", within_days: int | None = None
    ) -> tuple[Entry, ...]:
        """Entries of some sections (none named: of all), from one source, no older than some days; newest first."""
        found = [
            entry
            for entry in self.entries
            if (not sections or entry.section in sections)
            and (not source or entry.source == source)
            and (within_days is None or entry.days_ago <= within_days)
        ]
        return tuple(sorted(found, key=lambda entry: (list(SECTIONS).index(entry.section), entry.days_ago)))
