"""Where insight meets the CMS."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from learners.insight.transfer_views import TransferView
from learners.insight.views import CoverageView, QuestionInsightView, ReportedView, may_see_insight
from modules.models import ModulePage


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Below the CMS."""
    return [
        path("insight/modules/<int:page_id>/", QuestionInsightView.as_view(), name="question_insight"),
        path("insight/modules/<int:page_id>/reports/", ReportedView.as_view(), name="module_reports"),
        path("insight/modules/<int:page_id>/confidence/", TransferView.as_view(), name="module_confidence"),
        path("insight/coverage/", CoverageView.as_view(), name="coverage"),
    ]


class _CoverageItem(MenuItem):
    """For whoever writes content."""

    def is_shown(self, request: Any) -> bool:
        return may_see_insight(request.user)


@hooks.register("register_reports_menu_item")
def coverage_item() -> MenuItem:
    """The grid, under Reports."""
    return _CoverageItem("What is taught to whom", reverse("coverage"), icon_name="table", order=1200)


@hooks.register("register_page_header_buttons")
def insight_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a module that was published to how its questions do."""
    if isinstance(page, ModulePage) and page.live and page.permissions_for_user(user).can_edit():
        yield Button(
            "How its questions do",
            url=reverse("question_insight", args=[page.pk]),
            icon_name="help",
            priority=68,
        )


@hooks.register("register_page_header_buttons")
def transfer_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a module that was published to whether what it gives lasts."""
    if isinstance(page, ModulePage) and page.live and page.permissions_for_user(user).can_edit():
        yield Button(
            "Whether it lasts",
            url=reverse("module_confidence", args=[page.pk]),
            icon_name="history",
            priority=70,
        )


@hooks.register("register_page_header_buttons")
def reported_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From a module, published or not, to what it reports."""
    if isinstance(page, ModulePage) and page.pk and page.permissions_for_user(user).can_edit():
        yield Button(
            "What it reports",
            url=reverse("module_reports", args=[page.pk]),
            icon_name="history",
            priority=69,
        )
