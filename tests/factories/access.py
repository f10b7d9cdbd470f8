"""People and their accounts in the shared record."""

import datetime
from typing import Any

from django.utils import timezone

from learners.access.actions import mark
from learners.access.deciding import Mark
from learners.access.models import Account
from learners.organisations.models import Organisation
from learners.requirements.keeping import catch_up
from learners.requirements.models import Requirement
from tests.factories.attempts import finish_attempt
from tests.factories.modules import ModuleFactory
from tests.factories.organisations import MembershipFactory, OrganisationFactory, RequirementFactory


def gate(organisation: Organisation | None = None, **fields: Any) -> Requirement:
    """A requirement that an account needs, of everybody, with 28 days for it."""
    here = organisation or OrganisationFactory()
    made = {"gives_access": True, "starts_on": timezone.localdate() - datetime.timedelta(days=400)}
    return RequirementFactory(organisation=here, module=ModuleFactory(title="Ask first"), **(made | fields))


def trained(asked: Requirement, **fields: Any) -> Account:
    """Somebody who has done what an account needs, just now."""
    hat = MembershipFactory(organisation=asked.organisation, **fields)
    finish_attempt(hat.person, asked.modules.get(), asked.organisation)
    return account_of(hat)


def account_of(hat: Any) -> Account:
    """The account of somebody, as it stands now."""
    catch_up(hat.organisation_id, at_most=None)
    return Account.objects.get(organisation=hat.organisation, person=hat.person)


def granted(account: Account, by: Any) -> Account:
    """The same, marked as granted."""
    mark(organisation=account.organisation, accounts=[account.uuid], mark=Mark.GRANT, by=by)
    account.refresh_from_db()
    return account
