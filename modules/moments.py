"""Reading the moments of work that the moment finder shows."""

from django.db.models import Count, Q, QuerySet

from modules.models import MomentPage, MomentsPage, Role


def live_moments() -> QuerySet[MomentPage]:
    """Every moment that is published, in the order of the tree."""
    return MomentPage.objects.live().filter(alias_of=None).order_by("path")


def moments_of(role: str) -> QuerySet[MomentPage]:
    """The moments of a role, by its slug; all where none is named; none for a role that does not exist."""
    if "\0" in role:  # PostgreSQL would not even look
        return live_moments().none()
    return live_moments().filter(roles__slug=role) if role else live_moments()


def roles_with_moments() -> QuerySet[Role]:
    """The roles that have a moment."""
    found = Role.objects.annotate(count=Count("moments", filter=Q(moments__live=True)))
    return found.filter(count__gt=0)


def moments_page() -> MomentsPage | None:
    """The page above all moments, where it is published."""
    return MomentsPage.objects.live().first()
