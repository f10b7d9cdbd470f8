"""Moments, local facts, and facts that move."""

import datetime
from typing import Any

import factory
from django.utils import timezone

from learners.organisations.models import LocalFact
from modules.models import FactKind, MomentPage, MomentsPage, Role, VolatileFact
from tests.factories.modules import block_id
from tests.factories.organisations import OrganisationFactory


def fact_block(kind: str = "permission-step") -> dict[str, Any]:
    """A raw block that asks for a local fact of this kind."""
    return {
        "type": "local_fact",
        "id": block_id(f"fact {kind}"),
        "value": {"kind": FactKind.objects.get(slug=kind).pk},
    }


class LocalFactFactory(factory.django.DjangoModelFactory[LocalFact]):
    """An organisation's answer, checked a month ago. `overdue=True` should have been checked again yesterday."""

    class Meta:
        model = LocalFact

    class Params:
        overdue = factory.Trait(
            review_by=factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=1))
        )

    kind = factory.LazyFunction(lambda: FactKind.objects.get(slug="permission-step"))
    organisation = factory.SubFactory(OrganisationFactory)
    text = "Ask, then tick the box."
    owner = "Information governance lead"
    checked_on = factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=30))
    review_by = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=300))


class MomentFactory(factory.django.DjangoModelFactory[MomentPage]):
    """A published moment for nurses."""

    class Meta:
        model = MomentPage

    title = factory.Sequence(lambda n: f"Before I do thing {n}")
    question = "Who else should know?"
    where = "Look in recent letters."
    why = "You ring the right team first."
    check_against = "Ask the person."
    if_not_there = "Ring the service."
    review_by = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=365))

    @classmethod
    def _create(cls, model_class: type[MomentPage], *args: Any, **kwargs: Any) -> MomentPage:
        draft = kwargs.pop("draft", False)
        roles = Role.objects.filter(slug__in=kwargs.pop("roles", ["nurse"]))
        page = model_class(live=False, **kwargs)
        page.roles.set(roles)
        MomentsPage.objects.get().add_child(instance=page)
        revision = page.save_revision()
        if not draft:
            revision.publish()
            page.refresh_from_db()
        return page


class VolatileFactFactory(factory.django.DjangoModelFactory[VolatileFact]):
    """A fact that moves, to be checked again in a month."""

    class Meta:
        model = VolatileFact

    name = factory.Sequence(lambda n: f"Stage of bill {n}")
    text = "It is before Parliament."
    checked_on = factory.LazyFunction(lambda: timezone.localdate() - datetime.timedelta(days=60))
    review_by = factory.LazyFunction(lambda: timezone.localdate() + datetime.timedelta(days=30))
