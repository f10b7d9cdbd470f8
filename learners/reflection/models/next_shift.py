"""What somebody means to do on their next shift, and what became of it."""

import secrets

from django.db import models

from learners.attempts.models import Attempt


class NextShift(models.Model):
    """One action, chosen or written by the learner. Theirs alone."""

    attempt = models.OneToOneField(Attempt, on_delete=models.PROTECT, related_name="next_shift")
    action = models.CharField(max_length=300)
    is_own = models.BooleanField(help_text="Written by the learner, not chosen.")
    chosen_at = models.DateTimeField()
    wants_follow_up = models.BooleanField(default=True, help_text="One e-mail after some weeks.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Next shift of {self.attempt_id}"

    @property
    def was_asked_about(self) -> bool:
        """Whether the follow-up was sent. From then on the plan stays as it is."""
        follow_up = getattr(self, "follow_up", None)
        return bool(follow_up and follow_up.sent_at)


def new_token() -> str:
    """What stands in the link of an e-mail. Random: it names nobody."""
    return secrets.token_urlsafe(24)


class FollowUp(models.Model):
    """One minute, some weeks later: did you, and what stopped you. Sent at most once, answered at most once."""

    class Did(models.TextChoices):
        """Whether they did it."""

        YES = "yes", "Yes"
        PARTLY = "partly", "Partly, or once"
        NOT_YET = "not_yet", "Not yet"
        NO_CHANCE = "no_chance", "There was no chance to"

    class Barrier(models.TextChoices):
        """What stopped them."""

        TIME = "time", "No time"
        ACCESS = "access", "I could not open the record"
        MISSING = "missing", "What I needed was not there"
        UNSURE = "unsure", "I was not sure that I may"
        FORGOT = "forgot", "I forgot"
        OTHER = "other", "Something else"

    next_shift = models.OneToOneField(NextShift, on_delete=models.PROTECT, related_name="follow_up")
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    sent_at = models.DateTimeField(null=True, help_text="Empty until the mail server has taken it.")
    lease_until = models.DateTimeField(null=True, help_text="Until then somebody is sending it.")
    did = models.CharField(max_length=10, choices=Did.choices, blank=True)
    barriers = models.JSONField(default=list)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Follow-up of {self.next_shift_id}"
