"""People who said how confident they were, written straight into the tables."""

import datetime
from typing import Any

from django.utils import timezone

from learners.attempts.models import Attempt
from learners.organisations.models import Organisation
from learners.reflection.models import Confidence
from modules.models import ModulePage
from tests.factories.people import PersonFactory

LONG_AGO = datetime.timedelta(days=60)


def said(
    module: ModulePage,
    before: int | None,
    after: int | None,
    later: int | None = None,
    *,
    organisation: Organisation | None = None,
    person: Any = None,
    ago: datetime.timedelta = LONG_AGO,
) -> Attempt:
    """An attempt at a module, with what was said before, after and some weeks later; None: nothing was."""
    at = timezone.now() - ago
    edition = module.editions.newest()
    attempt = Attempt.objects.create(
        person=person or PersonFactory(),
        organisation=organisation,
        edition=edition,
        module_key=edition.module_key,
        started_at=at,
        last_active_at=at,
        finished_at=at,
    )
    levels = {"before": before, "after": after, "later": later}
    Confidence.objects.bulk_create(
        Confidence(attempt=attempt, moment=moment, level=level, given_at=at)
        for moment, level in levels.items()
        if level
    )
    return attempt


def many_said(count: int, module: ModulePage, *levels: int | None, **where: Any) -> None:
    """So many people who all said the same."""
    for _ in range(count):
        said(module, *levels, **where)
