"""Where the look-up of ODS codes meets the CMS: menu item, addresses, and what the organisation's form shows."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from learners.organisations.models import Organisation
from learners.organisations.ods.shapes import hint
from learners.organisations.ods.using import USE
from learners.organisations.ods.views import LookUpView, UseView, look_up_url

BEGINS_WITH = ("name", "ods_code", "starts_on", "ends_on")


class _ForKeepers(MenuItem):
    """Shown to those who may keep organisations."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Organisation)
        return bool(policy.user_has_any_permission(request.user, ["add", "change"]))


class OdsViewSet(ViewSet):
    """The look-up, in the menu beside the organisations."""

    name = "organisations_ods"
    url_prefix = "organisations/ods"
    icon = "search"
    menu_label = "Look up an ODS code"
    menu_hook = "register_organisations_menu_item"
    menu_item_class = _ForKeepers

    def get_urlpatterns(self) -> list[URLPattern]:
        """Looking up, and using what was found."""
        return [
            path("", LookUpView.as_view(), name="look_up"),
            path("use/<int:pk>/", UseView.as_view(), name="use"),
        ]


@hooks.register("register_admin_viewset")
def register_look_up() -> OdsViewSet:
    """The look-up."""
    return OdsViewSet()


@hooks.register("register_log_actions")
def register_use(actions: Any) -> None:
    """What the audit log says when somebody uses what the look-up found."""
    actions.register_action(USE, "Use what ODS says", "Changed to what the ODS code's record says")


class OdsCodePanel(FieldPanel):
    """The field of an ODS code, with what a code of that shape usually is. Advice only."""

    class BoundPanel(FieldPanel.BoundPanel):
        """The field of one organisation."""

        help_text: str

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.help_text = f"{self.help_text} {hint(getattr(self.instance, self.field_name, ''))}".strip()


class _TellsShape:
    """Says what the code's shape hints at, once it is saved."""

    def get_success_message(self, *saved: Organisation) -> str:
        """The usual message, and the hint. (The view that adds hands the row over, the one that edits does not.)"""
        return f"{super().get_success_message(*saved)} {hint(self.object.ods_code)}".strip()  # type: ignore[misc, attr-defined]


class OrganisationCreateView(_TellsShape, CreateView):
    """Adds an organisation; the look-up links here with what it found."""

    def get_initial(self) -> dict[str, Any]:
        """What the address gives: the fields of a look-up, and no others."""
        given = {name: self.request.GET[name] for name in BEGINS_WITH if name in self.request.GET}
        return super().get_initial() | given


class OrganisationEditView(_TellsShape, EditView):
    """Changes an organisation, and leads to the look-up of its code."""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The look-up."""
        url = look_up_url(self.object.ods_code, self.object)
        return [HeaderButton("Look up its ODS code", url=url, icon_name="search")]
