"""What the service tells anybody who holds a certificate's code: the paper, and whether it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from learners.people.limits import limited
from learners.records.forms import CodeForm
from learners.records.paper import paper_of
from learners.records.selectors import certificate_with, code_in, validity

RATE = (
    "60/m/ip"  # a whole personnel department may sit behind one address; nobody guesses 80 bits at this pace
)


@require_safe
@never_cache
@limited("verify", RATE)
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a code, and go to what it says."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("verify_code", form.cleaned_data["code"])
    return _unlisted(render(request, "learners/records/verify.html", {"form": form}))


@require_safe
@never_cache
@limited("verify", RATE)
def verify_code(request: HttpRequest, code: str) -> HttpResponse:
    """Say of a code whether its certificate is valid, superseded, withdrawn or unknown.

    Unknown is a 404 with the same page: nothing is at that address, and a personnel system that asks by itself can tell
    without reading. The form answers 200, because it is there whatever was typed into it.
    """
    found = certificate_with(code_in(code))
    context = {
        "form": CodeForm(),
        "validity": validity(found),
        "paper": paper_of(found) if found else None,
    }
    status = 200 if found else 404
    return _unlisted(render(request, "learners/records/verify.html", context, status=status))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
