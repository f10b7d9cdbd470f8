"""The one e-mail of a follow-up. It says nothing of what somebody did or planned: e-mail is read over shoulders."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from learners.reflection.models import FollowUp

SUBJECT = "One minute: how did it go?"


def ask(follow_up: FollowUp) -> None:
    """Hand the e-mail to the mail server. Raises what the mail server raises.

    Its Message-ID is always the same, so that a mailbox that is sent it twice can tell.
    """
    person = follow_up.next_shift.attempt.person
    stop = _absolute("reflection:follow_up_stop", follow_up.token)
    context = {
        "first_name": person.first_name,
        "link": _absolute("reflection:follow_up", follow_up.token),
        "stop": stop,
    }
    headers = {
        "Message-ID": f"<follow-up.{follow_up.pk}@{urlsplit(_home()).hostname}>",
        "List-Unsubscribe": f"<{stop}>",
        "Auto-Submitted": "auto-generated",
    }
    body = render_to_string("emails/follow_up.txt", context)
    EmailMessage(SUBJECT, body, settings.DEFAULT_FROM_EMAIL, [person.email], headers=headers).send()


def _home() -> str:
    return str(settings.WAGTAILADMIN_BASE_URL)


def _absolute(name: str, token: str) -> str:
    return f"{_home()}{reverse(name, args=[token])}"
