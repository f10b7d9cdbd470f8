"""People with something in every corner of the service, and what is done about their data."""

from typing import Any

import factory
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from wagtail.log_actions import log

from learners.privacy.models import ErasureRequest, LegalHold, Look
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import PersonFactory


class ErasureRequestFactory(factory.django.DjangoModelFactory[ErasureRequest]):
    """A request that waits."""

    class Meta:
        model = ErasureRequest

    person = factory.SubFactory(PersonFactory)

    class Params:
        refused = factory.Trait(
            state="refused",
            settled_at=factory.LazyFunction(timezone.now),
            decided_by=factory.SubFactory(PersonFactory),
            reason="We need it for a case.",
        )
        withdrawn = factory.Trait(state="withdrawn", settled_at=factory.LazyFunction(timezone.now))


class LegalHoldFactory(factory.django.DjangoModelFactory[LegalHold]):
    """A hold in force."""

    class Meta:
        model = LegalHold

    person = factory.SubFactory(PersonFactory)
    placed_by = factory.SubFactory(PersonFactory)
    reason = "The coroner asked for it."

    class Params:
        lifted = factory.Trait(
            lifted_at=factory.LazyFunction(timezone.now), lifted_by=factory.SubFactory(PersonFactory)
        )


class LookFactory(factory.django.DjangoModelFactory[Look]):
    """A manager opened somebody's page just now; with `at_list`, looked at everybody."""

    class Meta:
        model = Look

    organisation = factory.SubFactory(OrganisationFactory)
    by = factory.SubFactory(PersonFactory)
    capacity = "manager"
    person = factory.SubFactory(PersonFactory)
    kind = "page"
    at = factory.LazyFunction(timezone.now)
    hour = factory.LazyAttribute(lambda look: look.at.replace(minute=0, second=0, microsecond=0))

    class Params:
        at_list = factory.Trait(kind="list", person=None)
        in_file = factory.Trait(kind="file", person=None)


def session_of(person: Any, **more: Any) -> str:
    """A session in which somebody is signed in. Its key."""
    session = SessionStore()
    session.update({"_auth_user_id": str(person.pk), "_auth_user_backend": "b"} | more)
    session.create()
    return str(session.session_key)


def logged(instance: Any, by: Any = None, **data: Any) -> None:
    """An entry in the CMS's log."""
    log(instance=instance, action="wagtail.edit", user=by, data=data)
