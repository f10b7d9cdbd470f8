"""Employers' sign-in services, as administrators keep them in the CMS."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from learners.single_sign_on.models import IdentityProvider
from modules.register import RegisterViewSet


class IdentityProviderForm(WagtailAdminModelForm):
    """The slug is part of the address that the provider has registered, so it stays once it is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["slug"].disabled = True


class IdentityProviderViewSet(RegisterViewSet):
    """Which employers' accounts sign people in."""

    model = IdentityProvider
    name = "identity_providers"
    url_prefix = "identity-providers"
    icon = "key"
    menu_label = "Employers' sign-in"
    add_to_settings_menu = True
    list_display = ["name", "organisation", "active", Column("says_secret", label="Secret")]
    list_filter = ["active"]
    search_fields = ["name", "organisation__name"]
    related = ["organisation"]
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            FieldPanel("issuer"),
            FieldPanel("client_id"),
            MultiFieldPanel(
                [FieldPanel("email_claim"), FieldPanel("number_claim")], heading="How people are found"
            ),
            MultiFieldPanel(
                [
                    FieldPanel("email_domains"),
                    FieldPanel("trusts_email"),
                    FieldPanel("default_role"),
                    FieldPanel("default_staff_group"),
                ],
                heading="Mail domains",
            ),
            FieldPanel("contact"),
            FieldPanel("active"),
        ],
        base_form_class=IdentityProviderForm,
    )
