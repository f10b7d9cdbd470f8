"""Reading documents."""

import datetime

from learners.record_store.drawers import Drawer
from learners.record_store.models import Document


def one_document(drawer: Drawer) -> Document | None:
    """The document that is meant."""
    return Document.objects.filter(pk=drawer.document_key).first()


def names_in(drawer: Drawer) -> tuple[list[str], datetime.datetime | None]:
    """The names of what lies in a drawer, of one registration if it is given; and when the newest was changed."""
    found = Document.objects.filter(drawer=drawer.key)
    if drawer.registration:
        found = found.filter(registration=drawer.registration)
    if drawer.since:
        found = found.filter(updated_at__gt=drawer.since)
    rows = list(found.order_by("updated_at", "key").values_list("name", "updated_at"))
    return [name for name, _ in rows], rows[-1][1] if rows else None
