"""The look-up of an ODS code in the CMS, and the use of what it found."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from learners.organisations.models import Organisation
from learners.organisations.ods.forms import LookUpForm, UseForm, proposed, to_change
from learners.organisations.ods.found import Answer, Found, NotFound, Unavailable
from learners.organisations.ods.lookup import look_up
from learners.organisations.ods.names import readable, same
from learners.organisations.ods.offline import names_in_file, organisation_of
from learners.organisations.ods.shapes import hint
from learners.organisations.ods.using import use

LOOK_UP, USE = "organisations_ods:look_up", "organisations_ods:use"


def look_up_url(code: str = "", organisation: Organisation | None = None) -> str:
    """Where a code is looked up, for an organisation where one is named."""
    query = {"code": code} | ({"organisation": organisation.pk} if organisation else {})
    return f"{reverse(LOOK_UP)}?{urlencode(query)}" if code or organisation else reverse(LOOK_UP)


class OdsPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page for those who may keep organisations."""

    model = Organisation
    page_title = "Look up an ODS code"
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the organisations."""
        items = [{"url": reverse("organisation:index"), "label": "Organisations"}]
        return [*self.breadcrumbs_items, *items, {"url": "", "label": self.get_page_title()}]


class LookUpView(OdsPage):
    """Asks for a code, and shows what is known of it. It changes nothing."""

    any_permission_required = ("add", "change")
    template_name = "learners/organisations/ods/look_up.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form; and once it was sent, the answer."""
        form = LookUpForm(self.request.GET if "code" in self.request.GET else None)
        wanted_for = self.request.GET.get("organisation", "")
        wanted_for = wanted_for if wanted_for.isdecimal() else ""
        context = super().get_context_data(**kwargs) | {"form": form, "wanted_for": wanted_for}
        if form.is_bound and form.is_valid():
            code = form.cleaned_data["code"]
            context |= {"code": code, "hint": hint(code)}
            context |= self._answered(look_up(code), int(wanted_for) if wanted_for else None)
        return context

    def _answered(self, answer: Answer, pk: int | None) -> dict[str, Any]:
        match answer:
            case Found():
                return {"found": answer} | self._found(answer, pk)
            case NotFound():
                return {"not_found": answer}
            case Unavailable():
                return {"unavailable": answer}

    def _found(self, found: Found, pk: int | None) -> dict[str, Any]:
        here = organisation_of(found.code, pk)
        names = names_in_file({*found.successors, *found.predecessors})
        shown: dict[str, Any] = {
            "name": readable(found.name),
            "roles": [readable(role) for role in found.roles],
            "successors": [_linked(code, names) for code in found.successors],
            "predecessors": [_linked(code, names) for code in found.predecessors],
        }
        if here is None:
            begins = {name: value for name, value in proposed(found).items() if value}
            add_url = f"{reverse('organisation:add')}?{urlencode(begins)}"
            return shown | {"add_url": add_url if self.user_has_permission("add") else ""}
        differs = bool(to_change(found, here))
        use_url = f"{reverse(USE, args=[here.pk])}?{urlencode({'code': found.code})}"
        return shown | {
            "here": here,
            "has_code": here.ods_code == found.code,
            "is_renamed": not same(here.name, found.name),
            "is_same": not differs,
            "use_url": use_url if differs and self.user_has_permission("change") else "",
        }


def _linked(code: str, names: dict[str, str]) -> dict[str, str]:
    return {"code": code, "name": readable(names.get(code, "")), "url": look_up_url(code)}


class UseView(OdsPage):
    """Asks whether an organisation is to have the name, the code and the days that were found; and gives it them."""

    permission_required = "change"
    page_title = "Use what ODS says"
    template_name = "learners/organisations/ods/use.html"

    def get(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        """The form, filled in. Without a code that is found there is nothing to use."""
        organisation = get_object_or_404(Organisation, pk=pk)
        code = request.GET.get("code", organisation.ods_code)
        found = look_up(code)
        if not isinstance(found, Found):
            return redirect(look_up_url(code, organisation))
        form = UseForm(instance=organisation, initial=proposed(found, organisation))
        return self.render_to_response(
            self.get_context_data(form=form, organisation=organisation, found=found)
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Change it, say so, and go to the organisation."""
        organisation = get_object_or_404(Organisation, pk=pk)
        form = UseForm(request.POST, instance=get_object_or_404(Organisation, pk=pk))
        if form.is_valid():
            try:
                changed = use(organisation=organisation, **form.cleaned_data, by=request.user)
            except ValidationError as problem:  # somebody else was quicker
                form.add_error(None, " ".join(problem.messages))
            else:
                said = f"{form.cleaned_data['name']} is up to date." if changed else "Nothing was changed."
                messages.success(request, said)
                return redirect("organisation:edit", pk)
        return self.render_to_response(self.get_context_data(form=form, organisation=organisation))
