"""Who belongs where, and who sees whom, as administrators keep it in the CMS."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from learners.organisations.models import Appointment, Membership, Pause
from modules.register import RegisterViewSet

PERSON_SEARCH = ["person__first_name", "person__last_name", "person__email"]
DAYS = FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")], help_text="Both days count.")


class MembershipViewSet(RegisterViewSet):
    """Who works or volunteers where, as what, from when to when."""

    model = Membership
    icon = "user"
    list_display = ["person", "organisation", "role", "team", "starts_on", "ends_on"]
    list_filter = ["organisation", "role", "staff_group"]
    search_fields = [*PERSON_SEARCH, "organisation__name"]
    related = ["person", "organisation", "role", "team"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("organisation"),
        FieldPanel("role"),
        FieldPanel("staff_group"),
        FieldPanel("team", help_text="A team of this organisation, or none."),
        FieldPanel("site", help_text="A site of this organisation, or none."),
        FieldPanel("job_title"),
        FieldRowPanel([FieldPanel("employee_number"), FieldPanel("assignment_number")]),
        FieldPanel("manager_email"),
        DAYS,
    ]


class PauseViewSet(RegisterViewSet):
    """Long absences: days on which nothing is asked. Why is not written down."""

    model = Pause
    icon = "time"
    list_display = ["membership", "starts_on", "ends_on"]
    list_filter = ["membership__organisation"]
    search_fields = [*(f"membership__{name}" for name in PERSON_SEARCH), "membership__organisation__name"]
    related = ["membership__person", "membership__organisation"]
    ordering = ["-starts_on", "-pk"]
    panels = [FieldPanel("membership"), DAYS]


class AppointmentViewSet(RegisterViewSet):
    """Who manages an organisation, and who leads a network."""

    model = Appointment
    icon = "view"
    list_display = ["person", "capacity", "organisation", "network", "starts_on", "ends_on"]
    list_filter = ["capacity", "organisation", "network"]
    search_fields = [*PERSON_SEARCH, "organisation__name", "network__name"]
    related = ["person", "organisation", "network"]
    ordering = ["-starts_on", "-pk"]
    panels = [
        FieldPanel("person"),
        FieldPanel("capacity"),
        FieldPanel("organisation", help_text="For a manager or an administrator."),
        FieldPanel("team"),
        FieldPanel("network", help_text="For a network lead."),
        DAYS,
    ]
