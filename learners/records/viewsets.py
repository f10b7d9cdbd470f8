"""Certificates in the CMS: found by code or person, and withdrawn for a reason."""

from functools import reduce
from operator import and_
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views import View
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView, PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet

from learners.records.forms import WithdrawForm
from learners.records.models import Certificate
from learners.records.paper import paper_of
from learners.records.selectors import code_in, validity
from learners.records.withdrawing import withdraw


def _state(certificate: Certificate) -> str:
    return "Withdrawn" if certificate.withdrawn_at else "Issued"


COLUMNS = [
    TitleColumn("spaced_code", label="Code", url_name="certificates:inspect"),
    Column("person", accessor="completion.person"),
    Column("module", accessor="completion.edition.title"),
    DateColumn("issued_at", label="Issued"),
    StatusTagColumn("state", accessor=_state, primary=lambda certificate: not certificate.withdrawn_at),
]


class CertificateIndexView(IndexView):
    """Certificates, newest first."""

    any_permission_required = ["view"]
    is_searchable = True

    def get_base_queryset(self) -> QuerySet[Certificate]:
        """With what a line shows."""
        return super().get_base_queryset().complete()

    def search_queryset(self, queryset: QuerySet[Certificate]) -> QuerySet[Certificate]:
        """By code, however it is spaced; or by the words of a person's name or address."""
        words = self.search_query.split() if self.search_query else []
        if not words:
            return queryset
        code = code_in(self.search_query)
        by_code = Q(code__startswith=code) if len(code) >= 4 else Q(pk=None)
        return queryset.filter(by_code | reduce(and_, map(_names_somebody, words)))


def _names_somebody(word: str) -> Q:
    fields = ("first_name", "last_name", "email")
    return Q.create([(f"completion__person__{field}__icontains", word) for field in fields], connector=Q.OR)


class CertificateInspectView(InspectView):
    """One certificate: what it says, and whether it stands."""

    any_permission_required = ["view"]
    withdraw_url_name = ""

    def get_fields(self) -> list[str]:
        """None: the template says what is shown."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The paper, and the way to withdraw it."""
        return super().get_context_data(**kwargs) | {
            "paper": paper_of(self.object),
            "validity": validity(self.object),
            "withdraw_url_name": self.withdraw_url_name,
            "can_withdraw": self.user_has_permission("withdraw") and not self.object.withdrawn_at,
        }


class WithdrawView(PermissionCheckedMixin, View):
    """Asks why, and withdraws."""

    permission_required = "withdraw"
    model = Certificate
    inspect_url_name = ""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question."""
        return self._ask(request, get_object_or_404(Certificate.objects.complete(), pk=pk), WithdrawForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Withdraw, say so, and go back to the certificate."""
        certificate = get_object_or_404(Certificate.objects.complete(), pk=pk)
        form = WithdrawForm(request.POST)
        if not form.is_valid():
            return self._ask(request, certificate, form)
        if withdraw(certificate=certificate, because=form.cleaned_data["because"], by=request.user):
            messages.success(request, f"{certificate} is withdrawn.")
        else:
            messages.warning(request, "It was withdrawn before. Nothing was changed.")
        return redirect(self.inspect_url_name, pk)

    def _ask(self, request: HttpRequest, certificate: Certificate, form: WithdrawForm) -> HttpResponse:
        title = f"Withdraw certificate {certificate.spaced_code}"
        context = {
            "object": certificate,
            "form": form,
            "page_title": title,
            "header_title": title,
            "inspect_url_name": self.inspect_url_name,
        }
        return render(request, "learners/records/withdraw.html", context)


class CertificateViewSet(ModelViewSet):
    """Lists certificates. There is no way to add, edit or delete one."""

    model = Certificate
    name = "certificates"
    icon = "form"
    menu_hook = "register_reports_menu_item"
    menu_label = "Certificates"
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_template_name = "learners/records/inspect.html"
    index_view_class = CertificateIndexView
    inspect_view_class = CertificateInspectView
    form_fields: list[str] = []
    ordering = ["-issued_at", "-pk"]
    list_display = COLUMNS

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the page where a certificate is withdrawn."""
        return super().get_inspect_view_kwargs(withdraw_url_name=self.get_url_name("withdraw"), **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Reading and withdrawing, and nothing else."""
        withdraw_view = WithdrawView.as_view(inspect_url_name=self.get_url_name("inspect"))
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("withdraw/<int:pk>/", withdraw_view, name="withdraw"),
        ]
