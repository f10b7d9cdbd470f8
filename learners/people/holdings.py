"""What is held of a person's account, and of how they sign in."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.sessions.models import Session
from django.utils import timezone

from learners.holdings import ANONYMISED, Fate, Holding, Row, Traces, register
from learners.people.models import User


def _account(person: User) -> Iterable[Row]:
    yield {
        "First name": person.first_name,
        "Last name": person.last_name,
        "E-mail": person.email,
        "Professional number": person.professional_number,
        "Account made": person.date_joined,
        "Last signed in": person.last_login,
        "Groups": ", ".join(person.groups.values_list("name", flat=True)),
        "Your random name in statements": person.actor_id,
    }


def _forget_account(person: User, traces: Traces) -> None:
    person.first_name, _, person.last_name = ANONYMISED.partition(" ")
    person.email = person.professional_number = ""
    person.set_unusable_password()
    person.is_active = person.is_staff = person.is_superuser = False
    person.last_login, person.anonymised_at = None, timezone.now()
    person.save()
    person.groups.clear()
    person.user_permissions.clear()


def _ways_in(person: Any) -> Iterator[Row]:
    for address in person.emailaddress_set.all():
        yield {"Way": "E-mail address", "What": address.email, "Since": None, "Checked": address.verified}
    for step in person.authenticator_set.all():
        yield {"Way": step.get_type_display(), "What": "", "Since": step.created_at, "Checked": True}
    for account in person.socialaccount_set.all():
        known = {"Since": account.date_joined, "Checked": True}
        yield {"Way": account.provider, "What": account.uid} | known
    for session in sessions_of(person):
        if session.expire_date > timezone.now():
            yield {"Way": "Signed in", "What": f"Until {session.expire_date}", "Since": None, "Checked": True}


def _close_ways_in(person: Any, traces: Traces) -> None:
    person.authenticator_set.all().delete()
    person.socialaccount_set.all().delete()
    person.emailaddress_set.all().delete()
    Session.objects.filter(pk__in=[each.pk for each in sessions_of(person, traces)]).delete()


def sessions_of(person: User, traces: Traces | None = None) -> Iterator[Session]:
    """Every session of a person, the expired ones included; with `traces`, also those that only name an address.

    A session does not say whose it is before it is opened, so all are.
    """
    addresses = [address.casefold() for address in traces.addresses] if traces else []
    for session in Session.objects.iterator():
        said = session.get_decoded()
        is_theirs = said.get("_auth_user_id") == str(person.pk)
        if is_theirs or any(address in str(said).casefold() for address in addresses):
            yield session


register(
    Holding(
        key="account",
        title="Your account",
        why="So that you can sign in, and your certificates have your name on them.",
        how_long="As long as you work here, and some years after.",
        fate=Fate.BLANKED,
        because="Your name, e-mail address and professional number go. A row without them stays, for your learning to "
        "hang on.",
        rows=_account,
        forget=_forget_account,
        about=("people.User_groups.user", "people.User_user_permissions.user"),
    ),
    Holding(
        key="ways-in",
        title="How you sign in",
        why="So that only you can sign in as you.",
        how_long="Until you take it away. Being signed in ends after ten hours.",
        fate=Fate.DELETED,
        because="Nobody can sign in as you any more, you included.",
        rows=_ways_in,
        forget=_close_ways_in,
        about=(
            "account.EmailAddress.user",
            "mfa.Authenticator.user",
            "socialaccount.SocialAccount.user",
        ),
        parts=("account.EmailConfirmation", "socialaccount.SocialToken", "sessions.Session"),
    ),
)
