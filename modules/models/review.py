"""The clinical review that stands between a draft and learners."""

from typing import Any

from wagtail.models import AbstractGroupApprovalTask, TaskState


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """Approval by a clinical reviewer, who is never the person that edited last."""

    def may_decide(self, obj: Any, user: Any) -> bool:
        """Whether this person may approve what stands now: in the group, and not its last editor."""
        revision = obj.latest_revision
        return self._user_in_groups(user) and (revision is None or revision.user_id != user.pk)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """Offer approval to everybody who may decide; the last editor may still ask for changes."""
        if self.may_decide(obj, user):
            return super().get_actions(obj, user)
        if self._user_in_groups(user):
            return [("reject", "Request changes", True)]
        return []

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Refuse an approval by the last editor, however it was sent."""
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
