"""Sign-offs by specialists, besides the clinical review."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Revision, Task, TaskState, WorkflowState

from modules.completeness import faults
from modules.models.taxonomy import SignOffKind

SIGN_OFF = "sign-off-"
"""What the name of an action begins with; the slug of the kind follows."""


class SignOff(models.Model):
    """A specialist has signed off this very revision of a module."""

    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey(SignOffKind, on_delete=models.PROTECT, related_name="given")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("revision", "kind", name="sign_off_once")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.given_by}"


def kinds_needed(revision_id: int | None) -> QuerySet[SignOffKind]:
    """The kinds that this very revision asks for. A page that is no module asks for none."""
    asked = Revision.objects.filter(pk=revision_id).values_list("content__sign_offs", flat=True).first()
    return SignOffKind.objects.filter(pk__in=asked) if asked else SignOffKind.objects.none()


def kinds_missing(revision_id: int | None) -> QuerySet[SignOffKind]:
    """The kinds that this very revision asks for and that nobody has given it."""
    return kinds_needed(revision_id).exclude(given__revision=revision_id)


@dataclass(frozen=True, slots=True)
class Line:
    """A kind that a revision asks for, and the sign-off, where it was given."""

    kind: SignOffKind
    given: SignOff | None


def sign_off_lines(revision_id: int | None) -> list[Line]:
    """Each kind that this very revision asks for, with what was given."""
    rows = SignOff.objects.filter(revision=revision_id).select_related("given_by")
    given = {row.kind_id: row for row in rows}
    return [Line(kind, given.get(kind.pk)) for kind in kinds_needed(revision_id).select_related("group")]


class SpecialistSignOffTask(Task):
    """Waits for every sign-off that a revision needs, each from somebody of its kind's group who did not edit last.

    It holds superusers, too. Where nothing is needed, it is passed over. It comes after the clinical review of the
    same revision: an edit, or changes that were asked for, lead back to that review (`review_again`).
    """

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Begin to wait; or begin what must come before; or be done at once, where no sign-off is missing."""
        due = workflow_state.get_next_task()
        if due is not None and due.pk != self.pk:
            return due.specific.start(workflow_state, user=user)
        state = super().start(workflow_state, user=user)
        if not kinds_missing(state.revision_id).exists():
            state.status, state.finished_at, state.finished_by = (
                TaskState.STATUS_SKIPPED,
                timezone.now(),
                user,
            )
            state.save()
        return state

    def may_give(self, obj: Any, user: Any) -> list[SignOffKind]:
        """The sign-offs that this person may give what stands now: of their groups, missing, and not their own edit."""
        revision = obj.latest_revision
        if revision is None or revision.user_id == user.pk:
            return []
        mine = list(_of_groups(kinds_missing(revision.pk), user))
        return mine if mine and not faults(revision.as_object(), revision) else []

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Offer each sign-off that this person may give; every specialist concerned may ask for changes."""
        if not self.user_can_access_editor(obj, user):
            return []
        given = [
            (f"{SIGN_OFF}{kind.slug}", f"Sign off as {_within(kind)}", False)
            for kind in self.may_give(obj, user)
        ]
        return [("reject", "Request changes", True), *given]

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Keep a sign-off, and let the module through with the last. One that may not be given changes nothing."""
        if not action_name.startswith(SIGN_OFF):
            return (
                super().on_action(task_state, user, action_name, **kwargs)
                if action_name == "reject"
                else None
            )
        WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)  # two may sign at once
        task_state.refresh_from_db()
        if task_state.status != TaskState.STATUS_IN_PROGRESS:
            return None
        obj = task_state.workflow_state.content_object
        kinds = {f"{SIGN_OFF}{kind.slug}": kind for kind in self.may_give(obj, user)}
        if action_name not in kinds or task_state.revision_id != obj.latest_revision_id:
            return None
        SignOff.objects.create(
            revision=task_state.revision, kind=kinds[action_name], given_by=user, given_at=timezone.now()
        )
        if not kinds_missing(task_state.revision_id).exists():
            task_state.approve(user=user, **kwargs)
        return None

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Specialists whose sign-off is needed read the module where it is written."""
        return _of_groups(kinds_needed(obj.latest_revision_id), user).exists()

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """What is under review is not changed by others."""
        return not (user.is_superuser or self.user_can_access_editor(obj, user))

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """What waits for a sign-off that this person may give."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("revision")
        mine = [
            state.pk
            for state in waiting.defer("revision__content")
            if state.revision.user_id != user.pk
            and _of_groups(kinds_missing(state.revision_id), user).exists()
        ]
        return self.task_states.filter(pk__in=mine)

    @classmethod
    def get_description(cls) -> str:
        """What the task is, in the CMS's list of tasks."""
        return "The specialists whom a module names sign it off. Nobody can sign off their own last edit."

    class Meta:
        verbose_name = "specialist sign-off"
        verbose_name_plural = "specialist sign-offs"


def review_again(page: Any, by: Any) -> None:
    """Send a page that was edited while it waited for sign-offs back to the clinical review: they are void."""
    waiting = page.current_workflow_task_state
    if waiting is None or waiting.revision_id == page.latest_revision_id:
        return
    if isinstance(waiting.task.specific, SpecialistSignOffTask):
        waiting.cancel(user=by)


def _of_groups(kinds: QuerySet[SignOffKind], user: Any) -> QuerySet[SignOffKind]:
    """Those that this person's groups may give."""
    return kinds.filter(group__in=user.groups.all())


def _within(kind: SignOffKind) -> str:
    """Its name within a sentence."""
    return kind.name[:1].lower() + kind.name[1:]
