"""Moments of the demonstration."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from modules.models import InformationCategory, ModulePage, MomentPage, MomentsPage, Role
from training.demo.content import shapes
from training.demo.publishing.raw import plain


def publish_moments(moments: Iterable[shapes.Moment], *, by: Any) -> None:
    """Write moments below their page and publish them. Their modules must be there already."""
    above, today = MomentsPage.objects.get(), timezone.localdate()
    modules = {module.slug: module for module in ModulePage.objects.defer_streamfields()}
    for moment in moments:
        page = MomentPage(
            **plain(moment, "roles", "module", "information"),
            module=modules.get(moment.module),
            review_by=today.replace(year=today.year + 1, day=1),
            live=False,
            owner=by,
        )
        page.roles.set(Role.objects.filter(slug__in=moment.roles))
        page.information.set(InformationCategory.objects.filter(slug__in=moment.information))
        above.add_child(instance=page)
        page.save_revision(user=by).publish()
