"""Building the demonstration, once."""

import datetime
import random

from django.db import transaction
from django.utils import timezone

from learners.organisations.models import Network, Organisation
from learners.people.models import User
from learners.requirements.models import Requirement
from modules.models import CataloguePage, HomePage, ModulePage, Role
from training.demo.access import open_access_queue
from training.demo.activity import WEEKS, Learner, make_history
from training.demo.asking import ask_and_remind
from training.demo.clock import at
from training.demo.confidence import say_how_confident
from training.demo.content import MODULES, MOMENTS
from training.demo.content.m1_right_information import MODULE as M1
from training.demo.evidence import bring_evidence
from training.demo.facts import give_local_facts, note_volatile_facts, rests_on
from training.demo.network import EMPLOYERS, NETWORK, make_network
from training.demo.people import make_staff, make_visitors
from training.demo.programme import live_through
from training.demo.publishing import publish_module, publish_moments
from training.demo.reports import ask_for_reports
from training.demo.standings import work_out_standings

FIRST_SUMMARY = "When a shared record helps, and how."
SEED = 999  # the same people and answers in every demonstration


def is_built() -> bool:
    """Whether the demonstration is there already."""
    return Network.objects.filter(slug=NETWORK[1]).exists()


@transaction.atomic
def build() -> None:
    """Build all of it, or nothing."""
    chance, now = random.Random(SEED), timezone.now()  # noqa: S311 - it only invents people
    begun = now - datetime.timedelta(weeks=WEEKS, days=3)
    _introduce()
    network = make_network(since=begun.date() - datetime.timedelta(days=400))
    visitors = make_visitors(network=network, since=begun.date() - datetime.timedelta(days=200))
    make_staff(chance=chance, today=timezone.localdate())
    today = timezone.localdate()
    note_volatile_facts(today=today)
    give_local_facts(network, today=today)
    with at(begun):
        modules = _publish_all(by=visitors["educator@example.org"])
    core = modules[:2]
    with at(begun + datetime.timedelta(days=3)):
        _ask_for(core, since=timezone.localdate())
    with at(now - datetime.timedelta(days=12)):
        _ask_by_role(modules, since=timezone.localdate())
    make_history(modules=core, keen={each.name: each.keen for each in EMPLOYERS}, chance=chance)
    _let_visitors_learn(visitors, modules, chance, now)
    say_how_confident(chance=random.Random(SEED))  # noqa: S311
    _leave_work_for_educators(visitors, modules, now)
    live_through(network, lead=visitors["network.lead@example.org"], chance=random.Random(SEED))  # noqa: S311
    bring_evidence(module=modules[4], clinician=visitors["clinician@example.org"])
    work_out_standings(since=begun.date(), today=today)
    ask_and_remind(network=network, module=modules[2])
    open_access_queue(chance=chance)
    ask_for_reports()


def _publish_all(*, by: User) -> list[ModulePage]:
    """All modules and moments, as educators would. The first module will have a second Edition."""
    modules = []
    for content in MODULES:
        fields = {"summary": FIRST_SUMMARY} if content is M1 else {}
        modules.append(publish_module(content, by=by, volatile_facts=rests_on(content.slug), **fields))
    publish_moments(MOMENTS, by=by)
    return modules


def _introduce() -> None:
    """Say on the front page what the service is for."""
    home = HomePage.objects.get()
    home.introduction = (
        "<p>Other services already know things that would help you today. A letter, an allergy, a care package, "
        "what matters to the person. Short modules show <b>when</b> to look in the shared record, "
        "<b>whether you may</b>, and <b>what to do</b> with what you find.</p>"
        "<p>Each takes about ten minutes. You do it once. It counts in every organisation you work for.</p>"
    )
    home.save_revision().publish()


def _ask_for(modules: list[ModulePage], *, since: datetime.date) -> None:
    """Every employer asks for both modules, the hospice on one day; the hospital asks M2 of its clinicians only."""
    for organisation in Organisation.objects.exclude(memberships=None):
        fixed = organisation.name == "St Aelred's Hospice"
        for module in modules:
            requirement = Requirement.objects.create(
                organisation=organisation,
                starts_on=since,
                due_days=None if fixed else 28,
                due_on=since + datetime.timedelta(days=42) if fixed else None,
            )
            requirement.modules.set([module])
            if organisation.kind == "acute" and module is modules[1]:
                requirement.roles.set(Role.objects.exclude(slug__in=["ward-clerk", "manager"]))


BY_ROLE = (
    ("Brackwater Hospitals", "leaving-hospital", ("ward-clerk", "nurse")),
    ("Brackwater Hospitals", "medicines-more-than-one-source", ("pharmacy",)),
    ("Vale Ambulance", "at-the-front-door", ()),
    ("Merrowfield House", "care-plans-at-home", ()),
    ("Fennings Vale Council", "spot-it-share-it", ("social-worker",)),
    ("Ashdown Lane Surgery", "referrals-that-work-first-time", ()),
)


def _ask_by_role(modules: list[ModulePage], *, since: datetime.date) -> None:
    """What some organisations have lately asked of some roles. Few have begun."""
    by_slug = {module.slug: module for module in modules}
    for name, slug, roles in BY_ROLE:
        requirement = Requirement.objects.create(
            organisation=Organisation.objects.get(name=name),
            starts_on=since,
            due_days=60,
        )
        requirement.modules.set([by_slug[slug]])
        requirement.roles.set(Role.objects.filter(slug__in=roles))


def _let_visitors_learn(
    visitors: dict[str, User], modules: list[ModulePage], chance: random.Random, now: datetime.datetime
) -> None:
    """The clinician is half-way through M2, and the care worker has done M1."""
    for email, employer, module, stop_after, days in (
        ("clinician@example.org", "Brackwater Hospitals", modules[1], 3, 2),
        ("care.worker@example.org", "Kindly Home Care", modules[0], None, 20),
    ):
        organisation = Organisation.objects.get(name=employer)
        then = now - datetime.timedelta(days=days)
        Learner(visitors[email], organisation, chance, then, knows=0.97).take(
            module, stop_after=stop_after, tries=5
        )


def _leave_work_for_educators(
    visitors: dict[str, User], modules: list[ModulePage], now: datetime.datetime
) -> None:
    """A second Edition of M1, a change of M2 that waits for its review, and a module that has only begun."""
    educator = visitors["educator@example.org"]
    first = modules[0].get_latest_revision_as_object()
    first.change, first.change_note = "minor", "Clearer wording of the summary."
    first.summary = M1.summary
    with at(now - datetime.timedelta(days=10)):
        first.save_revision(user=educator).publish()
    second = modules[1].get_latest_revision_as_object()
    second.change, second.change_note = "minor", "Say sooner whom to ask about the local permission step."
    with at(now - datetime.timedelta(days=1)):
        second.save_revision(user=educator)
        second.get_workflow().start(second, educator)
    draft = ModulePage(
        title="When the record is down",
        slug="when-the-record-is-down",
        summary="What to ask, whom to ring, and what to write until it is back.",
        live=False,
        owner=educator,
    )
    CataloguePage.objects.get().add_child(instance=draft)
    with at(now - datetime.timedelta(days=4)):
        draft.save_revision(user=educator, clean=False)  # a draft may be unfinished
