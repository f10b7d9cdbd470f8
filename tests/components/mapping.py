"""From nhsuk-frontend's parameters to ours. None where a fixture asks for something that we do not offer."""

from typing import Any

from django.utils.safestring import mark_safe

Params = dict[str, Any]


def text(value: Any) -> str:
    """A text that they give plainly, under `text`, or as `html`."""
    if isinstance(value, dict):
        return mark_safe(value["html"]) if value.get("html") else value.get("text", "")
    return value or ""


def only(context: Params, *names: str) -> bool:
    """Whether a fixture uses nothing but these parameters."""
    return set(context) <= set(names)


def button(context: Params) -> Params | None:
    if not only(context, "text", "variant", "small", "disabled", "preventDoubleClick", "href"):
        return None
    if (
        context.get("variant") not in {None, "secondary", "warning"}
        or context.get("preventDoubleClick") is False
    ):
        return None
    return context | {"prevent_double_click": context.get("preventDoubleClick")}


def error_summary(context: Params) -> Params | None:
    errors = context.get("errorList", [])
    if not only(context, "heading", "description", "errorList") or not errors or "heading" not in context:
        return None
    return {
        "title": text(context["heading"]),
        "description": text(context.get("description")),
        "errors": [error for error in errors if error],
    }


def inset_text(context: Params) -> Params | None:
    if not only(context, "text", "html") or not context:
        return None
    return {"text": context.get("text"), "html": mark_safe(context.get("html", ""))}


def tag(context: Params) -> Params | None:
    return (
        context
        if context and only(context, "text", "colour") and context.get("colour") is not False
        else None
    )


def details(context: Params) -> Params | None:
    if not only(context, "summary", "text", "html", "open"):
        return None
    body = text(context)
    return {"summary": text(context["summary"]), "text": body, "open": context.get("open")} if body else None


def warning_callout(context: Params) -> Params | None:
    if not only(context, "heading", "text", "html") or not text(context):
        return None
    html = mark_safe(context.get("html", ""))
    return {"heading": text(context.get("heading")), "text": context.get("text"), "html": html}


def breadcrumb(context: Params) -> Params | None:
    return context if only(context, "items") else None


def summary_list(context: Params) -> Params | None:
    rows = [row for row in context["rows"] if row]
    if not only(context, "rows") or not all(plain(row) for row in rows):
        return None
    ours = [
        {
            "key": text(row["key"]),
            "value": text(row["value"]),
            "actions": [link(action) for action in actions(row.get("actions", {}))],
        }
        for row in rows
    ]
    return {"rows": ours, "with_actions": any(row["actions"] for row in ours)}


def plain(row: Params) -> bool:
    """Whether a row of a summary list has a key, a value and links, and nothing special about them."""
    key = row["key"] if isinstance(row["key"], dict) else {}
    links = all(
        only(action, "href", "text", "visuallyHiddenText") for action in actions(row.get("actions", {}))
    )
    return only(row, "key", "value", "actions") and only(key, "text", "html") and links


def actions(given: Any) -> list[Params]:
    """The links of a row, whether given as a list or under `items`."""
    return [item for item in (given.get("items", []) if isinstance(given, dict) else given) if item]


def link(action: Params) -> Params:
    return {"href": action["href"], "text": action["text"], "hidden": action["visuallyHiddenText"]}
