"""Agreements and their documents, as administrators see to them in the CMS."""

from typing import Any, ClassVar

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from learners.sharing.actions.agreements import VERSION_TAKEN
from learners.sharing.models import Agreement, AgreementDocument
from modules.register import RegisterViewSet


class AgreementPolicy(ModelPermissionPolicy):
    """Plain fields may be put right. Agreements are made, and move on, where their network is led; none is deleted."""

    actions: ClassVar[set[str]] = {"view", "change"}

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may do this."""
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)


class AgreementAdminForm(WagtailAdminModelForm):
    """Writes what was changed here, and leaves the stage to whoever notes one meanwhile."""

    def clean(self) -> dict[str, Any]:
        """Refuse a version that there is already. Its network stands in no field, so no constraint is asked."""
        cleaned: dict[str, Any] = super().clean() or {}
        named = {name: cleaned.get(name) for name in ("title", "version")}
        same = Agreement.objects.filter(network=self.instance.network_id, **named)
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("version", VERSION_TAKEN)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Of one that is there already, its changed fields alone."""
        agreement = super().save(commit=False)
        if commit and self.changed_data:
            agreement.save(update_fields=self.changed_data)
        return agreement


class AgreementViewSet(RegisterViewSet):
    """What organisations agreed to share."""

    model = Agreement
    icon = "doc-full"
    list_display = ["title", "version", "network", "stage", "owner", "review_by"]
    list_filter = ["network", "stage"]
    search_fields = ["title", "owner", "network__name"]
    related = ["network"]
    ordering = ["network__name", "title", "-pk"]
    edit_handler = ObjectList(
        [
            FieldPanel("network", read_only=True),
            FieldRowPanel([FieldPanel("title"), FieldPanel("version")]),
            FieldPanel("stage", read_only=True),
            FieldPanel("owner"),
            FieldPanel("owner_email"),
            FieldPanel("review_by"),
        ],
        base_form_class=AgreementAdminForm,
    )


class AgreementDocumentViewSet(RegisterViewSet):
    """Files of agreements: whoever reads an agreement finds them on its page."""

    model = AgreementDocument
    icon = "doc-empty"
    menu_label = "Documents of agreements"
    list_display = ["agreement", "what", "document"]
    list_filter = ["agreement__network"]
    search_fields = ["what", "agreement__title"]
    related = ["agreement", "document"]
    ordering = ["agreement__title", "pk"]
    panels = [
        FieldPanel("agreement"),
        FieldPanel("document", help_text="Its collection's privacy decides who can open it."),
        FieldPanel("what"),
    ]


class SharingViewSetGroup(ModelViewSetGroup):
    """One place in the menu."""

    items = (AgreementViewSet, AgreementDocumentViewSet)
    menu_label = "Sharing"
    menu_icon = "group"
    menu_order = 330
