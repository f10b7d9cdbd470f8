"""What somebody did elsewhere and puts forward, and what was corrected in their record."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from learners.evidence.actions.recognising import AlreadyPutForward, propose
from learners.evidence.forms.elsewhere import PutForwardForm
from learners.evidence.models import EquivalentCourse
from learners.evidence.selectors.completions import own_recorded
from learners.evidence.selectors.recognitions import courses_of, recognitions_of
from learners.organisations.models import Organisation
from learners.organisations.scope import Scope

type Offered = dict[str, tuple[Organisation, EquivalentCourse]]


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def elsewhere(request: HttpRequest) -> HttpResponse:
    """Put forward a course; see what became of others, and what was corrected."""
    scope = Scope.of(request.user)
    offered = _offered(scope)
    several = len({organisation.pk for organisation, _ in offered.values()}) > 1
    choices = [
        (key, f"{course}" + (f", for {organisation}" if several else ""))
        for key, (organisation, course) in offered.items()
    ]
    form = PutForwardForm(request.POST or None, choices=choices)
    if request.method == "POST" and form.is_valid():
        organisation, course = offered[form.cleaned_data["course"]]
        said = {"done_on": form.cleaned_data["done_on"], "note": form.cleaned_data["note"]}
        try:
            propose(course=course, organisation=organisation, by=request.user, **said)
        except AlreadyPutForward as already:
            form.add_error("course", str(already))
        else:
            messages.success(request, f"Sent. Somebody at {organisation} will check it.")
            return redirect("elsewhere:elsewhere")
    context = {
        "form": form if offered else None,
        "recognitions": recognitions_of(scope.person),
        "rows": own_recorded(scope.person),
    }
    return render(request, "learners/evidence/elsewhere.html", context)


def _offered(scope: Scope) -> Offered:
    """The courses that the organisations of one's hats accept, by the organisation's and the course's key."""
    hats = {hat.organisation_id: hat.organisation for hat in scope.own_memberships()}
    return {
        f"{organisation.uuid}/{course.uuid}": (organisation, course)
        for organisation in hats.values()
        for course in courses_of(organisation, scope.on)
    }
