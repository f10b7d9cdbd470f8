"""What educators see beside their modules in the CMS."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from learners.insight.coverage import coverage
from learners.insight.judging import about, by_skill, look_at_first
from learners.insight.selectors import edition_to_read, questions_of, sections_of
from learners.spreadsheets import csv_lines
from learners.statements.emitting import emitted_by
from modules.models import ModulePage
from modules.reading import outline_of_page


def may_see_insight(user: Any) -> bool:
    """Whether somebody writes or changes pages: educators and administrators of the CMS."""
    return bool(PagePermissionPolicy().user_has_any_permission(user, {"add", "change"}))


class InsightView(WagtailAdminTemplateMixin, View):
    """A page of the CMS for whoever writes content. Anybody else is refused."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse who writes nothing."""
        if not may_see_insight(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class BesidePageView(InsightView):
    """A page of the CMS about something that educators wrote."""

    page: Page

    def get_page_subtitle(self) -> str:
        """What it is about."""
        return str(self.page.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Back to what it is about."""
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.page.title}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]


class ModuleInsightView(BesidePageView):
    """A page of the CMS about one module, for whoever may edit it."""

    module: ModulePage

    def find_module(self, page_id: int) -> None:
        """The module that the address names. Refuses whoever may not edit it."""
        self.module = self.page = get_object_or_404(ModulePage, pk=page_id)
        if not self.module.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied


class ReportedView(ModuleInsightView):
    """What a module will report: the statements of one learner's way, of the draft as it stands."""

    page_title = "What it reports"
    header_icon = "history"
    template_name = "learners/insight/reported.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Of the newest draft, which may not have been published yet."""
        self.find_module(page_id)
        draft = self.module.get_latest_revision_as_object()
        newest = self.module.editions.newest()
        emitted = emitted_by(
            outline_of_page(draft),
            key=self.module.translation_key,
            edition=newest.number + 1 if newest else 1,
            home=settings.XAPI_HOME,
        )
        return self.render_to_response(self.get_context_data(module=self.module, emitted=list(emitted)))


class QuestionInsightView(ModuleInsightView):
    """How the questions and sections of one Edition do."""

    page_title = "How its questions do"
    header_icon = "help"
    template_name = "learners/insight/questions.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """The Edition that the address names, or the newest."""
        self.find_module(page_id)
        number = request.GET.get("edition", "")
        edition = edition_to_read(self.module, int(number) if number.isdecimal() else None)
        if edition is None:
            raise Http404("There is no such Edition.")
        questions, sections = questions_of(edition), sections_of(edition)
        context = self.get_context_data(
            module=self.module,
            edition=edition,
            editions=self.module.editions.order_by("-number"),
            findings=look_at_first(questions, sections),
            questions=[(each, about(each.answers)) for each in questions],
            sections=sections,
            skills=by_skill(questions),
        )
        return self.render_to_response(context)


class CoverageView(InsightView):
    """Capabilities by roles: what is taught to whom; `?export=csv` for a spreadsheet."""

    page_title = "What is taught to whom"
    header_icon = "table"
    template_name = "learners/insight/coverage.html"

    def get(self, request: HttpRequest) -> Any:
        """The grid as it is today."""
        grid = coverage()
        if request.GET.get("export") == "csv":
            lines = csv_lines(["Capability", *grid.roles], grid.lines())
            return StreamingHttpResponse(
                lines,
                content_type="text/csv; charset=utf-8",
                headers={"Content-Disposition": 'attachment; filename="coverage.csv"'},
            )
        return self.render_to_response(self.get_context_data(grid=grid))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Where one is."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
