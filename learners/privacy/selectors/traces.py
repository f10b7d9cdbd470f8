"""By which words somebody could be told."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from learners.holdings import ANONYMISED, Traces
from learners.people.models import User


def traces_of(person: Any) -> Traces:
    """Their names, the earlier ones that the log remembers included, their addresses and their numbers."""
    addresses = {person.email, *person.emailaddress_set.values_list("email", flat=True)}
    for account in person.socialaccount_set.all():
        addresses |= {text for text in _texts(account.extra_data) if "@" in text}
    numbers = {person.professional_number}
    for pair in person.memberships.values_list("employee_number", "assignment_number"):
        numbers |= set(pair)
    names = {name for name in _names(person) if name not in addresses}
    return Traces(*(frozenset(filter(None, words)) for words in (names, addresses, numbers)))


def _names(person: User) -> Iterator[str]:
    """Their name in each order in which people write it. A first or a last name alone is many people's."""
    first, last = person.first_name.strip(), person.last_name.strip()
    if first and last:
        yield from (f"{first} {last}", f"{last} {first}", f"{last}, {first}")
    kind = ContentType.objects.get_for_model(User)
    labels = ModelLogEntry.objects.filter(content_type=kind, object_id=str(person.pk))
    for label in labels.values_list("label", flat=True).distinct():
        if " " in label and label != ANONYMISED:
            yield label


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)
