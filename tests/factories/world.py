"""Something of each kind, so that every address can be opened."""

from typing import Any
from uuid import uuid4

from learners.records.models import Completion
from learners.reports.selectors import signed
from modules.models import Role
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    RequirementFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.bulk import reminded
from tests.factories.culture import culture_parts, culture_parts_of_network
from tests.factories.dashboards import SavedViewFactory
from tests.factories.evidence import evidence_parts
from tests.factories.films import film
from tests.factories.joining import JoiningFactory
from tests.factories.modules import block_id, one_question
from tests.factories.modules import section as raw_section
from tests.factories.practice import PracticeRecordFactory, visit
from tests.factories.readiness import readiness_parts
from tests.factories.reports import SendingFactory
from tests.factories.roadmap import roadmap_parts
from tests.factories.rosters import line, previewed
from tests.factories.scenarios import scenario_for
from tests.factories.sharing import agreement_parts
from tests.factories.single_sign_on import LinkFactory
from tests.factories.standings import AdoptionFactory
from tests.factories.surveys import survey_parts
from tests.factories.visibility import visibility_parts


def everything() -> dict[str, Any]:
    """An organisation with a learner, a manager and a network, and other people who have nothing to do with it."""
    membership = MembershipFactory()
    read = [
        raw_section(
            "Story",
            visit("visit", PracticeRecordFactory()),
            film("film"),
            scenario_for(Role.objects.get(slug="care-worker").pk, name="walk"),
        )
    ]
    read += [raw_section("Where to look", one_question("in place"))]
    module, organisation = ModuleFactory(sections=read), membership.organisation
    network = NetworkMembershipFactory(organisation=organisation).network
    attempt = start_attempt(membership.person, module, organisation)
    done = finish_attempt(membership.person, ModuleFactory(), organisation)
    section = attempt.edition.outline.sections[1]
    adopted = AdoptionFactory(
        requirement__organisation=None, requirement__network=network, organisation=organisation
    )
    joining = JoiningFactory(code__organisation=organisation, membership=membership)
    manager = AppointmentFactory(organisation=organisation).person
    administrator = AppointmentFactory(capacity="administrator", organisation=organisation).person
    sending = SendingFactory(schedule__organisation=organisation, schedule__owner=administrator)
    return {
        "people": {
            "anonymous": None,
            "stranger": MembershipFactory().person,
            "owner": membership.person,
            "manager": manager,
            "other manager": AppointmentFactory().person,
            "administrator": administrator,
            "other administrator": AppointmentFactory(capacity="administrator").person,
            "lead": AppointmentFactory(network_lead=True, network=network).person,
            "other lead": AppointmentFactory(network_lead=True).person,
            "educator": PersonFactory(groups=["Educators"]),
        },
        "parts": {
            "module_key": module.translation_key,
            "attempt_id": attempt.pk,
            "completion_id": Completion.objects.get(
                person=membership.person, module_key=done.edition.module_key
            ).uuid,
            "question_id": section.questions[0].id,
            "visit_id": block_id("visit"),
            "film_id": block_id("film"),
            "scenario_id": block_id("walk"),
            "node": "first",
            "number": 1,
            "pk": 1,
            "organisation": organisation.uuid,
            "membership": membership.uuid,
            **evidence_parts(membership),
            "join_code": joining.code.uuid,
            "roster_import": previewed(organisation, line()).uuid,
            "token": uuid4(),
            "batch": uuid4(),
            "network": network.slug,
            "view": SavedViewFactory(person=manager, organisation=organisation).uuid,
            "schedule": sending.schedule.uuid,
            "report_link": signed(sending),
            "stop_link": signed(sending.schedule),
            "bulk_action": reminded(membership, by=manager).uuid,
            "requirement": RequirementFactory(organisation=organisation).uuid,
            "network_requirement": adopted.requirement.uuid,
            "link": LinkFactory(user=membership.person).pk,
            **culture_parts(membership, by=administrator),
            **survey_parts(organisation),
            **agreement_parts(network, organisation),
            **visibility_parts(organisation, by=administrator),
            **roadmap_parts(network),
        },
        "parts_of": culture_parts_of_network(network, by=administrator)
        | readiness_parts(network, by=administrator),
    }
