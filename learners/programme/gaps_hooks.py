"""Where the gap check meets the CMS: a page beside what is taught, and a warning after saving."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from learners.programme.publishing import warnings_of
from learners.programme.views.gaps import SharedView
from modules.models import ModulePage, MomentPage


@hooks.register("register_admin_urls")
def gap_addresses() -> list[URLPattern]:
    """Below the CMS."""
    return [path("programme/shared/<int:page_id>/", SharedView.as_view(), name="shared_of_page")]


@hooks.register("register_page_header_buttons")
def shared_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a module or a moment, published or not, to what networks have agreed of it."""
    taught = isinstance(page, ModulePage | MomentPage)
    if taught and page.pk and page.permissions_for_user(user).can_edit():
        url = reverse("shared_of_page", args=[page.pk])
        yield Button("What is shared of this", url=url, icon_name="link", priority=70)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_what_is_left_out(request: HttpRequest, page: Page) -> None:
    """Tell whoever saved a page where not all that it teaches is shared."""
    if isinstance(page, ModulePage | MomentPage):
        for warning in warnings_of(page):
            messages.warning(request, warning)
