"""Writing the figures by which an objective is measured."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from learners.programme.models import Objective, OutcomeMeasure, OutcomeValue
from learners.programme.series import Change, Line, fingerprint, moving, plan


class Moved(Exception):
    """The figures, or the file, are not those of which the preview told."""


@transaction.atomic
def keep_measure(*, form: Any, by: Any) -> OutcomeMeasure:
    """Write a measure from its valid form, new or changed. The same new one twice is there once."""
    objective = Objective.objects.select_for_update().get(pk=form.instance.objective_id)
    is_new = form.instance.pk is None
    names = ("name", "unit", "source", "organisation")
    same = {name: getattr(form.instance, name) for name in names}
    if is_new and (there := objective.measures.filter(**same).first()):
        return there
    measure: OutcomeMeasure = form.save()
    if is_new or form.changed_data:
        action = "programme.add_measure" if is_new else "programme.change_measure"
        log(instance=measure, action=action, user=by)
    return measure


@transaction.atomic
def set_value(*, measure: OutcomeMeasure, month: datetime.date, value: Decimal | None, by: Any) -> Change:
    """Say the figure of one month; None makes it a gap. Gives what it was before."""
    known = _known(measure)
    change = Change(month, known.get(month), value)
    _write(measure, [change], by)
    return change


@transaction.atomic
def take_file(*, measure: OutcomeMeasure, lines: Iterable[Line], shown: str, by: Any) -> list[Change]:
    """Take what a file says, as its preview showed it: `shown` is the preview's fingerprint.

    Gives what changed; nothing, where it was taken before. Raises Moved.
    """
    changes = plan(lines, _known(measure))
    if moving(changes) and fingerprint(changes) != shown:
        raise Moved
    _write(measure, changes, by)
    return moving(changes)


def _known(measure: OutcomeMeasure) -> dict[datetime.date, Decimal]:
    """Its figures, under the measure's lock."""
    held = OutcomeMeasure.objects.select_for_update().get(pk=measure.pk)
    return dict(held.values.values_list("month", "value"))


def _write(measure: OutcomeMeasure, changes: Iterable[Change], by: Any) -> None:
    moved = moving(changes)
    gone = [each.month for each in moved if each.after is None]
    measure.values.filter(month__in=gone).delete()
    OutcomeValue.objects.bulk_create(
        [
            OutcomeValue(measure=measure, month=each.month, value=each.after)
            for each in moved
            if each.after is not None
        ],
        update_conflicts=True,
        unique_fields=["measure", "month"],
        update_fields=["value"],
    )
    if moved:
        data = {"months": {f"{each.month:%Y-%m}": [_said(each.before), _said(each.after)] for each in moved}}
        log(instance=measure, action="programme.outcome_values", user=by, data=data)


def _said(value: Decimal | None) -> str:
    return "" if value is None else str(value)
