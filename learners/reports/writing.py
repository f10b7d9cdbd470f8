"""The one e-mail: that a report is there. No figure is in it and nobody's name: it is read over shoulders."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from learners.reports.models import Sending
from learners.reports.models.schedule import LINK_LIVES
from learners.reports.selectors import signed


def hand_over(sending: Sending) -> None:
    """Hand the e-mail to the mail server. Raises what the mail server raises.

    Its Message-ID is always the same, so that a mailbox that is sent it twice can tell.
    """
    asked, home = sending.schedule, settings.WAGTAILADMIN_BASE_URL
    stop = f"{home}{reverse('reports:stop_by_link', args=[signed(asked)])}"
    context = {
        "first_name": asked.owner.first_name,
        "report": asked.get_report_display(),
        "place": asked.place,
        "day": sending.day,
        "days": LINK_LIVES.days,
        "link": f"{home}{reverse('reports:link', args=[signed(sending)])}",
        "stop": stop,
    }
    EmailMessage(
        "Your report is there",
        render_to_string("emails/report.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [asked.owner.email],
        headers={
            "Message-ID": f"<report.{sending.pk}@{urlsplit(home).hostname}>",
            "List-Unsubscribe": f"<{stop}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()
