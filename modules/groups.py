"""The groups of the CMS, and how an app's migration gives them leave.

They are given once, by migrations, and not at every start: administrators may change them in the CMS afterwards.
"""

from typing import Any

EDUCATORS = "Educators"
REVIEWERS = "Clinical reviewers"
ADMINISTRATORS = "Administrators"

ALL_ACTIONS = ("add", "change", "delete")


def allow(apps: Any, group: str, model: str, *actions: str) -> None:
    """Let a group do these things to a model ("modules.capability"). `apps` are a migration's historical apps."""
    found = apps.get_model("auth", "Group").objects.get(name=group)
    found.permissions.add(*(permission(apps, model, action) for action in actions))


def permission(apps: Any, model: str, action: str) -> Any:
    """A model's permission, made here if need be: on a new database Django makes them after the last migration."""
    app_label, name = model.split(".")
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=name
    )
    try:
        words = apps.get_model(app_label, name)._meta.verbose_name
    except LookupError:  # wagtailadmin.admin has no model behind it
        words = name
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=f"{action}_{name}", defaults={"name": f"Can {action} {words}"}
    )
    return found
