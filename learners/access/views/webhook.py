"""Where an organisation's own service is told of events."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from learners.access import actions
from learners.access.forms import WebhookForm
from learners.access.selectors import deliveries_of, webhook_of
from learners.access.views.desk import administered
from learners.sealing import can_seal


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def webhook(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Set the address. The answer to setting it shows the secret, once."""
    found = administered(request, organisation)
    known, secret = webhook_of(found), ""
    form = WebhookForm(
        request.POST if request.method == "POST" else None,
        initial={"address": known.address if known else ""},
    )
    if can_seal() and form.is_valid():
        secret = actions.set_webhook(
            organisation=found, address=form.cleaned_data["address"], by=request.user
        )
        known = webhook_of(found)
    context = {
        "organisation": found,
        "webhook": known,
        "numbers": deliveries_of(known) if known else {},
        "form": form,
        "secret": secret,
        "can_seal": can_seal(),
    }
    return render(request, "learners/access/webhook.html", context)


@require_POST
@login_required
def stop(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Tell nothing more there. Where there is no webhook, nothing is to be stopped."""
    known = webhook_of(administered(request, organisation))
    if known:
        actions.stop_webhook(webhook=known, by=request.user)
        messages.success(request, "Nothing more is sent there.")
    return redirect("access:webhook", organisation)


@require_POST
@login_required
def again(request: HttpRequest, organisation: UUID) -> HttpResponse:
    """Try once more what was given up."""
    known = webhook_of(administered(request, organisation))
    if known:
        number = actions.send_again(webhook=known, by=request.user)
        events = "event waits" if number == 1 else "events wait"
        messages.success(request, f"{number:,} {events} to be sent again.")
    return redirect("access:webhook", organisation)
