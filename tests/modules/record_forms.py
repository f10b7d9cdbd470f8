"""A practice record's form in the CMS, as a browser sends it."""

from typing import Any

from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from modules.blocks.text import RICH_TEXT
from tests.modules.forms import items, question


def row(section: str, ref: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """A row of a section ("care_plan")."""
    value = {
        "what": f"About {ref}",
        "status": "Current",
        "date": "3 weeks ago",
        "days_ago": "21",
        "author_role": "GP",
        "source": "Ashdown Lane Surgery",
        "detail": rich_text("<p>In full.</p>", features=RICH_TEXT),
        "ref": ref,
        "conflicts_with": "",
    }
    return section, value | more


def why(text: str, verdict: str = "good") -> tuple[str, dict[str, str]]:
    """A reason for opening the record."""
    return "reason", {"text": text, "verdict": verdict, "feedback": f"On {text}."}


def record_form(**fields: Any) -> dict[str, Any]:
    """Everything that a record needs to be published; `fields` replace some of it."""
    complete = {
        "person": "Idris Penhallow",
        "prefers": "Idris",
        "title": "Vale Shared Record",
        "nhs_number": "999 104 5309",
        "age": "71",
        "permission": rich_text("<p>Idris has said yes.</p>", features=RICH_TEXT),
        "reasons": streamfield([why("care"), why("curious", "unsafe")]),
        "flags": streamfield([("flag", {"title": "Hearing", "text": "Sit on his left", "source": "Nurse"})]),
        "feeds": streamfield([("feed", {"source": "Vale Ambulance", "state": "absent", "note": "Ring."})]),
        "entries": streamfield(
            [row("medicines", "warfarin"), row("documents", "letter", conflicts_with="warfarin")]
        ),
        "accesses": streamfield([]),
    }
    return nested_form_data(complete | fields)


def unfinished_form() -> dict[str, Any]:
    """A draft with a name and little else."""
    streams = {name: streamfield([]) for name in ("reasons", "flags", "feeds", "entries", "accesses")}
    empty = {"permission": rich_text("", features=RICH_TEXT), "prefers": "", "nhs_number": "", "title": ""}
    return record_form(**(streams | empty))


def find(record: Any, *ticks: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """A question that asks for rows of the record."""
    chosen = ticks or (tick(row="letter", is_right="on"), tick(missing="A start date"))
    return "find_in_record", question(record=str(record.pk), options=items(*chosen))


def tick(row: str = "", missing: str = "", **more: str) -> dict[str, str]:
    """An option of it."""
    return {"row": row, "missing": missing, "feedback": "So."} | more


def record_visit(record: Any) -> tuple[str, dict[str, Any]]:
    """A way into the record."""
    return "record_visit", {"record": str(record.pk), "task": rich_text("<p>Look.</p>", features=RICH_TEXT)}
