"""How the CMS keeps a register: organisations, people's places in them, what is asked of whom."""

from functools import cached_property, reduce
from operator import or_
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from wagtail.admin.auth import PermissionPolicyChecker
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import policy_registry
from wagtail.utils.urlpatterns import decorate_urlpatterns

from modules.deletion import RefusesWhileInUse


class RegisterIndexView(generic.IndexView):
    """A listing that fetches what its columns name in the same query."""

    related: ClassVar[list[str]] = []

    def get_base_queryset(self) -> QuerySet[Any]:
        """All rows, with those that they point at."""
        rows = super().get_base_queryset()
        return rows.select_related(*self.related) if self.related else rows


class RegisterDeleteView(RefusesWhileInUse, generic.DeleteView):
    """Deletes a row that nothing rests on."""


class RegisterViewSet(ModelViewSet):
    """Rows that others rest on.

    `modules.deletion` asks the database what holds a row. Wagtail's own index of references is left out, because
    it would write several rows for every member of staff.
    """

    index_view_class = RegisterIndexView
    delete_view_class = RegisterDeleteView
    add_to_reference_index = False
    copy_view_enabled = False
    related: ClassVar[list[str]] = []

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out the count of uses, which only that index could tell."""
        return super().get_common_view_kwargs(**kwargs) | {"usage_url_name": None}

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the listing what to fetch along."""
        return super().get_index_view_kwargs(related=self.related, **kwargs)


class TellsApart:
    """Mix-in for the views of a chooser: more columns, where two rows can have the same name."""

    more: ClassVar[list[Column]] = []

    @property
    def columns(self) -> list[Column]:
        """The name, and what tells rows apart."""
        return [*super().columns, *self.more]  # type: ignore[misc]


class RegisterChooseView(TellsApart, chooser.ChooseView):
    """The chooser, opened."""


class RegisterChooseResultsView(TellsApart, chooser.ChooseResultsView):
    """The chooser, after a search."""


class RegisterChooserViewSet(ChooserViewSet):
    """Finds a row by a few letters. Only those who may keep the register can look through it."""

    choose_view_class = RegisterChooseView
    choose_results_view_class = RegisterChooseResultsView
    search_fields: ClassVar[list[str]] = []
    more: ClassVar[list[Column]] = []

    @cached_property
    def filter_form_class(self) -> type[BaseFilterForm]:
        """The search box of the chooser. Wagtail's own needs a search index."""
        fields = self.search_fields

        class FilterForm(SearchFilterMixin, BaseFilterForm):
            def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
                self.search_query = self.cleaned_data["q"]
                self.is_searching = bool(self.search_query)
                for word in self.search_query.split():
                    objects = objects.filter(
                        reduce(or_, (Q(**{f"{name}__icontains": word}) for name in fields))
                    )
                return objects

        return FilterForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Give the views the search box and the columns."""
        return super().get_common_view_kwargs(
            filter_form_class=self.filter_form_class, more=self.more, **kwargs
        )

    def get_urlpatterns(self) -> list[Any]:
        """Wagtail shows choosers to everybody in the CMS; staff are no affair of educators."""
        keeper = PermissionPolicyChecker(policy_registry.get_by_type(self.model)).require_any("add", "change")
        return decorate_urlpatterns(super().get_urlpatterns(), keeper)
