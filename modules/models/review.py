"""The clinical review that stands between a draft and learners."""

from typing import Any

from wagtail.models import AbstractGroupApprovalTask, Revision, TaskState

from modules.completeness import faults
from modules.models.sign_off import SignOff, kinds_missing


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """Approval by a clinical reviewer, who is never the person that edited last. It holds superusers, too.

    An edit while the review is under way voids it: Wagtail then asks for approval of the newest revision
    (WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT).
    """

    def may_decide(self, obj: Any, user: Any) -> bool:
        """Whether this person may approve what stands now: a reviewer, not its last editor, and nothing is missing."""
        revision = obj.latest_revision
        if not self._user_in_groups(user) or revision is None:
            return False
        return revision.user_id != user.pk and not faults(revision.as_object(), revision)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Offer approval to everybody who may decide; other reviewers may still ask for changes."""
        if not self._user_in_groups(user):
            return []
        offered = super().get_actions(obj, user)
        return (
            offered if self.may_decide(obj, user) else [action for action in offered if action[0] == "reject"]
        )

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """What waits for this person: superusers who are no reviewers have nothing to decide."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        return waiting if self._user_in_groups(user) else waiting.none()

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Act, unless this is an approval that may not be given: then nothing changes.

        The CMS offers no such approval. It can still come when a reviewer edits and approves in one go;
        `modules.wagtail_hooks.say_why_not_approved` then tells them.
        """
        if action_name == "approve" and not self.may_decide(task_state.workflow_state.content_object, user):
            return None
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """What the task is, in the CMS's list of tasks."""
        return "A clinical reviewer approves. Nobody can approve their own last edit."

    class Meta:
        verbose_name = "clinical review"
        verbose_name_plural = "clinical reviews"


def reviewer_of(revision: Revision) -> Any | None:
    """The clinical reviewer who approved this very revision, or None where nobody did."""
    approval = (
        TaskState.objects.filter(
            revision=revision,
            status=TaskState.STATUS_APPROVED,
            task__content_type__app_label="modules",
            task__content_type__model=ClinicalReviewTask._meta.model_name,
        )
        .select_related("finished_by")
        .last()
    )
    return approval.finished_by if approval else None


def is_let_through_by(user: Any, revision: Revision) -> bool:
    """Whether this person's approval or sign-off was one of all that this very revision needs."""
    reviewer = reviewer_of(revision)
    if reviewer is None or kinds_missing(revision.pk).exists():
        return False
    return reviewer == user or SignOff.objects.filter(revision=revision, given_by=user).exists()


class PublishedByReview:
    """A page that the last approval or sign-off publishes, though those who give it may not publish by themselves."""

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Publish. Having let this very revision through stands for the permission to."""
        if user is not None and is_let_through_by(user, revision):
            kwargs["skip_permission_checks"] = True
        return super().publish(revision, user=user, **kwargs)  # type: ignore[misc]
