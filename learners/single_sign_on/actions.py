"""Writes: links between people and accounts at providers, and people who join by their address."""

from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from learners.organisations.models import Membership
from learners.people.models import User
from learners.single_sign_on.admission import Admission, Way
from learners.single_sign_on.failures import NotSignedIn, Reason
from learners.single_sign_on.identity import Identity
from learners.single_sign_on.letters import tell_of_link
from learners.single_sign_on.models import IdentityProvider
from learners.single_sign_on.selectors import admission_of, links, person_of


@transaction.atomic
def make_person(*, provider: IdentityProvider, identity: Identity) -> User:
    """Make the account and membership of somebody who joins by their verified address, and link it.

    A second tab waits for the first and then finds the person there. Raises NotSignedIn.
    """
    IdentityProvider.objects.select_for_update().get(pk=provider.pk)
    admission = admission_of(provider, identity)
    if admission.way == Way.SIGN_IN:
        return person_of(admission)
    if admission.way != Way.MAKE:
        raise NotSignedIn(Reason.STALE, "an account was made meanwhile")
    try:
        with transaction.atomic():
            made = User.objects.create_user(
                identity.email, first_name=identity.first_name, last_name=identity.last_name
            )
    except IntegrityError:
        raise NotSignedIn(Reason.STALE, "an account was made meanwhile") from None
    _join(provider=provider, identity=identity, person=made)
    _link(provider=provider, identity=identity, person=made)
    return made


@transaction.atomic
def accept_link(*, provider: IdentityProvider, identity: Identity, admission: Admission, by: User) -> None:
    """Link an account at a provider to the account here of somebody who has said that they want it.

    Twice is once. Raises NotSignedIn where it is not theirs to link any more.
    """
    IdentityProvider.objects.select_for_update().get(pk=provider.pk)
    now = admission_of(provider, identity)
    if now.person != by.pk or now.way not in (admission.way, Way.SIGN_IN):
        raise NotSignedIn(Reason.STALE, "the account has changed meanwhile")
    if now.way == Way.SIGN_IN:
        return
    if now.joins:
        _join(provider=provider, identity=identity, person=by)
    _link(provider=provider, identity=identity, person=by)
    transaction.on_commit(lambda: tell_of_link(person=by, provider=provider))


@transaction.atomic
def note_use(*, identity: Identity) -> None:
    """Remember when a link last signed somebody in."""
    links().filter(provider=identity.issuer, uid=identity.subject).update(last_login=timezone.now())


@transaction.atomic
def remove_link(*, link: SocialAccount, by: User) -> None:
    """Remove a link. The account at the provider then signs nobody in here."""
    for provider in IdentityProvider.objects.filter(issuer=link.provider):
        _note(provider, "single_sign_on.unlink", by)
    link.delete()


def _join(*, provider: IdentityProvider, identity: Identity, person: User) -> None:
    assert provider.default_role is not None  # noqa: S101  admission lets nobody join without one
    Membership.objects.create(
        person=person,
        organisation=provider.organisation,
        role=provider.default_role,
        staff_group=provider.default_staff_group,
        employee_number=identity.number,
        starts_on=timezone.localdate(),
    )
    _note(provider, "single_sign_on.join", person)


def _link(*, provider: IdentityProvider, identity: Identity, person: User) -> None:
    """Nothing that the provider said is kept: only that this is the person's account there."""
    SocialAccount.objects.create(user=person, provider=identity.issuer, uid=identity.subject, extra_data={})
    _note(provider, "single_sign_on.link", person)


def _note(provider: IdentityProvider, action: str, person: Any) -> None:
    log(instance=provider, action=action, user=person)
