"""Where a request about the programme begins: a network that somebody leads, or an organisation they see."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from learners.organisations.models import Network, Organisation
from learners.organisations.scope import Scope


@dataclass(frozen=True, slots=True)
class Place:
    """A network or an organisation as one person meets it. Its addresses have the same names, one set for each."""

    owner: Network | Organisation
    may_write: bool

    @property
    def key(self) -> Any:
        """What stands for it in addresses."""
        return self.owner.slug if isinstance(self.owner, Network) else self.owner.uuid

    def url(self, name: str, *args: Any) -> str:
        """The address of a page about it."""
        prefix = "network_" if isinstance(self.owner, Network) else ""
        return reverse(f"culture:{prefix}{name}", args=[self.key, *args])

    @property
    def up(self) -> str:
        """The address of the page above: a network's programme, an organisation's page."""
        name = "roadmap:network" if isinstance(self.owner, Network) else "dashboards:organisation"
        return reverse(name, args=[self.key])

    @property
    def up_in_words(self) -> str:
        """What that page is called."""
        return "Programme" if isinstance(self.owner, Network) else self.owner.name


def place_of(request: HttpRequest, network: str | None, organisation: UUID | None) -> Place:
    """The place that an address names. Its lead or its administrators may write; 404 for whoever may not see it."""
    scope = Scope.of(request.user)
    if network:
        return Place(get_object_or_404(scope.networks(), slug=network), may_write=True)
    found = get_object_or_404(scope.organisations(), uuid=organisation)
    return Place(found, may_write=scope.administers(found))


def place_to_write(request: HttpRequest, network: str | None, organisation: UUID | None) -> Place:
    """The same, for those who may write; 404 for everybody else."""
    if network:
        return place_of(request, network, None)
    found = get_object_or_404(Scope.of(request.user).administered(), uuid=organisation)
    return Place(found, may_write=True)
