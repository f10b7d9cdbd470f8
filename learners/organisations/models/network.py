"""A network of organisations whose records are shared, such as an integrated care system."""

from django.core.exceptions import ValidationError
from django.db import models

from learners.organisations.models.dated import Dated, DatedQuerySet
from learners.organisations.models.organisation import Organisation


class Network(models.Model):
    """Organisations that care for the same people. It employs nobody."""

    name = models.CharField(max_length=150, unique=True)
    slug = models.SlugField(unique=True)
    organisations = models.ManyToManyField(
        Organisation, through="organisations.NetworkMembership", related_name="networks"
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class NetworkMembership(Dated):
    """An organisation's time in a network. It may sit in two."""

    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="network_memberships"
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                "network",
                "organisation",
                "starts_on",
                name="network_membership_once",
                violation_error_message="This organisation already joins this network on that day.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.network}"

    def clean(self) -> None:
        """Refuse days on which the organisation is in this network already, or after it has closed."""
        super().clean()
        if not (self.network_id and self.organisation_id and self.starts_on):
            return
        same = NetworkMembership.objects.filter(network=self.network_id, organisation=self.organisation_id)
        if other := same.overlapping(self.starts_on, self.ends_on).exclude(pk=self.pk).first():
            raise ValidationError(
                f"This organisation is in this network already, from {other.days_in_words}."
            )
        self.organisation.refuse_days_after_its_end(self.starts_on, self.ends_on)
