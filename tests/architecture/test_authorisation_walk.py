"""Every address, as everybody: whoever adds one without a rule sees this fail."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from learners.records.models import Completion
from modules.models import Role
from tests.architecture.urls import Address, addresses
from tests.factories import (
    AppointmentFactory,
    MembershipFactory,
    ModuleFactory,
    NetworkMembershipFactory,
    PersonFactory,
    finish_attempt,
    start_attempt,
)
from tests.factories.films import film
from tests.factories.joining import JoiningFactory
from tests.factories.modules import block_id, one_question
from tests.factories.modules import section as raw_section
from tests.factories.practice import PracticeRecordFactory, visit
from tests.factories.rosters import line, previewed
from tests.factories.scenarios import scenario_for
from tests.factories.single_sign_on import LinkFactory

pytestmark = pytest.mark.django_db

PUBLIC, SIGNED_IN, OWNER, MANAGER, LEAD, OVERSEER, ADMIN = (
    "public",
    "signed in",
    "owner",
    "manager",
    "lead",
    "overseer",
    "administrator",
)

# Who may open an address with GET. The rest get 404 (what is not theirs does not exist), or are sent to sign in.
RULES = {
    "healthz": PUBLIC,
    "search": PUBLIC,
    "card": PUBLIC,
    "card_pdf": PUBLIC,
    "verify": PUBLIC,
    "verify_code": PUBLIC,
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_signup": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_confirm_login_code": PUBLIC,
    "account_email_verification_sent": PUBLIC,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "account_request_login_code": PUBLIC,
    "mfa_login_webauthn": PUBLIC,
    "mfa_authenticate": PUBLIC,  # in the middle of a sign-in
    # One's own ways to sign in; all but the first two ask for a fresh proof before they look for anything.
    "mfa_index": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "people:account": SIGNED_IN,
    "people:ways": SIGNED_IN,
    "people:address": SIGNED_IN,
    "people:confirm_address": SIGNED_IN,
    "people:second_step": SIGNED_IN,
    "sessions:time_left": SIGNED_IN,
    "sessions:stay": SIGNED_IN,
    "sessions:back": SIGNED_IN,
    "sessions:let_go": SIGNED_IN,
    "single_sign_on:choose": PUBLIC,
    "single_sign_on:begin": PUBLIC,
    "single_sign_on:came_back": PUBLIC,
    "single_sign_on:linking": PUBLIC,
    "single_sign_on:links": SIGNED_IN,
    "single_sign_on:remove": OWNER,
    "home:my_learning": SIGNED_IN,
    "attempts:start": SIGNED_IN,
    "attempts:carry_on": OWNER,
    "attempts:section": OWNER,
    "attempts:answer": OWNER,
    "attempts:record_door": OWNER,
    "attempts:record": OWNER,
    "attempts:scenario_begin": OWNER,
    "attempts:scenario_choose": OWNER,
    "attempts:scenario_back": OWNER,
    "attempts:film_position": OWNER,
    "attempts:check": OWNER,
    "attempts:question": OWNER,
    "attempts:hand_in": OWNER,
    "attempts:self_mark": OWNER,
    "attempts:result": OWNER,
    "attempts:review": OWNER,
    "records:completion": OWNER,
    "records:certificate_pdf": OWNER,
    "reflection:confidence": OWNER,
    "reflection:next_shift": OWNER,
    "reflection:card": OWNER,
    "reflection:card_pdf": OWNER,
    "reflection:cpd": SIGNED_IN,
    "reflection:cpd_csv": SIGNED_IN,
    "reflection:cpd_pdf": SIGNED_IN,
    "reflection:reflect": OWNER,
    # Whoever has the link from their own e-mail; a token that is none is not found.
    "reflection:follow_up": PUBLIC,
    "reflection:follow_up_stop": PUBLIC,
    "dashboards:organisations": OVERSEER,
    "dashboards:organisation": MANAGER,
    "dashboards:export": MANAGER,
    "dashboards:person": MANAGER,
    "dashboards:network": LEAD,
    "privacy:my_data": SIGNED_IN,
    "privacy:download": SIGNED_IN,
    "privacy:erasure": SIGNED_IN,
    "privacy:withdraw": SIGNED_IN,
    # Whoever has a join code, and may not have an account yet.
    "rosters:lists": ADMIN,
    "rosters:example": ADMIN,
    "rosters:progress": ADMIN,
    "rosters:one": ADMIN,
    "rosters:rows_csv": ADMIN,
    "rosters:titles": ADMIN,
    "rosters:apply": ADMIN,
    "rosters:undo": ADMIN,
    "rosters:drop": ADMIN,
    "joining:enter": PUBLIC,
    "joining:welcome": PUBLIC,
    "joining:address": PUBLIC,
    "joining:digits": PUBLIC,
    "joining:about_you": PUBLIC,
    "joining:codes": ADMIN,
    "joining:make": ADMIN,
    "joining:code": ADMIN,
    "joining:revoke": ADMIN,
    "joining:poster": ADMIN,
    "joining:poster_pdf": ADMIN,
    "joining:end": ADMIN,
    # Public as their page is; documents ask Wagtail for their collection's privacy.
    "media": PUBLIC,
    "wagtaildocs_serve": PUBLIC,
    "wagtaildocs_authenticate_with_password": PUBLIC,
    "wagtailcore_authenticate_with_password": PUBLIC,
    "wagtailcore_login": PUBLIC,
    "wagtail_serve": PUBLIC,
}

MANAGERS = {"manager", "other manager", "administrator", "other administrator"}
MAY = {
    PUBLIC: {"anonymous", "stranger", "owner", *MANAGERS, "lead", "other lead", "educator"},
    SIGNED_IN: {"stranger", "owner", *MANAGERS, "lead", "other lead", "educator"},
    OWNER: {"owner"},
    MANAGER: {"manager", "administrator"},
    ADMIN: {"administrator"},
    LEAD: {"lead"},
    OVERSEER: {*MANAGERS, "lead", "other lead"},
}


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> dict[str, Any]:
    """An organisation with a learner, a manager and a network, and other people who have nothing to do with it."""
    settings.MEDIA_ROOT = tmp_path
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
    finish_attempt(membership.person, ModuleFactory(), organisation)
    section = attempt.edition.outline.sections[1]
    joining = JoiningFactory(code__organisation=organisation, membership=membership)
    return {
        "people": {
            "anonymous": None,
            "stranger": MembershipFactory().person,
            "owner": membership.person,
            "manager": AppointmentFactory(organisation=organisation).person,
            "other manager": AppointmentFactory().person,
            "administrator": AppointmentFactory(capacity="administrator", organisation=organisation).person,
            "other administrator": AppointmentFactory(capacity="administrator").person,
            "lead": AppointmentFactory(network_lead=True, network=network).person,
            "other lead": AppointmentFactory(network_lead=True).person,
            "educator": PersonFactory(groups=["Educators"]),
        },
        "parts": {
            "module_key": module.translation_key,
            "attempt_id": attempt.pk,
            "completion_id": Completion.objects.get().uuid,
            "question_id": section.questions[0].id,
            "visit_id": block_id("visit"),
            "film_id": block_id("film"),
            "scenario_id": block_id("walk"),
            "node": "first",
            "number": 1,
            "pk": 1,
            "organisation": organisation.uuid,
            "membership": membership.uuid,
            "join_code": joining.code.uuid,
            "roster_import": previewed(organisation, line()).uuid,
            "token": uuid4(),
            "network": network.slug,
            "link": LinkFactory(user=membership.person).pk,
        },
    }


def site_addresses() -> list[Address]:
    return [address for address in addresses() if not address.in_cms]


def test_every_address_of_the_site_has_a_rule() -> None:
    names = {address.name for address in site_addresses()}
    assert names - set(RULES) == set(), "These addresses have no rule: say who may open them."
    assert {name for name in RULES if name not in names} == set(), "These rules have no address any more."


@pytest.mark.parametrize("who", sorted(MAY[PUBLIC]))
def test_each_address_opens_for_those_who_may_and_for_nobody_else(world: Any, who: str) -> None:
    client, person = Client(), world["people"][who]
    if person:
        client.force_login(person)
    wrong = []
    for name, rule in RULES.items():
        if rule == PUBLIC:
            continue
        parts = next(address.converters for address in site_addresses() if address.name == name)
        url = reverse(name, kwargs={part: world["parts"][part] for part in parts})
        for method in (client.get, client.post):
            if verdict := _wrong(method, url, who, rule):
                wrong.append(f"{name} ({rule}) as {who}: {verdict}")
    assert not wrong, "\n".join(wrong)


def _wrong(method: Callable[..., Any], url: str, who: str, rule: str) -> str:
    response = method(url)
    to_sign_in = response.status_code == 302 and response.url.startswith(reverse("account_login"))
    if response.status_code == 405:  # the address does not know this method, whoever asks
        return ""
    if who in MAY[rule]:
        was_heard = response.status_code in (200, 302, 400)  # 400: what a script sends was not there
        return "" if was_heard and not to_sign_in else f"got {response.status_code}"
    if who == "anonymous":
        return "" if to_sign_in else f"got {response.status_code}, not the way to sign in"
    return "" if response.status_code == 404 else f"got {response.status_code}, not 404"


# Addresses of the CMS that give nothing away: texts of the interface, and the way to sign in.
OPEN_IN_CMS = re.compile(r"cms/(login|password_reset|logout|sprite|jsi18n|api/v3/(docs|openapi))")
SAMPLE = {"IntConverter": "1", "UUIDConverter": "00000000-0000-0000-0000-000000000000"}


def _sample(address: Address) -> str:
    """The address with something in the place of each of its parts."""
    route = address.route
    for name, converter in address.converters.items():
        value = SAMPLE.get(type(converter).__name__, "1")
        route = re.sub(rf"<(\w+:)?{name}>", value, route)
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "1", route)
    return "/" + route.replace("^", "").replace("$", "").replace("\\Z", "")


@pytest.mark.parametrize("who", ["anonymous", "stranger", "manager", "lead"])
def test_the_cms_is_closed_to_whoever_does_not_work_in_it(world: Any, who: str) -> None:
    client, person = Client(raise_request_exception=False), world["people"][who]
    if person:
        client.force_login(person)
    opened = []
    for address in addresses():
        if not address.in_cms or OPEN_IN_CMS.match(address.route):
            continue
        response = client.get(_sample(address))
        if response.status_code not in (302, 301, 401, 403, 404, 405):
            opened.append(f"{_sample(address)} answered {response.status_code}")
    assert not opened, "\n".join(opened)


STAFF_DATA = (
    "organisations",
    "merger",
    "site",
    "site_chooser",
    "team",
    "team_chooser",
    "membership",
    "membership_chooser",
    "pause",
    "identity-providers",
    "people",
    "statements",
    "certificates",
    "requirements",
    "records",
    "users",
    "groups",
    "erasure_requests",
    "legal_holds",
    "anybody_chooser",
)


def test_educators_reach_no_staff_data_in_the_cms(world: Any) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(world["people"]["educator"])
    opened = []
    for address in addresses():
        part = address.route.removeprefix("cms/").split("/")[0]
        if address.in_cms and part in STAFF_DATA:
            response = client.get(_sample(address))
            if response.status_code == 200:
                opened.append(_sample(address))
    assert not opened, "\n".join(opened)
