"""Who must sign in in two steps, and whether they did.

This app is below those that know what somebody manages. They say it by a rule:

    @second_step.asked_of
    def whoever_manages(person): return "you see other people's training"
"""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from learners.people.models import User

type Rule = Callable[[User], str]
"""Why a person must have a second step, to be read after “because”; empty when they need not."""

STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
_rules: list[Rule] = []


def asked_of(rule: Rule) -> Rule:
    """Ask a second step of whomever this rule gives a reason for."""
    if rule not in _rules:
        _rules.append(rule)
    return rule


def reasons(person: Any) -> list[str]:
    """Why this person must have a second step. Empty when they need not, or when the service does not ask."""
    if not settings.SECOND_STEP_REQUIRED or not person.is_authenticated:
        return []
    return [reason for rule in _rules if (reason := rule(person))]


def has_one(person: Any, *kinds: str) -> bool:
    """Whether they set up a second step: codes from an app, or a passkey; or one of these kinds."""
    return Authenticator.objects.filter(user=person, type__in=kinds or STEPS).exists()


def has_any(person: User) -> bool:
    """Whether they have anything to take a second step with, recovery codes included."""
    return Authenticator.objects.filter(user=person).exists()


def asked_at_sign_in(person: User) -> bool:
    """Whether a password or a code by e-mail is not enough for this person.

    Whoever set up codes from an app asked for it. A passkey alone is one more way in, not one more lock: on a ward's
    computer its owner may be without it. It becomes the second step of those who must have one.
    """
    return has_one(person, Authenticator.Type.TOTP) or (has_one(person) and bool(reasons(person)))


def was_taken(request: HttpRequest) -> bool:
    """Whether this session went through a second step: a passkey, a code from an app, or a recovery code."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def note_taken(request: HttpRequest, person: User, kind: str) -> None:
    """Let setting one up count: it was just tried."""
    record_authentication(request, person, method="mfa", type=kind)


def signed_in_within(request: HttpRequest, seconds: float) -> bool:
    """Whether they proved who they are in the last so many seconds."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] <= seconds for record in records)


@asked_of
def whoever_works_in_the_cms(person: User) -> str:
    """Educators, clinical reviewers and administrators."""
    return "you write or review modules, or keep the service" if person.has_perm(CMS) else ""


CMS = "wagtailadmin.access_admin"
