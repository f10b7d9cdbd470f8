"""A whole module, and the moments that lead to it."""

from dataclasses import dataclass

from training.demo.content.shapes.passages import Callout, LocalFact, Picture, Source, Text, WhatIsSeen
from training.demo.content.shapes.questions import Pool, Question
from training.demo.content.shapes.record import PracticeRecord, RecordExcerpt, RecordVisit
from training.demo.content.shapes.scenario import Scenario

type Block = (
    Text | Callout | Picture | LocalFact | WhatIsSeen | RecordExcerpt | RecordVisit | Scenario | Question
)

ALL_ROLES: tuple[str, ...] = (
    "doctor",
    "nurse",
    "allied-health-professional",
    "pharmacy",
    "paramedic",
    "gp-admin",
    "ward-clerk",
    "social-worker",
    "care-worker",
    "care-home-nurse",
    "hospice",
    "midwife-health-visitor",
    "mental-health",
    "volunteer",
    "unpaid-carer",
    "manager",
)

ALL_CAPABILITIES: tuple[str, ...] = (
    "care-planning",
    "discharge",
    "referrals",
    "medicines",
    "urgent-care",
    "safeguarding",
    "end-of-life",
    "access-confidentiality",
)


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a module. A `warning` (HTML) is shown first, with a way to skip the section."""

    title: str
    blocks: tuple[Block, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A prompt card, to print or keep on a phone: one line for each heading, ("Look when", "Before I …")."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A public page: the question somebody has at a moment of work, where the answer is, and what then.

    All texts are plain. `module` is the slug of the module that teaches it, `information` slugs of what to look for.
    """

    slug: str
    title: str
    roles: tuple[str, ...]
    question: str
    where: str
    why: str
    check_against: str
    if_not_there: str
    module: str
    information: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleContent:
    """A whole module. `how_it_helps` pairs every slug in `roles` with a benefit in that working day.

    `confidence` completes "How confident are you that you can …" in a few words. `actions` are suggestions for the
    next shift, in the first person. `sign_offs` are those that a real service needs besides the clinical review:
    pharmacist, safeguarding, information-governance, palliative-care. `information` is what it teaches to look for.
    """

    slug: str
    title: str
    summary: str
    minutes: int
    roles: tuple[str, ...]
    capabilities: tuple[str, ...]
    outcomes: tuple[str, ...]
    when_to_use: tuple[str, ...]
    when_not_to_use: tuple[str, ...]
    how_it_helps: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    check: tuple[Question | Pool, ...]
    confidence: str = ""
    actions: tuple[str, ...] = ()
    card: Card | None = None
    records: tuple[PracticeRecord, ...] = ()
    content_warning: str = ""
    sign_offs: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
