"""What waits in an organisation's access queue, for its dashboard."""

from learners.access.deciding import TO_DO, Queue
from learners.access.selectors import waiting
from learners.organisations.models import Organisation


def access_waiting(organisation: Organisation) -> list[tuple[Queue, int]]:
    """Each queue in which somebody waits, and how many do."""
    numbers = waiting(organisation)
    return [(queue, numbers[queue.value]) for queue in TO_DO if numbers.get(queue.value)]
