"""The record stores that administrators add, and how each answers."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views import View
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views.generic import InspectView, PermissionCheckedMixin

from learners.sealing import NoKey
from learners.statements.actions import send_now
from learners.statements.client import StoreProblem
from learners.statements.destinations import store_of
from learners.statements.models import Destination
from learners.statements.selectors import outbox_state
from learners.statements.store_form import StoreForm
from modules.register import RegisterIndexView, RegisterViewSet


class StoreIndexView(RegisterIndexView):
    """Those that were added. The environment's is not kept here."""

    def get_base_queryset(self) -> QuerySet[Destination]:
        """All but that one."""
        found: QuerySet[Destination] = super().get_base_queryset().exclude(name=Destination.DEFAULT)
        return found


class StoreInspectView(InspectView):
    """How a store answers, and what can be done about it."""

    any_permission_required = ["change", "view"]
    try_url_name = now_url_name = ""

    def get_fields(self) -> list[str]:
        """None: the template says what is shown."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The store, what waits for it, and what it refused."""
        return super().get_context_data(**kwargs) | {
            "outbox": outbox_state(self.object.name),
            "try_url_name": self.try_url_name,
            "now_url_name": self.now_url_name,
            "can_change": self.user_has_permission("change"),
        }


class _StoreDo(PermissionCheckedMixin, View):
    http_method_names = ["post"]
    permission_required = "change"
    model = Destination
    inspect_url_name = ""

    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        """Do it, say what came of it, and go back to the store."""
        found = get_object_or_404(Destination.objects.exclude(name=Destination.DEFAULT), pk=pk)
        self.do(request, found)
        return redirect(self.inspect_url_name, pk)

    def do(self, request: HttpRequest, destination: Destination) -> None:
        """What there is to do."""
        raise NotImplementedError


class TryView(_StoreDo):
    """Asks a store what it is, and whether our credentials open it. Nothing is sent."""

    def do(self, request: HttpRequest, destination: Destination) -> None:
        """Ask, and say what it said."""
        try:
            with store_of(destination) as store:
                version = store.version
                store.has_statement("00000000-0000-4000-8000-000000000000")
        except (StoreProblem, NoKey) as problem:
            messages.error(request, f"It does not work yet. {problem}")
        else:
            messages.success(request, f"It answers, and lets us in. We speak xAPI {version} with it.")


class SendNowView(_StoreDo):
    """Ends a pause."""

    def do(self, request: HttpRequest, destination: Destination) -> None:
        """End it."""
        send_now(destination=destination, by=request.user)
        messages.success(request, "It is tried again at the next delivery.")


class StoreViewSet(RegisterViewSet):
    """Lists, adds and changes record stores. One no longer needed is switched off, and keeps its history."""

    model = Destination
    name = "record_stores"
    url_prefix = "record-stores"
    icon = "upload"
    menu_label = "Record stores"
    add_to_settings_menu = True
    index_view_class = StoreIndexView
    inspect_view_enabled = True
    inspect_view_class = StoreInspectView
    inspect_template_name = "learners/statements/store.html"
    list_display = ["name", "organisation", "endpoint", "is_active", "last_error"]
    list_filter = ["is_active"]
    search_fields = ["name", "organisation__name"]
    related = ["organisation"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("organisation")]),
            FieldPanel("endpoint"),
            FieldRowPanel([FieldPanel("username"), FieldPanel("password")]),
            FieldPanel("own_pseudonyms"),
            FieldPanel("beginning"),
            FieldPanel("is_active"),
        ],
        base_form_class=StoreForm,
    )

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the page where things are done."""
        return super().get_inspect_view_kwargs(
            try_url_name=self.get_url_name("try"), now_url_name=self.get_url_name("now"), **kwargs
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        """The register, and what can be done with a store."""
        back = self.get_url_name("inspect")
        return [
            *super().get_urlpatterns(),
            path("inspect/<str:pk>/try/", TryView.as_view(inspect_url_name=back), name="try"),
            path("inspect/<str:pk>/now/", SendNowView.as_view(inspect_url_name=back), name="now"),
        ]
