"""A code by which people come into an organisation by themselves."""

import datetime
import uuid
from enum import StrEnum
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q

from learners.joining.codes import LENGTH, new_code, shown
from learners.organisations.models import Organisation, Site, StaffGroup, Team
from modules.models import Role


class State(StrEnum):
    """What has become of a code."""

    IN_FORCE = "in force"
    USED_UP = "used up"
    EXPIRED = "expired"
    REVOKED = "revoked"


class JoinCodeQuerySet(models.QuerySet["JoinCode"]):
    """Join codes."""

    def counted(self) -> Self:
        """Each with `uses`: how many came in by it."""
        return self.annotate(uses=Count("joinings"))

    def in_force(self, *, on: datetime.date) -> Self:
        """What lets people in on a day. The last day counts."""
        organisation_ends = Q(organisation__ends_on=None) | Q(organisation__ends_on__gte=on)
        organisation_begins = Q(organisation__starts_on=None) | Q(organisation__starts_on__lte=on)
        free = Q(most_uses=None) | Q(uses__lt=F("most_uses"))
        return self.counted().filter(
            organisation_ends, organisation_begins, free, revoked_at=None, expires_on__gte=on
        )


class JoinCode(models.Model):
    """Lets whoever has it join one organisation, in the role that an administrator chose. It can be taken back."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="join_codes")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")
    staff_group = models.CharField(max_length=30, choices=StaffGroup.choices)
    code = models.CharField(max_length=LENGTH, unique=True, default=new_code, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_on = models.DateField("last day")
    most_uses = models.PositiveIntegerField("most people who may join by it", null=True, blank=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(max_length=200, blank=True)

    objects = JoinCodeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="join_code_revoked_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(most_uses=None) | Q(most_uses__gte=1), name="join_code_for_one_or_more"
            ),
        ]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """As it stands on a poster and in links."""
        return shown(self.code)

    def state(self, *, on: datetime.date) -> State:
        """What has become of it on a day. Counts its uses, unless they were counted with it."""
        if self.revoked_at:
            return State.REVOKED
        first, last = self.organisation.starts_on, self.organisation.ends_on
        if self.expires_on < on or (last and last < on) or (first and first > on):
            return State.EXPIRED
        uses = self.uses if hasattr(self, "uses") else self.joinings.count()
        return State.USED_UP if self.most_uses is not None and uses >= self.most_uses else State.IN_FORCE
