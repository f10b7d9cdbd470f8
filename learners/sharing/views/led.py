"""Where a lead's request about agreements begins: a network that they lead, and an agreement of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from learners.organisations.models import Network
from learners.organisations.scope import Scope
from learners.sharing.models import Agreement
from learners.sharing.selectors.reading import agreements_of


@dataclass(frozen=True, slots=True)
class Led:
    """An agreement as the lead of its network meets it."""

    network: Network
    agreement: Agreement

    def url(self, name: str, *args: Any) -> str:
        """The address of a page about it."""
        return reverse(f"agreements:network_{name}", args=[self.network.slug, self.agreement.uuid, *args])

    @property
    def page(self) -> str:
        """The address of its own page."""
        return self.url("agreement")

    def back(self) -> HttpResponse:
        """To its own page."""
        return redirect(self.page)

    def ask(self, request: HttpRequest, form: Any, heading: str, **more: Any) -> HttpResponse:
        """Show a form about it."""
        context = {"form": form, "heading": heading, "caption": self.agreement, "up": self.page} | more
        return render(request, "learners/sharing/agreement_form.html", context)


def network_led(request: HttpRequest, network: str) -> Network:
    """A network that whoever asks leads; else 404."""
    return get_object_or_404(Scope.of(request.user).networks(), slug=network)


def led(request: HttpRequest, network: str, agreement: UUID) -> Led:
    """An agreement of a network that whoever asks leads; else 404."""
    found = network_led(request, network)
    return Led(found, get_object_or_404(agreements_of(found), uuid=agreement))
