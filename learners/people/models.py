"""A person."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Makes people, who sign in by e-mail."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make a person. Without a password they cannot sign in by one. Addresses are kept in lower case."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator of everything."""
        return self.create_user(email, password, **({"is_staff": True, "is_superuser": True} | fields))

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by e-mail, whatever its case. Nobody is found by none."""
        if not username:
            raise self.model.DoesNotExist
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A person: learner, educator or manager. One person has one account, however many employers."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(
        "e-mail address", blank=True, help_text="Empty for somebody whom only an employer's number names."
    )
    professional_number = models.CharField(
        "professional registration number",
        max_length=20,
        blank=True,
        help_text="Of the NMC, GMC, HCPC and so on.",
    )
    anonymised_at = models.DateTimeField(null=True, blank=True, editable=False)
    actor_id = models.UUIDField(
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text="The only name this person has in xAPI statements. Random: it tells nothing.",
    )

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(Lower("email"), condition=~models.Q(email=""), name="person_email_once")
        ]
        indexes = [
            models.Index(
                fields=["professional_number"],
                condition=~models.Q(professional_number=""),
                name="person_by_professional_number",
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email or f"Somebody ({self.pk})"
