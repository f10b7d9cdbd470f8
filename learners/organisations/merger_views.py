"""Mergers in the CMS: planned, reviewed, applied and undone. Every page works without scripts."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.views import View
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet

from learners.organisations.merger_forms import ApplyMergerForm, PlanMergerForm, UndoMergerForm
from learners.organisations.merging import (
    MergerRefused,
    apply_merger,
    move_latecomers,
    plan_merger,
    reasons_against_undoing,
    undo_merger,
    withdraw_plan,
)
from learners.organisations.merging_plan import MergerPlan, plan_of
from learners.organisations.models import Merger, MergerState
from learners.organisations.models.merger import Moved

ON_A_PAGE = 50
NOTHING_CHANGED = "That was done before, or the plan was withdrawn. Nothing was changed."
SHOWN: dict[str, Callable[[Moved], bool]] = {
    "moved": lambda move: move.was_made,
    "there": lambda move: move.is_there_already,
    "later": lambda move: move.is_put_off,
    "role": lambda move: move.changes_role,
    "number": lambda move: move.loses_number,
}


class MergerIndexView(IndexView):
    """Mergers, the latest first."""

    any_permission_required = ["view"]
    add_item_label = "Plan a merger"

    def get_base_queryset(self) -> QuerySet[Merger]:
        """With what a line shows."""
        return super().get_base_queryset().select_related("predecessor", "successor", "planned_by")


class MergerView(PermissionCheckedMixin, View):
    """Base of the pages about mergers: only for those who may merge organisations."""

    permission_required = "merge"
    model = Merger

    def load(self, pk: int) -> Merger:
        """The merger, with its organisations and who did what."""
        rows = Merger._default_manager.select_related(
            "predecessor", "successor", "planned_by", "applied_by", "undone_by"
        )
        return get_object_or_404(rows, pk=pk)

    def show(self, template: str, title: str, **context: Any) -> HttpResponse:
        """A page of the CMS, below the list of mergers."""
        context |= {
            "page_title": title,
            "header_title": title,
            "header_icon": "link",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": "Home"},
                {"url": reverse("merger:index"), "label": "Mergers"},
                {"url": "", "label": title},
            ],
        }
        return render(self.request, f"learners/organisations/mergers/{template}.html", context)


class PlanView(MergerView):
    """Asks who closes and who carries on, and makes a plan. Nothing else is written."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The questions."""
        return self._ask(PlanMergerForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Plan, and go on to the review."""
        form = PlanMergerForm(request.POST)
        if form.is_valid():
            try:
                merger = plan_merger(**form.cleaned_data, by=request.user)
            except MergerRefused as refused:
                form.add_error(None, refused.reasons)
            else:
                return redirect("merger:inspect", merger.pk)
        return self._ask(form)

    def _ask(self, form: Form) -> HttpResponse:
        return self.show("plan", "Plan a merger", form=form)


class ReviewView(MergerView):
    """One merger: what it will do, what it did, or that it was undone."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page for how far it has come."""
        return self.look(self.load(pk))

    def look(self, merger: Merger, form: Form | None = None) -> HttpResponse:
        """What there is to see and to do; `form` is one that was sent with something missing."""
        if merger.state is MergerState.PLANNED:
            return self._review(merger, form)
        if merger.state is MergerState.APPLIED:
            return self._result(merger, form)
        return self.show("over", str(merger), merger=merger, is_undone=bool(merger.applied_at))

    def _review(self, merger: Merger, form: Form | None) -> HttpResponse:
        plan = plan_of(merger)
        return self.show(
            "review",
            f"Review: {merger}",
            merger=merger,
            plan=plan,
            form=self._apply_form(plan, form),
            **self._people(plan.moves),
        )

    def _result(self, merger: Merger, form: Form | None) -> HttpResponse:
        moves = merger.moves.select_related(
            *(f"{end}__{name}" for end in ("ended", "begun") for name in ("person", "role", "team"))
        )
        late = plan_of(merger)
        has_late = bool(late.moves or late.unsettled)
        return self.show(
            "result",
            str(merger),
            merger=merger,
            late=late if has_late else None,
            late_form=self._apply_form(late, form) if has_late else None,
            obstacles=reasons_against_undoing(merger),
            undo_form=form if isinstance(form, UndoMergerForm) else UndoMergerForm(),
            **self._people(list(moves.order_by("pk"))),
        )

    def _apply_form(self, plan: MergerPlan, form: Form | None) -> Form:
        """A form that was sent without its tick is shown again, for what is shown now."""
        given = {"reviewed": plan.digest}
        return ApplyMergerForm(given) if isinstance(form, ApplyMergerForm) else ApplyMergerForm(initial=given)

    def _people(self, moves: Iterable[Moved]) -> dict[str, Any]:
        """A page of the people who are moved, all or some of them, and how many of each there are."""
        rows, shown = list(moves), self.request.GET.get("show", "")
        fitting = [row for row in rows if shown not in SHOWN or SHOWN[shown](row)]
        page = Paginator(fitting, ON_A_PAGE).get_page(self.request.GET.get("p"))
        counts = {name: sum(map(holds, rows)) for name, holds in SHOWN.items()}
        return {"page": page, "counts": counts | {"all": len(rows)}, "shown": shown if shown in SHOWN else ""}


class ChangeView(ReviewView):
    """Base of what changes a merger: asks once more, acts, says what happened, and goes back to its page."""

    http_method_names = ["post"]
    form_class: type[Form] = Form
    done = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Act; where the form is not filled in, show it again."""
        merger, form = self.load(pk), self.form_class(request.POST)
        if not form.is_valid():
            return self.look(merger, form)
        try:
            if self.act(merger, form.cleaned_data):
                messages.success(request, self.done.format(merger=merger))
            else:
                messages.warning(request, NOTHING_CHANGED)
        except MergerRefused as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
        return redirect("merger:inspect", pk)

    def act(self, merger: Merger, given: dict[str, Any]) -> bool:
        """Do it. False where there was nothing to do."""
        raise NotImplementedError


class ApplyView(ChangeView):
    """Carries out a plan."""

    form_class = ApplyMergerForm
    done = "Done: {merger}. It can be undone for 30 days."

    def act(self, merger: Merger, given: dict[str, Any]) -> bool:
        """Apply what was reviewed."""
        return apply_merger(merger=merger, reviewed=given["reviewed"], by=self.request.user)


class LatecomersView(ChangeView):
    """Moves those who came later."""

    form_class = ApplyMergerForm
    done = "They are moved, too."

    def act(self, merger: Merger, given: dict[str, Any]) -> bool:
        """Move them as was reviewed."""
        return move_latecomers(merger=merger, reviewed=given["reviewed"], by=self.request.user)


class UndoView(ChangeView):
    """Undoes a merger."""

    form_class = UndoMergerForm
    done = "Undone: {merger}. Everything is as it was before."

    def act(self, merger: Merger, given: dict[str, Any]) -> bool:
        """Put everything back."""
        return undo_merger(merger=merger, by=self.request.user)


class WithdrawPlanView(ChangeView):
    """Gives up a plan."""

    done = "The plan is withdrawn: {merger}."

    def act(self, merger: Merger, given: dict[str, Any]) -> bool:
        """Withdraw it."""
        return withdraw_plan(merger=merger, by=self.request.user)


class MergerViewSet(ModelViewSet):
    """Lists mergers, and leads through them. None is edited or deleted."""

    model = Merger
    icon = "link"
    menu_label = "Mergers"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = MergerIndexView
    form_fields: list[str] = []
    ordering = ["-on", "-pk"]
    list_display = [
        TitleColumn("merger", label="Merger", accessor=str, url_name="merger:inspect"),
        Column("on", label="From", accessor=lambda merger: date_format(merger.on, "j F Y"), sort_key="on"),
        StatusTagColumn("state", label="State", primary=lambda merger: merger.state is MergerState.APPLIED),
        Column("planned_by", label="Planned by"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Listing, planning, and what leads from there."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", PlanView.as_view(), name="add"),
            path("<int:pk>/", ReviewView.as_view(), name="inspect"),
            path("<int:pk>/apply/", ApplyView.as_view(), name="apply"),
            path("<int:pk>/later/", LatecomersView.as_view(), name="latecomers"),
            path("<int:pk>/undo/", UndoView.as_view(), name="undo"),
            path("<int:pk>/withdraw/", WithdrawPlanView.as_view(), name="withdraw"),
        ]
