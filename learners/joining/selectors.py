"""Reading join codes and who came in by them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from learners.joining.codes import code_in
from learners.joining.models import JoinCode, Joining, State
from learners.organisations.models import Membership, Organisation
from learners.organisations.scope import Scope


@dataclass(frozen=True)
class Standing:
    """A code, and what has become of it today."""

    code: JoinCode
    state: State

    @property
    def is_in_force(self) -> bool:
        """Whether people can come in by it."""
        return self.state == State.IN_FORCE


def codes_of(organisation: Organisation) -> QuerySet[JoinCode]:
    """Every code of an organisation, the newest first."""
    named = organisation.join_codes.select_related("organisation", "team", "site", "role", "made_by")
    return named.counted().order_by("-made_at", "-pk")


def standings(codes: QuerySet[JoinCode], scope: Scope) -> list[Standing]:
    """Each code with its state: what works first."""
    found = [Standing(code, code.state(on=scope.on)) for code in codes]
    return sorted(found, key=lambda each: not each.is_in_force)


def standing_of(text: str, scope: Scope) -> Standing | None:
    """The code that somebody typed or followed, with its state; None where there is no such code."""
    code = code_in(text)
    found = JoinCode.objects.counted().select_related("organisation", "team", "role").filter(code=code)
    known = found.first() if code else None
    return Standing(known, known.state(on=scope.on)) if known else None


def joined_by(code: JoinCode) -> QuerySet[Joining]:
    """Who came in by a code, the latest first."""
    return code.joinings.select_related("membership__person", "membership__team").order_by(
        "-joined_at", "-pk"
    )


def own_membership(scope: Scope, organisation: Organisation) -> Membership | None:
    """The hat that somebody wears here today, if any."""
    return scope.own_memberships().filter(organisation=organisation).first()


def joined_membership(code: JoinCode, uuid: Any) -> QuerySet[Membership]:
    """One membership, if it was made by this code."""
    return Membership.objects.filter(joining__code=code, uuid=uuid).select_related("person", "organisation")
