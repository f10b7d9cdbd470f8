"""What must stay because something rests on it: the CMS refuses to delete it, and says why."""

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import PROTECT, Model
from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages


def held_by(thing: Model) -> list[str]:
    """What rests on this row, as "3 memberships": rows that protect it, and choices of it. Empty when it may go."""
    found = []
    relations: Any = thing._meta.get_fields(include_hidden=True)
    for relation in relations:
        rows = _rows(relation, thing)
        if rows is not None and (count := rows.count()):
            options = relation.related_model._meta
            found.append(f"{count} {options.verbose_name if count == 1 else options.verbose_name_plural}")
    return found


def _rows(relation: Any, thing: Model) -> Any:
    """Rows that hold `thing` through one of the relations that lead to it; None where deleting it is no loss."""
    if not relation.auto_created or relation.concrete:
        return None
    if relation.many_to_many:
        return relation.through._base_manager.filter(**{relation.field.m2m_reverse_field_name(): thing.pk})
    if relation.on_delete is PROTECT:
        return relation.related_model._base_manager.filter(**{relation.field.name: thing})
    return None


def refusal(thing: Model, advice: str = "") -> str:
    """Why this cannot be deleted, in words for the CMS; empty when it can."""
    holders = held_by(thing)
    return (
        f"“{thing}” cannot be deleted: {', '.join(holders)} rest on it. {advice}".strip() if holders else ""
    )


class RefusesWhileInUse:
    """Mix-in for Wagtail's DeleteView: goes back to the form with a message instead of failing."""

    advice = ""

    def run_before_hook(self: Any) -> HttpResponse | None:
        """Refuse, before anything is asked or done."""
        if message := refusal(self.object, self.advice):
            messages.error(self.request, message)
            return redirect(self.edit_url_name, quote(self.object.pk))
        return super().run_before_hook()  # type: ignore[misc]
