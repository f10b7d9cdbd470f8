"""What people did of some modules, anywhere, as one organisation sees it."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from learners.organisations.models import Merger, NetworkMembership
from learners.records.models import Completion, LearningEvent, Verb
from learners.requirements.models import Exemption
from learners.requirements.selectors.asks import Ask
from learners.requirements.standing import Completed, Exempt, History, Span, Where

if TYPE_CHECKING:
    from learners.requirements.selectors.people import Hat

type Asks = Mapping[int, list[Ask]]
COMPLETED = ("person_id", "module_key", "organisation_id", "completed_at", "edition__published_at", "evidence",
             "expires_on", "only_changes")  # fmt: skip


class Histories:
    """Read from the history of events and its completions, in a fixed number of queries.

    A start is read from its event, since open attempts belong to a layer above this one.
    """

    def __init__(self, people: Any, asks: Asks, on: datetime.date) -> None:
        """`people` are keys, or a queryset of them."""
        self._near = _Near(asks, on)
        self._completed: dict[tuple[int, uuid.UUID], list[tuple[Any, ...]]] = defaultdict(list)
        self._starts: dict[tuple[int, uuid.UUID], set[datetime.date]] = defaultdict(set)
        self._exempt: dict[tuple[int, int], list[tuple[int | None, Exempt]]] = defaultdict(list)
        self._modules = {ask.key: ask.module.pk for found in asks.values() for ask in found}
        if self._modules:
            self._read(people, asks)

    def _read(self, people: Any, asks: Asks) -> None:
        keys = list(self._modules)
        completions = Completion.objects.standing().filter(person__in=people, module_key__in=keys).order_by()
        for person, key, *rest in completions.values_list(*COMPLETED):
            self._completed[person, key].append(tuple(rest))
        starts = LearningEvent.objects.filter(
            verb=Verb.LAUNCHED, person__in=people, edition__module_key__in=keys
        ).order_by()
        for person, key, at in starts.values_list("person_id", "edition__module_key", "occurred_at"):
            self._starts[person, key].add(timezone.localdate(at))
        exempt = Exemption.objects.filter(person__in=people, organisation__in=list(asks), withdrawn_at=None)
        for row in exempt:
            found = Exempt(Span(row.starts_on, row.ends_on), row.reason)
            self._exempt[row.organisation_id, row.person_id].append((row.module_id, found))

    def of(self, hat: "Hat", key: uuid.UUID) -> History:
        """A person's history of a module, as the organisation of this hat sees it."""
        completions = tuple(
            Completed(
                timezone.localdate(at),
                where=self._near.of(hat.organisation_id, organisation),
                edition=published,
                evidence=evidence,
                expires_on=expires_on,
                only_changes=only_changes,
            )
            for organisation, at, published, evidence, expires_on, only_changes in self._completed.get(
                (hat.person_id, key), ()
            )
        )
        exemptions = tuple(
            exempt
            for module, exempt in self._exempt.get((hat.organisation_id, hat.person_id), ())
            if module in (None, self._modules[key])
        )
        return History(tuple(sorted(self._starts.get((hat.person_id, key), ()))), completions, exemptions)


class _Near:
    """How near another organisation is: itself, in one of the same networks, or neither."""

    def __init__(self, asks: Asks, on: datetime.date) -> None:
        wanted = {ask.facts.accepts_from for found in asks.values() for ask in found}
        self._networks: dict[int, set[int]] = defaultdict(set)
        self._became: set[tuple[int, int]] = set()
        if wanted <= {Where.ANYWHERE}:
            return
        merged = Merger.objects.filter(applied_at__isnull=False, undone_at=None, on__lte=on)
        self._became = set(merged.values_list("predecessor_id", "successor_id"))
        for organisation, network in NetworkMembership.objects.in_force(on=on).values_list(
            "organisation_id", "network_id"
        ):
            self._networks[organisation].add(network)

    def of(self, here: int, there: int | None) -> Where:
        if there is None or there == here or (there, here) in self._became:
            return Where.HERE
        shared = self._networks.get(here, set()) & self._networks.get(there, set())
        return Where.NETWORK if shared else Where.ANYWHERE
