"""A learner's own record."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from learners.organisations.scope import Scope
from learners.records.paper import paper_of
from learners.records.selectors import own_certificates, own_record, validity
from modules.documents import pdf


@require_GET
@login_required
def completion(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """One completion and its certificate, to show or print; what was corrected, too. Only its owner sees it."""
    scope = Scope.of(request.user)
    found = get_object_or_404(own_record(scope), uuid=completion_id)
    certificate = own_certificates(scope).filter(completion=found).first()
    context: dict[str, Any] = {"completion": found}
    if certificate:
        context |= {"paper": paper_of(certificate), "validity": validity(certificate)}
    return render(request, "learners/records/completion.html", context)


@require_GET
@login_required
def certificate_pdf(request: HttpRequest, completion_id: UUID) -> HttpResponse:
    """The certificate of a completion, on paper. Only its owner gets it; whom they give it to is theirs to say."""
    own = own_certificates(Scope.of(request.user))
    found = get_object_or_404(own, completion__uuid=completion_id)
    name = f"certificate-{found.code}.pdf"
    return HttpResponse(
        pdf("certificate", paper_of(found).as_data()),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
