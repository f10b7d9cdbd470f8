"""Files that came with statements."""

from collections.abc import Iterator, Sequence

from learners.record_store.models import Attachment, Statement


def files_with(rows: Sequence[Statement]) -> Iterator[tuple[str, str, bytes]]:
    """The files of some statements, each once: SHA-256, type and bytes."""
    found = Attachment.objects.filter(statement__in=[row.pk for row in rows]).order_by("content_id", "pk")
    seen = set()
    for each in found.select_related("content").iterator():
        if each.content_id not in seen:
            seen.add(each.content_id)
            yield each.content_id, each.content_type, bytes(each.content.data)
