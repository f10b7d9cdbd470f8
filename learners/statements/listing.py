"""The list of statements in the CMS: what a line shows, and how it is narrowed."""

import json

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from learners.records.models import Verb
from learners.statements import reading
from learners.statements.models import Delivery, Statement
from learners.statements.selectors import MOST_COUNTED, in_words


def readable(statement: Statement) -> str:
    """What a statement says, in a few words."""
    return reading.in_words(json.loads(statement.payload))


def _delivery(statement: Statement) -> str:
    return ", ".join(delivery.get_state_display() for delivery in statement.deliveries.all())


def _is_settled(statement: Statement) -> bool:
    return all(delivery.state == Delivery.State.DELIVERED for delivery in statement.deliveries.all())


COLUMNS = [
    TitleColumn("reading", label="What happened", accessor=readable, url_name="statements:inspect"),
    Column("module", accessor="event.edition.title"),
    DateColumn("when", accessor="event.occurred_at"),
    StatusTagColumn("delivery", accessor=_delivery, primary=_is_settled),
]


class StatementFilterSet(WagtailFilterSet):
    """By delivery and by verb."""

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

    def in_state(self, statements: QuerySet[Statement], name: str, state: str) -> QuerySet[Statement]:
        """Statements of which a delivery is in this state."""
        return statements.filter(Exists(Delivery.objects.filter(statement=OuterRef("pk"), state=state)))

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
        return super().get_base_queryset().select_related("event__edition").prefetch_related("deliveries")
