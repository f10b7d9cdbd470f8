"""Statements in the CMS: read-only, for administrators."""

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views import View
from wagtail.admin.views.generic import InspectView, PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet

from learners.record_store.models import Statement
from learners.record_store.rules.statements import VOIDED
from learners.statements.actions import discard, retry
from learners.statements.listing import COLUMNS, StatementFilterSet, StatementIndexView, readable
from learners.statements.people import log_look, person_of


class StatementInspectView(InspectView):
    """One statement: what it says, how far it has come, and its JSON."""

    any_permission_required = ["view"]
    retry_url_name = discard_url_name = ""

    def get_fields(self) -> list[str]:
        """None: the template says what is shown."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The statement in words and as JSON, its deliveries, and whether it can be sent again."""
        deliveries = list(self.object.deliveries.all())
        payload = json.loads(self.object.payload)
        can_name = self.user_has_permission("name")
        person = person_of(payload) if can_name and "who" in self.request.GET else None
        if person:
            log_look(person=person, by=self.request.user)
        return super().get_context_data(**kwargs) | {
            "reading": readable(self.object),
            "deliveries": deliveries,
            "person": person,
            "can_name": can_name,
            "payload": json.dumps(payload, ensure_ascii=False, indent=2),
            "voided_by": Statement.objects.filter(target=self.object.pk, verb=VOIDED).first(),
            "attachments": list(self.object.attachments.all()),
            "retry_url_name": self.retry_url_name,
            "discard_url_name": self.discard_url_name,
            "discard_form": DiscardForm(),
            "can_retry": self.user_has_permission("retry") and any(one.state == "dead" for one in deliveries),
        }


class RetryView(PermissionCheckedMixin, View):
    """Sends a refused statement on its way again."""

    http_method_names = ["post"]
    permission_required = "retry"
    model = Statement
    inspect_url_name = ""

    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Retry, say so, and go back to the statement."""
        if retry(statement=get_object_or_404(Statement, pk=pk), by=request.user):
            messages.success(request, "The statement will be sent again.")
        else:
            messages.warning(request, "The statement had not been refused. Nothing was changed.")
        return redirect(self.inspect_url_name, pk)


class DiscardForm(forms.Form):
    """Why a refused statement is given up."""

    because = forms.CharField(label="Reason", max_length=200)


class DiscardView(RetryView):
    """Gives up on a refused statement."""

    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Discard, say so, and go back to the statement."""
        form = DiscardForm(request.POST)
        statement = get_object_or_404(Statement, pk=pk)
        if not form.is_valid():
            messages.error(request, "Say why it is not to be sent. Nothing was changed.")
        elif discard(statement=statement, because=form.cleaned_data["because"], by=request.user):
            messages.success(request, "The statement will not be sent. It stays here.")
        else:
            messages.warning(request, "The statement had not been refused. Nothing was changed.")
        return redirect(self.inspect_url_name, pk)


class StatementViewSet(ModelViewSet):
    """Lists and shows statements. There is no way to add, edit or delete one."""

    model = Statement
    name = "statements"
    icon = "history"
    menu_hook = "register_reports_menu_item"
    menu_label = "Statements"
    pk_path_converter = "uuid"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "learners/statements/inspect.html"
    index_view_class = StatementIndexView
    inspect_view_class = StatementInspectView
    filterset_class = StatementFilterSet
    form_fields: list[str] = []
    ordering = ["-seq"]
    list_display = COLUMNS

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the page where to send what should be retried."""
        return super().get_inspect_view_kwargs(
            retry_url_name=self.get_url_name("retry"),
            discard_url_name=self.get_url_name("discard"),
            **kwargs,
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Reading and retrying, and nothing else."""
        discard_view = DiscardView.as_view(inspect_url_name=self.get_url_name("inspect"))
        retry_view = RetryView.as_view(inspect_url_name=self.get_url_name("inspect"))
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<uuid:pk>/", self.inspect_view, name="inspect"),
            path("retry/<uuid:pk>/", retry_view, name="retry"),
            path("discard/<uuid:pk>/", discard_view, name="discard"),
        ]
