"""The paper that says somebody completed a module, and the code by which anybody can check it."""

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from learners.records.models.completion import Completion

ALPHABET = (
    "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that can be taken for something else, on paper or aloud
)
CODE_LENGTH = 16  # 80 bits: nobody finds another's certificate by trying


def new_code() -> str:
    """A code that says nothing: 16 letters and digits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Certificates."""

    def complete(self) -> Self:
        """With everything that is on the paper."""
        return self.select_related(
            "completion__edition__page", "completion__organisation", "completion__person"
        )


class Certificate(models.Model):
    """Issued with its completion. It may be withdrawn with a reason, never changed."""

    completion = models.OneToOneField(Completion, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code, editable=False)
    issued_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)  # issued by the service, and never edited
        permissions = [("withdraw_certificate", "Can withdraw certificate")]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
                name="certificate_withdrawn_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"Certificate {self.spaced_code}"

    @property
    def spaced_code(self) -> str:
        """The code as people read it aloud: four by four."""
        return " ".join(self.code[at : at + 4] for at in range(0, CODE_LENGTH, 4))
