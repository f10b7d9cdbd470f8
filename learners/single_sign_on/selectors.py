"""Reads: providers, links, and what is known of somebody who comes in."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q, QuerySet
from django.utils import timezone

from learners.organisations.models import Membership
from learners.organisations.scope import Scope
from learners.people.models import User
from learners.single_sign_on.admission import Admission, Facts, Known, admit
from learners.single_sign_on.domains import is_within
from learners.single_sign_on.identity import Identity
from learners.single_sign_on.models import IdentityProvider

ON_A_PAGE = 20


def usable_providers(words: str = "") -> QuerySet[IdentityProvider]:
    """Providers that can be used, by name; `words` narrow them by their own name or their organisation's."""
    rows = IdentityProvider.objects.usable().select_related("organisation")
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(organisation__name__icontains=word))
    return rows


def admission_of(provider: IdentityProvider, identity: Identity) -> Admission:
    """Whether and how somebody comes in today. Raises NotSignedIn."""
    return admit(facts_of(provider, identity))


def person_of(admission: Admission) -> User:
    """Whom an admission is about."""
    assert admission.person is not None  # noqa: S101  only Way.MAKE has none
    return User.objects.get(pk=admission.person)


def facts_of(provider: IdentityProvider, identity: Identity) -> Facts:
    """What the decision rests on: nothing but the link, the verified address and the employee number."""
    link = links().filter(provider=identity.issuer, uid=identity.subject).first()
    by_email = User.objects.filter(email__iexact=identity.email).first() if identity.email else None
    numbered = User.objects.none()
    if identity.number:
        numbered = User.objects.filter(
            pk__in=_roster(provider).filter(employee_number=identity.number).values("person")
        )
    return Facts(
        linked=_known(provider, link.user, identity) if link else None,
        by_email=_known(provider, by_email, identity) if by_email else None,
        by_number=tuple(_known(provider, person, identity) for person in numbered[:2]),
        unverified=identity.unverified,
        may_join=provider.lets_join and bool(identity.email) and is_within(identity.email, provider.domains),
    )


def _roster(provider: IdentityProvider) -> QuerySet[Membership]:
    return Membership.objects.in_force(on=timezone.localdate()).filter(organisation=provider.organisation_id)


def _known(provider: IdentityProvider, person: Any, identity: Identity) -> Known:
    return Known(
        id=person.pk,
        on_roster=_roster(provider).filter(person=person).exists(),
        was_here=person.memberships.filter(organisation=provider.organisation_id).exists(),
        closed=not person.is_active or person.anonymised_at is not None,
        in_use=_is_in_use(provider, person),
        linked_to_issuer=links().filter(user=person, provider=identity.issuer).exists(),
    )


def _is_in_use(provider: IdentityProvider, person: User) -> bool:
    """Whether there is anything of this account that the provider's organisation did not make itself."""
    return (
        person.last_login is not None
        or (bool(person.password) and person.has_usable_password())
        or person.is_staff
        or person.is_superuser
        or person.appointments.exists()
        or person.memberships.exclude(organisation=provider.organisation_id).exists()
        or links().filter(user=person).exists()
        or Authenticator.objects.filter(user=person).exists()
    )


def links() -> QuerySet[SocialAccount]:
    """Links between people and accounts at providers. `provider` holds the issuer and `uid` the subject."""
    return SocialAccount.objects.select_related("user")


@dataclass(frozen=True)
class Link:
    """One line of the page of links."""

    row: SocialAccount
    names: str  # of the providers with this issuer
    is_only_way_in: bool


def links_of(scope: Scope) -> list[Link]:
    """The employers' accounts that sign this person in."""
    rows = list(links().filter(user=scope.person).order_by("date_joined", "pk"))
    names: dict[str, list[str]] = {}
    for provider in IdentityProvider.objects.filter(issuer__in=[row.provider for row in rows]):
        names.setdefault(provider.issuer, []).append(provider.name)
    stuck = len(rows) == 1 and not _has_another_way_in(scope.person)
    return [
        Link(row, " or ".join(names.get(row.provider, [])) or "An account that is used no more", stuck)
        for row in rows
    ]


def _has_another_way_in(person: User) -> bool:
    """By e-mail somebody can always get a code or a password; else by what they have set up."""
    return (
        bool(person.email)
        or (bool(person.password) and person.has_usable_password())
        or Authenticator.objects.filter(user=person).exists()
    )


def providers_to_link(scope: Scope) -> QuerySet[IdentityProvider]:
    """Providers of this person's employers with which they have no link yet."""
    linked = links().filter(user=scope.person).values("provider")
    mine = scope.own_memberships().order_by().values("organisation")
    return usable_providers().filter(organisation__in=mine).exclude(issuer__in=linked)
