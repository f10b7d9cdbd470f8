"""What an item of scope says, in words."""

from django.utils.formats import date_format

from learners.organisations.models.organisation import Kind
from learners.sharing.models import Phase, ScopeItem

EVERY_PARTY, EVERY_ROLE = "Every party", "Every role"


def givers(item: ScopeItem) -> str:
    """Who gives it."""
    return _organisations(item.provider_kinds, [each.name for each in item.providers.all()])


def viewers(item: ScopeItem) -> str:
    """Which organisations see it."""
    return _organisations(item.viewer_kinds, [each.name for each in item.viewers.all()])


def roles(item: ScopeItem) -> str:
    """Which roles see it."""
    return ", ".join(each.name for each in item.roles.all()) or EVERY_ROLE


def when(item: ScopeItem) -> str:
    """Since when it is shared, or why not."""
    if item.phase == Phase.PLANNED and item.planned_for:
        return f"Planned for {date_format(item.planned_for, 'j F Y')}"
    if item.phase == Phase.OUT_OF_SCOPE:
        return f"Out of scope: {item.reason}"
    return Phase(item.phase).label


def scope_in_words(item: ScopeItem) -> str:
    """The whole of it, for the audit log."""
    parts = [
        str(item.information),
        item.get_purpose_display(),
        f"given by {givers(item)}",
        f"seen by {viewers(item)}",
        roles(item),
        when(item),
    ]
    return "; ".join(parts)


def _organisations(kinds: list[str], names: list[str]) -> str:
    labels = [Kind(each).label for each in kinds if each in Kind.values]
    return ", ".join([*labels, *names]) or EVERY_PARTY
