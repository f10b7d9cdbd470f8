"""Surveys in the CMS: what they ask, when, and what people wrote."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSetGroup

from learners.surveys.models import FreeText, Instrument, Theme, Wave
from modules.register import RegisterIndexView, RegisterViewSet


class InstrumentViewSet(RegisterViewSet):
    """What a survey asks. One that has opened keeps its statements, whatever is changed here."""

    model = Instrument
    icon = "list-ul"
    menu_label = "What surveys ask"
    list_display = ["name", "is_retired"]
    panels = [
        FieldPanel("name"),
        FieldPanel("introduction"),
        InlinePanel(
            "items",
            heading="Statements",
            min_num=1,
            panels=[
                FieldPanel("number"),
                FieldPanel("statement"),
                FieldPanel("scale"),
                FieldPanel("barrier"),
                FieldPanel("is_reversed"),
            ],
        ),
        FieldPanel("asks_words"),
        FieldPanel("is_retired"),
    ]


class DeleteWaveView(generic.DeleteView):
    """Deletes a survey that has not opened."""

    def run_before_hook(self) -> HttpResponse | None:
        """Refuse for one that has, without a count of what rests on it."""
        if self.object.opened_on is None:
            return super().run_before_hook()
        messages.error(self.request, f"“{self.object}” has opened, and stays.")
        return redirect(self.edit_url_name, self.object.pk)


class WaveAdminForm(WagtailAdminModelForm):
    """What a survey itself cannot check: whom it asks, and whether that is asked still."""

    def clean(self) -> dict[str, Any]:
        """Refuse organisations of elsewhere, other ones once people are asked, and what is asked no longer."""
        given: dict[str, Any] = super().clean()
        network, instrument = given.get("network"), given.get("instrument")
        chosen = list(given.get("organisations") or [])
        if network and any(here not in network.organisations.all() for here in chosen):
            self.add_error("organisations", "Choose organisations of this network.")
        if self.instance.opened_on and "organisations" in self.changed_data:
            self.add_error("organisations", "This survey has opened: people there are asked already.")
        if instrument and instrument.is_retired and "instrument" in self.changed_data:
            self.add_error("instrument", "This is no longer asked. Choose another.")
        return given


class WaveViewSet(RegisterViewSet):
    """When whom is asked what."""

    model = Wave
    icon = "calendar"
    menu_label = "Surveys"
    delete_view_class = DeleteWaveView
    related = ["network"]
    list_display = ["title", "network", "opens_on", "closes_on", "opened_on", "settled_on"]
    list_filter = ["network"]
    search_fields = ["title"]
    edit_handler = ObjectList(
        [
            FieldPanel("network"),
            FieldPanel("instrument"),
            FieldPanel("title"),
            FieldPanel("opens_on"),
            FieldPanel("closes_on"),
            FieldPanel("organisations"),
        ],
        base_form_class=WaveAdminForm,
    )


class FreeTextIndexView(RegisterIndexView):
    """What people wrote in surveys that are settled: until then it could be seen who was the last to write."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Without what may still be told apart."""
        return super().get_base_queryset().filter(wave__settled_on__isnull=False)


class FreeTextViewSet(RegisterViewSet):
    """What people wrote, for whoever makes themes of it. It can be deleted, and not changed."""

    model = FreeText
    icon = "openquote"
    menu_label = "What people wrote"
    index_view_class = FreeTextIndexView
    list_display = ["words", "organisation", "wave"]
    list_filter = ["wave", "organisation"]
    related = ["wave__network", "organisation"]
    panels = [FieldPanel("words", read_only=True)]


class ThemeViewSet(RegisterViewSet):
    """What gets in the way, in the words of whoever read it."""

    model = Theme
    icon = "comment"
    menu_label = "Themes"
    list_display = ["words", "organisation", "wave"]
    list_filter = ["wave"]
    related = ["wave__network", "organisation"]
    panels = [FieldPanel("wave"), FieldPanel("organisation"), FieldPanel("words")]


class SurveyViewSetGroup(ModelViewSetGroup):
    """One place in the menu."""

    items = (WaveViewSet, InstrumentViewSet, FreeTextViewSet, ThemeViewSet)
    menu_label = "Surveys"
    menu_icon = "form"
    menu_order = 330
