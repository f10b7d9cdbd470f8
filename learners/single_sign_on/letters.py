"""What people are told by e-mail."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from learners.people.models import User
from learners.single_sign_on.models import IdentityProvider

logger = logging.getLogger(__name__)


def tell_of_link(*, person: User, provider: IdentityProvider) -> None:
    """Tell somebody that another account now signs them in, so that a stranger's link does not stay unseen."""
    if not person.email:
        return
    address = settings.WAGTAILADMIN_BASE_URL + reverse("single_sign_on:links")
    text = render_to_string(
        "learners/single_sign_on/linked.txt", {"person": person, "provider": provider, "address": address}
    )
    try:
        send_mail(f"Your {provider.name} now signs you in", text, None, [person.email])
    except (SMTPException, OSError):
        logger.exception("The e-mail about a link could not be sent.")  # the link stands
