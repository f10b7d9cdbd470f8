"""Networks, who is in them, and what is true in a place, as administrators keep it in the CMS."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from learners.organisations.models import LocalFact, Network, NetworkMembership
from learners.organisations.viewsets.people import DAYS
from modules.register import RegisterViewSet


class NetworkViewSet(RegisterViewSet):
    """Organisations that share records."""

    model = Network
    icon = "globe"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    panels = [FieldPanel("name"), FieldPanel("slug", help_text="Stands in addresses. Does not change.")]


class NetworkMembershipViewSet(RegisterViewSet):
    """Which organisation is in which network, from when to when."""

    model = NetworkMembership
    icon = "link"
    list_display = ["organisation", "network", "starts_on", "ends_on"]
    list_filter = ["network", "organisation"]
    search_fields = ["organisation__name", "network__name"]
    related = ["organisation", "network"]
    ordering = ["network__name", "organisation__name", "pk"]
    panels = [FieldPanel("network"), FieldPanel("organisation"), DAYS]


class LocalFactViewSet(RegisterViewSet):
    """What is true here: answers of organisations and networks to the questions that modules ask."""

    model = LocalFact
    icon = "site"
    list_display = ["kind", "organisation", "network", "owner", "checked_on", "review_by"]
    list_filter = ["kind", "organisation", "network"]
    search_fields = ["kind__name", "text", "owner", "organisation__name", "network__name"]
    related = ["kind", "organisation", "network"]
    ordering = ["review_by", "pk"]
    panels = [
        FieldPanel("kind"),
        FieldPanel("organisation", help_text="Whose people read it."),
        FieldPanel("network", help_text="Or all organisations of a network that have not given their own."),
        FieldPanel("text"),
        FieldPanel("owner"),
        FieldRowPanel([FieldPanel("checked_on"), FieldPanel("review_by")]),
    ]
