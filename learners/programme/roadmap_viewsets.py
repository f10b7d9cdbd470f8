"""Objectives and milestones in the CMS. Milestones are planned, moved and dropped on the pages of their network."""

from typing import Any, ClassVar

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from learners.programme.actions.roadmap import move_go_live
from learners.programme.models import Milestone, Objective
from modules.register import RegisterViewSet

TICKS = forms.CheckboxSelectMultiple


class MilestonePolicy(ModelPermissionPolicy):
    """Administrators read milestones, and change what they are about. Their history is not written here."""

    actions: ClassVar[set[str]] = {"change", "view"}

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether somebody may read or change."""
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Whether somebody may do any of these."""
        return any(self.user_has_permission(user, action) for action in actions)


class MilestoneEditView(generic.EditView):
    """Changes what a milestone is about; a go-live that is chosen takes its day."""

    def save_instance(self) -> Any:
        """Save it, and move its go-live."""
        milestone = super().save_instance()
        move_go_live(milestone=milestone)
        return milestone


class ObjectiveViewSet(RegisterViewSet):
    """What networks want to reach."""

    model = Objective
    icon = "tick-inverse"
    menu_label = "Objectives"
    list_display = ["statement", "network", "measure", "baseline", "target", "by"]
    list_filter = ["network"]
    search_fields = ["statement", "measure", "network__name"]
    related = ["network"]
    ordering = ["network__name", "by", "pk"]
    panels = [
        FieldPanel("network"),
        FieldPanel("statement"),
        FieldPanel("measure"),
        FieldRowPanel([FieldPanel("baseline"), FieldPanel("target"), FieldPanel("by")]),
        FieldPanel("capabilities", widget=TICKS),
        FieldPanel("modules", widget=TICKS),
    ]


class MilestoneViewSet(RegisterViewSet):
    """What goes live when and where, of every network."""

    model = Milestone
    icon = "date"
    menu_label = "Milestones"
    edit_view_class = MilestoneEditView
    list_display = ["title", "network", "organisation", "capability", "status", "on"]
    list_filter = ["network", "status"]
    search_fields = ["title", "network__name", "organisation__name", "capability__name"]
    related = ["network", "organisation", "capability"]
    ordering = ["-on", "pk"]
    panels = [
        FieldPanel("title"),
        FieldPanel("capability"),
        FieldPanel("agreement"),
        FieldPanel("information", widget=TICKS),
        FieldPanel("roles", widget=TICKS),
        FieldPanel("modules", widget=TICKS),
        FieldPanel("threshold"),
        FieldPanel("go_live"),
    ]


class RoadmapViewSetGroup(ModelViewSetGroup):
    """One place in the menu."""

    items = (ObjectiveViewSet, MilestoneViewSet)
    menu_label = "Roadmaps"
    menu_icon = "calendar-alt"
    menu_order = 415
