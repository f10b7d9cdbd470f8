"""Faults of a scenario as errors of its form."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.scenarios.soundness import Fault


def error_of(found: Iterable[Fault]) -> StructBlockValidationError:
    """Faults as an error of the form: each beside its situation, ending, start or choice."""
    whole = [ValidationError(fault.message) for fault in found if not fault.kind]
    children: dict[str, dict[int, ValidationError]] = {}
    for kind in ("starts", "nodes", "endings"):
        for index in sorted({fault.index for fault in found if fault.kind == kind}):
            here = [fault for fault in found if (fault.kind, fault.index) == (kind, index)]
            children.setdefault(kind, {})[index] = _at_one(here)
    lists = {kind: ListBlockValidationError(block_errors=errors) for kind, errors in children.items()}
    return StructBlockValidationError(block_errors=lists, non_block_errors=whole)


def _at_one(here: Iterable[Fault]) -> StructBlockValidationError:
    own = [ValidationError(fault.message) for fault in here if fault.choice is None]
    by_choice: dict[int, list[ValidationError]] = {}
    for fault in here:
        if fault.choice is not None:
            by_choice.setdefault(fault.choice, []).append(ValidationError(fault.message))
    choices = {
        number: StructBlockValidationError(non_block_errors=errors) for number, errors in by_choice.items()
    }
    errors = {"choices": ListBlockValidationError(block_errors=choices)} if choices else {}
    return StructBlockValidationError(block_errors=errors, non_block_errors=own)
