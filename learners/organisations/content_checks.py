"""Local facts are content, too: `check_content` looks at them."""

import datetime
from collections.abc import Iterator

from learners.organisations.models import LocalFact
from modules.content_checks import Finding, also_check
from modules.content_checks.finding import error
from modules.content_checks.words import faults_in


@also_check
def check_local_facts(on: datetime.date) -> Iterator[Finding]:
    """Past their review, or with something in their text that could be somebody's. Their telephone numbers are real."""
    for fact in LocalFact.objects.select_related("kind", "organisation", "network"):
        where = f"Local fact “{fact}”"
        if fact.review_by < on:
            yield error(where, f"It should have been checked again by {fact.review_by:%-d %B %Y}.")
        for message in faults_in(fact.text):
            if "telephone" not in message and "e-mail" not in message and "postcode" not in message:
                yield error(where, message)
