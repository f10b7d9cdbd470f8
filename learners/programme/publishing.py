"""What agreements say against publishing a page that teaches to look for something."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from learners.organisations.models import Network
from learners.programme.gap_rules import Item, Said, said_of, sentence
from learners.programme.gaps import scope_of_networks
from modules.completeness import also_requires
from modules.models import InformationCategory


@dataclass(frozen=True, slots=True)
class Spoken:
    """A category that a page teaches to look for, and what counts in each network that speaks of it."""

    category: InformationCategory
    by_network: dict[int, Item]

    @property
    def left_out(self) -> dict[int, Item]:
        """Where it is out of scope."""
        return {key: item for key, item in self.by_network.items() if item.said is Said.OUT_OF_SCOPE}

    @property
    def is_left_out_everywhere(self) -> bool:
        """Whether networks speak of it, and each leaves it out."""
        return bool(self.by_network) and len(self.left_out) == len(self.by_network)


def spoken_of(page: Any) -> list[Spoken]:
    """Each category that a page (saved, a draft, or as a form would save it) teaches, in the order of the list."""
    chosen = getattr(page, "information", None)
    categories = sorted(chosen.all(), key=lambda each: (each.position, each.name)) if chosen else []
    if not categories:
        return []
    said = scope_of_networks(timezone.localdate())
    return [
        Spoken(each, {network: scope[each.pk] for network, scope in said.items() if each.pk in scope})
        for each in categories
    ]


@also_requires
def what_is_shared_somewhere(page: Any) -> dict[str, list[str]]:
    """Refuse what every network that speaks of it has agreed not to share."""
    against = [
        f"{each.category.name} cannot be taught: {_reasons(each.by_network.values())}."
        for each in spoken_of(page)
        if each.is_left_out_everywhere
    ]
    return {"information": against} if against else {}


def warnings_of(page: Any) -> Iterator[str]:
    """What to tell whoever saved a page of which some networks leave a category out, and others do not."""
    for each in spoken_of(page):
        left_out = each.left_out
        if left_out and not each.is_left_out_everywhere:
            names = Network.objects.filter(pk__in=left_out).order_by("name").values_list("name", flat=True)
            yield f"{each.category.name}: not shared in {', '.join(names)}. {sentence(_reasons(left_out.values()))}"


def _reasons(items: Any) -> str:
    return "; ".join(dict.fromkeys(said_of(item) for item in items))
