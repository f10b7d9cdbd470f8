"""What a database keeps of rows that were written anew: their former selves, until it is told to tidy up."""

import datetime

from django.db import connection
from django.db.models import Q

from learners.surveys.models import Answer, FreeText, Token, Waiting, Wave


def is_due(on: datetime.date) -> bool:
    """Whether rows may have been written anew of late: a survey is open, or was settled since yesterday."""
    of_late = Q(settled_on=None) | Q(settled_on__gte=on - datetime.timedelta(days=1))
    return Wave.objects.filter(of_late, opened_on__isnull=False).exists()


def sweep() -> bool:
    """Have PostgreSQL rewrite these tables without the rows that are gone. False where there is nothing to be told.

    SQLite is set to overwrite what it deletes, or not, when it is built; nobody runs this service on it in earnest.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return False
    tables = ", ".join(
        connection.ops.quote_name(kind._meta.db_table) for kind in (Token, Waiting, Answer, FreeText)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (FULL) {tables}")
    return True
