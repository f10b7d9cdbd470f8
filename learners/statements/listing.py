"""The list of statements in the CMS: what a line shows, and how it is narrowed."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django_filters import CharFilter, ChoiceFilter, DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from learners.organisations.models import Organisation
from learners.record_store.mentions import activity_key
from learners.record_store.models import Client, Kind, Reference, Statement
from learners.records.models import Verb
from learners.statements import reading
from learners.statements.models import Delivery, Destination
from learners.statements.people import actor_key, log_look, person_by
from learners.statements.selectors import MOST_COUNTED, in_words
from modules.activities import module_iri
from modules.models import ModulePage


def readable(statement: Statement) -> str:
    """What a statement says, in a few words."""
    return reading.in_words(json.loads(statement.payload))


def _module(statement: Statement) -> str:
    return str(statement.event.edition.title) if statement.event else ""


def _sender(statement: Statement) -> str:
    return str(statement.client or "This service")


def _delivery(statement: Statement) -> str:
    """The state at each store; the store's name where it is not the environment's."""
    return ", ".join(
        delivery.get_state_display()
        if delivery.destination == Destination.DEFAULT
        else f"{delivery.get_state_display()} ({delivery.destination})"
        for delivery in statement.deliveries.all()
    )


def _stores() -> list[tuple[str, str]]:
    added = Destination.objects.exclude(name=Destination.DEFAULT).order_by("name")
    return [(Destination.DEFAULT, "Set in the environment"), *((each.name, each.name) for each in added)]


def _is_settled(statement: Statement) -> bool:
    settled = (Delivery.State.DELIVERED, Delivery.State.SKIPPED)
    return all(delivery.state in settled for delivery in statement.deliveries.all())


COLUMNS = [
    TitleColumn("reading", label="What happened", accessor=readable, url_name="statements:inspect"),
    Column("module", accessor=_module),
    Column("sender", label="Sent by", accessor=_sender),
    DateColumn("when", accessor="timestamp"),
    StatusTagColumn("delivery", accessor=_delivery, primary=_is_settled),
]


class StatementFilterSet(WagtailFilterSet):
    """By delivery, verb, module, organisation, sender and day."""

    delivery = ChoiceFilter(
        choices=Delivery.State.choices, method="in_state", widget=forms.RadioSelect, empty_label="All"
    )
    verb = ChoiceFilter(
        choices=Verb.choices,
        field_name="event__verb",
        widget=forms.RadioSelect,
        empty_label="All",
        label="What",
    )
    organisation = ModelChoiceFilter(
        queryset=Organisation.objects.order_by("name"), to_field_name="uuid", method="of_organisation"
    )
    module = ModelChoiceFilter(
        queryset=ModulePage.objects.order_by("title"), to_field_name="translation_key", method="of_module"
    )
    client = ModelChoiceFilter(queryset=Client.objects.all(), label="Sent by")
    stored = DateFromToRangeFilter(label="Received", widget=DateRangePickerWidget)

    person = CharFilter(method="of_person", label="Person (e-mail address, or random name)")
    store = ChoiceFilter(choices=_stores, method="at_store", label="Record store", empty_label="All")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self._may_name:
            del self.filters["person"]

    @property
    def _may_name(self) -> bool:
        return self.request is not None and self.request.user.has_perm("record_store.name_statement")

    def of_person(self, statements: QuerySet[Statement], name: str, words: str) -> QuerySet[Statement]:
        """Statements about one person; for those who may see whose they are. That they looked is logged."""
        person = person_by(words.strip())
        if person is None:
            return statements.none()
        log_look(person=person, by=self.request.user)
        mentions = Reference.objects.filter(
            statement_id=OuterRef("seq"), key=actor_key(person), kind=Kind.AGENT, depth=0
        )
        return statements.filter(Exists(mentions))

    def at_store(self, statements: QuerySet[Statement], name: str, store: str) -> QuerySet[Statement]:
        """Statements that go to this store; with a state of delivery, those in that state there."""
        return statements.filter(Exists(Delivery.objects.filter(statement=OuterRef("pk"), destination=store)))

    def in_state(self, statements: QuerySet[Statement], name: str, state: str) -> QuerySet[Statement]:
        """Statements of which a delivery is in this state; at the store that is asked for, if one is."""
        deliveries = Delivery.objects.filter(statement=OuterRef("pk"), state=state)
        if store := self.form.cleaned_data.get("store"):
            deliveries = deliveries.filter(destination=store)
        return statements.filter(Exists(deliveries))

    def of_organisation(
        self, statements: QuerySet[Statement], name: str, organisation: Organisation
    ) -> QuerySet[Statement]:
        """Statements of an organisation."""
        return statements.filter(organisation=organisation.uuid)

    def of_module(
        self, statements: QuerySet[Statement], name: str, module: ModulePage
    ) -> QuerySet[Statement]:
        """Statements about a module, or about something in it."""
        iri = module_iri(settings.XAPI_HOME, module.translation_key)
        mentions = Reference.objects.filter(
            statement_id=OuterRef("seq"),
            key=activity_key(iri),
            kind__in=[Kind.ACTIVITY, Kind.RELATED_ACTIVITY],
            depth=0,
        )
        return statements.filter(Exists(mentions))

    class Meta:
        model = Statement
        fields: list[str] = []


class NewestPaginator(WagtailPaginator):
    """The newest few thousand: counting all of a history takes longer than anybody would wait."""

    @cached_property
    def count(self) -> int:
        """How many, up to MOST_COUNTED."""
        return int(self.object_list.order_by()[:MOST_COUNTED].count())

    @cached_property
    def items_count_label(self) -> str:
        """The count in words."""
        return f"{in_words(self.count)} {self.verbose_name if self.count == 1 else self.verbose_name_plural}"


class StatementIndexView(IndexView):
    """Statements, newest first."""

    any_permission_required = ["view"]
    paginator_class = NewestPaginator

    def get_base_queryset(self) -> QuerySet[Statement]:
        """With what a line shows."""
        return (
            super()
            .get_base_queryset()
            .select_related("event__edition", "client")
            .prefetch_related("deliveries")
        )
