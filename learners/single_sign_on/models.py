"""Which employers' accounts sign people in."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from learners.organisations.models import Organisation, StaffGroup
from learners.single_sign_on.addresses import validate_issuer
from learners.single_sign_on.domains import domains_in, not_domains
from modules.models import Role


class IdentityProviderQuerySet(models.QuerySet["IdentityProvider"]):
    """Providers."""

    def usable(self) -> Self:
        """Those that are switched on, of organisations that there are, with a client secret in the environment."""
        there_are = Organisation.objects.open(on=timezone.localdate())
        slugs = [slug for slug, secret in _secrets().items() if secret]
        return self.filter(active=True, organisation__in=there_are, slug__in=slugs)


def _secrets() -> dict[str, str]:
    return settings.OIDC_CLIENT_SECRETS


class IdentityProvider(models.Model):
    """An employer's service that says who somebody is, by OpenID Connect. Its client secret is never kept here."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="identity_providers"
    )
    name = models.CharField(
        "name on the sign-in page", max_length=60, unique=True, help_text="Brackwater Hospitals account."
    )
    slug = models.SlugField(
        unique=True, help_text="Stands in the return address and names the secret. It does not change."
    )
    issuer = models.CharField(
        "address of the provider",
        max_length=200,
        validators=[validate_issuer],
        help_text="Its issuer, letter by letter as the provider writes it, without /.well-known/….",
    )
    client_id = models.CharField("client ID", max_length=191)
    email_claim = models.CharField("claim with the e-mail address", max_length=60, default="email")
    number_claim = models.CharField(
        "claim with the employee number",
        max_length=60,
        blank=True,
        help_text="Empty: people are found by e-mail alone. Only a claim that people cannot change themselves.",
    )
    email_domains = models.TextField(
        "mail domains of this employer",
        blank=True,
        help_text="One a line. Only domains that are this employer's alone: not nhs.net.",
    )
    trusts_email = models.BooleanField(
        "its addresses count as verified",
        default=False,
        help_text="For a provider that never says whether it has verified an address. Within those domains only.",
    )
    default_role = models.ForeignKey(
        Role,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="With a staff group: whoever has an address in those domains may join in this role.",
    )
    default_staff_group = models.CharField(max_length=30, choices=StaffGroup.choices, blank=True)
    contact = models.CharField(
        "who to ask",
        max_length=200,
        help_text="Shown to somebody who cannot come in: Learning team, extension 4455.",
    )
    active = models.BooleanField(default=True, help_text="Untick to stop signing in by it at once.")

    objects = IdentityProviderQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(default_role=None, default_staff_group="")
                | (Q(default_role__isnull=False) & ~Q(default_staff_group="") & ~Q(email_domains="")),
                name="identity_provider_joining_is_whole",
                violation_error_message=(
                    "For people to join by their address, give the mail domains, a role and a staff group."
                ),
            ),
            models.CheckConstraint(
                condition=Q(trusts_email=False) | ~Q(email_domains=""),
                name="identity_provider_trusts_domains",
                violation_error_message="Give the mail domains in which addresses count as verified.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean_fields(self, exclude: "set[str] | None" = None) -> None:  # type: ignore[override]
        """Bring the list of domains into one form before it is checked."""
        self.issuer = self.issuer.strip()
        self.email_domains = "\n".join(domains_in(self.email_domains))
        super().clean_fields(exclude=exclude)
        if wrong := not_domains(self.email_domains):
            raise ValidationError({"email_domains": f"These are no mail domains: {', '.join(wrong)}."})

    @property
    def secret(self) -> str:
        """The client secret, from the environment; empty where none is given."""
        return _secrets().get(self.slug, "")

    def says_secret(self) -> str:
        """Whether the environment has its secret: without one it is not offered."""
        return "In the environment" if self.secret else "Missing"

    @property
    def domains(self) -> list[str]:
        """The mail domains that are this employer's."""
        return domains_in(self.email_domains)

    @property
    def lets_join(self) -> bool:
        """Whether somebody who is not on the staff list may join by their address."""
        return self.default_role_id is not None
