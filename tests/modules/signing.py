"""Steps of a module through its clinical review and its sign-offs, by requests to the CMS."""

import json

from wagtail.models import TaskState

from modules.models import ModulePage, SignOffKind
from tests.factories import PersonFactory
from tests.modules.forms import module_form

PHARMACISTS = "Pharmacists (sign-off)"
SAFEGUARDING = "Safeguarding professionals (sign-off)"


def specialist(group, **more):
    return PersonFactory(groups=[group], **more)


def form(*slugs, **fields):
    """A complete module that needs these sign-offs."""
    kinds = SignOffKind.objects.filter(slug__in=slugs)
    return module_form(**({"sign_offs": [str(kind.pk) for kind in kinds]} if slugs else {}), **fields)


def again(page):
    return ModulePage.objects.get(pk=page.pk)


def state_of(page):
    return TaskState.objects.filter(workflow_state__object_id=str(page.pk)).order_by("pk").last()


def waits_for(page):
    """The kind of task that the page waits for; None where it waits for nothing."""
    task = again(page).current_workflow_task
    return task and type(task).__name__


def act(desk, page, action, state=None, **more):
    """The button on somebody's dashboard."""
    state = state or state_of(page)
    return desk.post("wagtailadmin_pages:workflow_action", page.pk, action, state.pk, **more)


def sign(desk, page, slug="pharmacist", state=None):
    return act(desk, page, f"sign-off-{slug}", state)


def sign_in_editor(desk, page, sent, slug="pharmacist"):
    """The button in the editor, which saves the form, too."""
    extra = {"workflow-action-name": f"sign-off-{slug}", "workflow-action-extra-data": json.dumps({})}
    return desk.save(page, sent, "workflow-action", **extra)
