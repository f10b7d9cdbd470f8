"""Where a request about an access queue begins."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from learners.access.deciding import Queue
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope


def administered(request: HttpRequest, organisation: UUID) -> Organisation:
    """An organisation whose staff list this person keeps; 404 for everybody else."""
    return get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)


def looked_for(asked: Any) -> tuple[Queue, str]:
    """Which list, and who in it, as an address or a form says. What is no list is the first."""
    try:
        queue = Queue(asked.get("queue", ""))
    except ValueError:
        queue = Queue.READY
    return queue, asked.get("q", "")[:100].strip()
