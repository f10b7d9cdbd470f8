"""Who came in by a code."""

from django.db import models

from learners.joining.models.join_code import JoinCode
from learners.organisations.models import Membership


class Joining(models.Model):
    """One person's coming in. Only ever added: what a code counts against its most uses never gets less."""

    code = models.ForeignKey(JoinCode, on_delete=models.PROTECT, related_name="joinings")
    membership = models.OneToOneField(Membership, on_delete=models.PROTECT, related_name="joining")
    joined_at = models.DateTimeField()
    was_on_staff_list = models.BooleanField(
        default=False, help_text="Found on the staff list by number and last name, and given an address."
    )

    class Meta:
        default_permissions = ()
        ordering = ("-joined_at", "-pk")

    def __str__(self) -> str:
        return f"{self.membership}, by code"
