"""Requests to be forgotten and legal holds in the CMS."""

from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import URLPattern, path
from django.utils import timezone
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from learners.privacy.actions.deciding import may_decide
from learners.privacy.cms_views import GrantView, LiftHoldView, PlaceHoldView, RecordRequestView, RefuseView
from learners.privacy.models import ErasureRequest, LegalHold
from learners.privacy.selectors.obstacles import obstacles


class _PeopleIndexView(IndexView):
    """Rows about people, newest first, found by name or address."""

    any_permission_required = ["view"]
    is_searchable = True

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the person whom a line names."""
        return super().get_base_queryset().select_related("person")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """By the words of a name or address."""
        words = self.search_query.split() if self.search_query else []
        return queryset.filter(reduce(and_, map(_names_somebody, words))) if words else queryset


def _names_somebody(word: str) -> Q:
    fields = ("first_name", "last_name", "email")
    return Q.create([(f"person__{field}__icontains", word) for field in fields], connector=Q.OR)


class _PlainInspectView(InspectView):
    """One row, as its template shows it."""

    any_permission_required = ["view"]
    next_steps: dict[str, str] = {}

    def get_fields(self) -> list[str]:
        """None: the template says what is shown."""
        return []


class RequestInspectView(_PlainInspectView):
    """One request: who asked, what stands against it, and the ways to decide."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what an administrator must know before deciding."""
        waiting = self.object.is_waiting
        return super().get_context_data(**kwargs) | {
            "obstacles": obstacles(self.object.person, timezone.localdate()) if waiting else [],
            "can_decide": waiting and may_decide(self.object, self.request.user),
            "steps": self.next_steps,
        }


class HoldInspectView(_PlainInspectView):
    """One hold: on whom, why, since when, and the way to lift it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to lift it."""
        may = self.user_has_permission("lift") and self.object.is_in_force
        return super().get_context_data(**kwargs) | {"can_lift": may, "steps": self.next_steps}


class _ReadOnlyViewSet(ModelViewSet):
    """Lists and shows rows; what can be done with them are steps with addresses of their own."""

    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = _PeopleIndexView
    form_fields: list[str] = []
    steps: dict[str, Any] = {}
    add_step: Any = None

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the page where its steps are."""
        names = {name: self.get_url_name(name) for name in self.steps}
        return super().get_inspect_view_kwargs(next_steps=names, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Reading, adding and the steps; no editing, no deleting."""
        index = self.get_url_name("index")
        inspect = self.get_url_name("inspect")
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_step.as_view(back_url_name=index), name="add"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            *(
                path(f"{name}/<int:pk>/", step.as_view(back_url_name=inspect), name=name)
                for name, step in self.steps.items()
            ),
        ]


class ErasureRequestViewSet(_ReadOnlyViewSet):
    """Who asks to be forgotten."""

    model = ErasureRequest
    name = "erasure_requests"
    icon = "user"
    menu_label = "Requests to be forgotten"
    inspect_view_class = RequestInspectView
    inspect_template_name = "learners/privacy/cms_request.html"
    ordering = ["-asked_at", "-pk"]
    list_filter = ["state"]
    list_display = [
        TitleColumn("person", label="Person", url_name="erasure_requests:inspect"),
        DateColumn("asked_at", label="Asked"),
        Column("answer_by", label="Answer by"),
        StatusTagColumn("state", accessor="get_state_display", primary=lambda request: request.is_waiting),
    ]
    steps = {"anonymise": GrantView, "refuse": RefuseView}
    add_step = RecordRequestView


class LegalHoldViewSet(_ReadOnlyViewSet):
    """Whose data must not go."""

    model = LegalHold
    name = "legal_holds"
    icon = "lock"
    menu_label = "Legal holds"
    inspect_view_class = HoldInspectView
    inspect_template_name = "learners/privacy/cms_hold.html"
    ordering = ["-placed_at", "-pk"]
    list_display = [
        TitleColumn("person", label="Person", url_name="legal_holds:inspect"),
        DateColumn("placed_at", label="Since"),
        StatusTagColumn(
            "state",
            accessor=lambda hold: "In force" if hold.is_in_force else "Lifted",
            primary=lambda hold: hold.is_in_force,
        ),
    ]
    steps = {"lift": LiftHoldView}
    add_step = PlaceHoldView


class PrivacyViewSetGroup(ModelViewSetGroup):
    """One place in the menu for both."""

    items = (ErasureRequestViewSet, LegalHoldViewSet)
    menu_label = "Privacy"
    menu_icon = "key"
    menu_order = 450
