"""Whether confidence lasts: beside a module in the CMS, of an organisation, of a network. Figures, never names."""

from collections.abc import Callable, Collection, Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from learners.insight.pairs import pairs_of_module, pairs_within, titles_of, until
from learners.insight.transfer import Pair, Picture, picture_of, picture_of_network
from learners.insight.views import ModuleInsightView
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope


class TransferView(ModuleInsightView):
    """Of everybody who took one module, wherever they work."""

    page_title = "Whether it lasts"
    header_icon = "history"
    template_name = "learners/insight/transfer.html"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Of whatever Edition: the question is the same."""
        self.find_module(page_id)
        picture = picture_of(pairs_of_module(self.module.translation_key))
        context = self.get_context_data(module=self.module, picture=picture, until=until())
        return self.render_to_response(context)


@require_safe
@login_required
def organisation_confidence(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Of those who did modules for this organisation."""
    found = get_object_or_404(Scope.of(request.user).organisations(), uuid=organisation)
    up = reverse("dashboards:organisation", args=[found.uuid])
    return _show(request, found, up, found.name, _pictures([found], picture_of))


@require_safe
@login_required
def network_confidence(request: HttpRequest, network: str) -> HttpResponse:
    """Of those who did modules for organisations of this network, together."""
    scope = Scope.of(request.user)
    found = get_object_or_404(scope.networks(), slug=network)
    up = reverse("roadmap:network", args=[found.slug])
    return _show(
        request, found, up, "Programme", _pictures(scope.organisations_of(found), picture_of_network)
    )


type Draw = Callable[[Sequence[Pair]], Picture | None]


def _pictures(organisations: Collection[Organisation], draw: Draw) -> list[tuple[str, Picture | None]]:
    """Modules in the order of their titles, each with its picture, or None where there are too few."""
    pairs = pairs_within(organisations)
    return [(title, draw(pairs[module])) for module, title in titles_of(pairs.keys())]


def _show(
    request: HttpRequest, owner: Any, up: str, up_in_words: str, modules: list[tuple[str, Picture | None]]
) -> HttpResponse:
    context = {"owner": owner, "up": up, "up_in_words": up_in_words, "modules": modules, "until": until()}
    return render(request, "learners/insight/confidence.html", context)
