"""Who may speak with the record store, as administrators keep them in the CMS."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views.generic import InspectView, PermissionCheckedMixin

from learners.record_store.actions import issue_token, revoke_token
from learners.record_store.forms import TokenForm
from learners.record_store.models import Client
from modules.register import RegisterViewSet


class ClientInspectView(InspectView):
    """A client: what it may, how a tool is set up for it, and its tokens. A new token is shown here, once."""

    any_permission_required = ["change", "view"]
    issue_url_name = revoke_url_name = ""

    def get_fields(self) -> list[str]:
        """None: the template says what is shown."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The client and its tokens."""
        endpoint = self.request.build_absolute_uri(reverse("record_store:about")).removesuffix("/about")
        return {
            "form": TokenForm(),
            "secret": "",
            "endpoint": endpoint,
            "tokens": list(self.object.tokens.all()),
            "issue_url_name": self.issue_url_name,
            "revoke_url_name": self.revoke_url_name,
        } | super().get_context_data(**kwargs)


class IssueView(ClientInspectView):
    """Makes a token, and shows it: it can never be read again, so there is nothing to lead back to."""

    http_method_names = ["post"]
    any_permission_required = ["change"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make it, or say what is wrong with the day."""
        form, secret = TokenForm(request.POST), ""
        if form.is_valid():
            secret = issue_token(client=self.object, by=request.user, expires_at=form.expires_at)
        return self.render_to_response(self.get_context_data(form=form, secret=secret))


class RevokeView(PermissionCheckedMixin, View):
    """Ends a token at once."""

    http_method_names = ["post"]
    permission_required = "change"
    model = Client
    inspect_url_name = ""

    def post(self, request: HttpRequest, pk: Any, token: int) -> HttpResponse:
        """End it, say so, and go back to the client."""
        client = get_object_or_404(Client, pk=pk)
        if revoke_token(token=get_object_or_404(client.tokens.all(), pk=token), by=request.user):
            messages.success(request, "The token opens nothing any more.")
        else:
            messages.warning(request, "The token had ended before. Nothing was changed.")
        return redirect(self.inspect_url_name, pk)


class ClientViewSet(RegisterViewSet):
    """Lists, makes and changes clients. One no longer needed is switched off, and stays for its statements."""

    model = Client
    name = "record_store_clients"
    url_prefix = "record-store-clients"
    icon = "key"
    menu_label = "Record store clients"
    add_to_settings_menu = True
    inspect_view_enabled = True
    inspect_view_class = ClientInspectView
    inspect_template_name = "learners/record_store/client.html"
    list_display = ["name", "organisation", "reads", "writes", "is_active"]
    list_filter = ["is_active", "reads"]
    search_fields = ["name", "organisation__name"]
    related = ["organisation"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("reads"), FieldPanel("writes")]),
            FieldRowPanel([FieldPanel("requests_a_minute"), FieldPanel("is_active")]),
        ]
    )

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Tell the page where tokens are made and ended."""
        return super().get_inspect_view_kwargs(
            issue_url_name=self.get_url_name("issue"),
            revoke_url_name=self.get_url_name("revoke"),
            **kwargs,
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        """The register, and what is done with tokens."""
        issue = self.construct_view(IssueView, **self.get_inspect_view_kwargs())
        revoke = RevokeView.as_view(inspect_url_name=self.get_url_name("inspect"))
        return [
            *super().get_urlpatterns(),
            path("inspect/<str:pk>/token/", issue, name="issue"),
            path("inspect/<str:pk>/token/<int:token>/end/", revoke, name="revoke"),
        ]
