"""Where what is taught and what a network's agreements say do not fit."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.models import Page

from learners.organisations.models import Network
from learners.programme.gap_rules import Category, Gap, Item, Said, Taught, compare
from learners.sharing.models import ScopeItem, Stage
from learners.sharing.ranking import best
from learners.sharing.selectors.agreements import with_stage
from modules.models import InformationCategory, ModulePage, MomentPage


def gaps_of(
    network: Network,
    *,
    on: datetime.date,
    modules: Iterable[ModulePage] | None = None,
    information: Iterable[InformationCategory] | None = None,
) -> list[Gap]:
    """What is taught and not shared, or shared and not taught, in a network on a day, in seven queries.

    With `modules`, only what these teach, and their moments; with `information`, only of these is it asked whether
    what is shared is taught. What is shared counts as soon as an agreement that has not expired says so.
    """
    only = None if modules is None else {module.pk for module in modules}
    shared = None if information is None else {category.pk for category in information}
    taught = taught_live(only) if shared is None or only else taught_live()
    categories = [Category(each.pk, each.name) for each in InformationCategory.objects.all()]
    return compare(categories, scope_of_networks(on, [network.pk]).get(network.pk, {}), taught, shared)


def has_agreements(network: Network, on: datetime.date) -> bool:
    """Whether a network has any agreement that has not expired."""
    return with_stage(on).exclude(stage_then=Stage.EXPIRED).filter(network=network).exists()


def taught_live(modules: set[int] | None = None) -> dict[int, list[Taught]]:
    """Where each category of information is taught: by published modules and moments, or by some of them."""
    pages = (
        ModulePage.objects.live().filter(alias_of=None).exclude(information=None).order_by("path").distinct()
    )
    moments = (
        MomentPage.objects.live().filter(alias_of=None).exclude(information=None).order_by("path").distinct()
    )
    if modules is not None:
        pages, moments = pages.filter(pk__in=modules), moments.filter(module__in=modules)
    found: dict[int, list[Taught]] = defaultdict(list)
    for what, rows in (("Module", pages), ("Moment", moments)):
        for key, title, url, category in _told(rows):
            found[category].append(Taught(key, title, what, url))
    return dict(found)


def _told(rows: Any) -> Iterable[tuple[int, str, str, int]]:
    """Each page with each category that it teaches."""
    through = rows.model.information.through
    name = f"{rows.model._meta.model_name}_id"
    links: dict[int, list[int]] = defaultdict(list)
    for page, category in through.objects.order_by("pk").values_list(name, "informationcategory_id"):
        links[page].append(category)
    for key, title, path in rows.values_list("pk", "title", "url_path"):
        for category in links[key]:
            yield key, title, Page(pk=key, url_path=path).url or "", category


def scope_of_networks(on: datetime.date, networks: Iterable[int] | None = None) -> dict[int, dict[int, Item]]:
    """What counts of all that the agreements of networks (all: None) say of care, by network and category.

    Two queries. What is shared for planning or research alone is nothing that a module could teach to look for.
    """
    agreements = with_stage(on).exclude(stage_then=Stage.EXPIRED)
    if networks is not None:
        agreements = agreements.filter(network__in=list(networks))
    known = {row.pk: row for row in agreements}
    said: dict[tuple[int, int], list[Item]] = defaultdict(list)
    for row in ScopeItem.objects.for_care().filter(agreement__in=known).order_by("pk"):
        agreement = known[row.agreement_id]
        item = Item(Said(row.phase), str(agreement), row.planned_for, row.reason)
        said[agreement.network_id, row.information_id].append(item)
    found: dict[int, dict[int, Item]] = defaultdict(dict)
    for (network, category), items in said.items():
        if item_that_counts := best(items):
            found[network][category] = item_that_counts
    return dict(found)
