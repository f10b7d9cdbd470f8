"""That somebody can read an address's e-mail."""

import datetime
import uuid

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

MOST_TRIES = 5
LASTS = datetime.timedelta(minutes=10)


class EmailProof(models.Model):
    """A 6-digit code that was sent. Neither it nor the address is kept: only a keyed hash of both.

    A row and no session counts the tries, so that tries side by side count, too.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    proven_at = models.DateTimeField(null=True)
    spent_at = models.DateTimeField(null=True, help_text="Somebody came in by it. It opens nothing more.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Proof {self.uuid}"

    def digest_of(self, *, email: str, digits: str) -> str:
        """What stands for this address and these digits in this row."""
        value = f"{self.uuid}:{email}:{digits}"
        return salted_hmac("learners.joining.email_proof", value, algorithm="sha256").hexdigest()

    def fits(self, *, email: str, digits: str) -> bool:
        """Whether these are the digits that were sent to this address."""
        return constant_time_compare(self.digest, self.digest_of(email=email, digits=digits))

    def is_over(self, at: datetime.datetime) -> bool:
        """Whether no more digits are taken."""
        return self.tries >= MOST_TRIES or self.sent_at <= at - LASTS
