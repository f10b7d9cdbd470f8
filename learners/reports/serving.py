"""Handing a report to whoever may have it."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse

from learners.dashboards.publishing import publish
from learners.organisations.models import Network, Organisation
from learners.organisations.scope import Scope
from learners.reports.actions import note_taking
from learners.reports.making import make
from learners.reports.ordering import Order, may_have
from learners.requirements.keeping import catch_up


def serve(request: HttpRequest, of: Organisation | Network, order: Order) -> HttpResponseBase:
    """The file, once it is noted that it was taken; 404 to whoever may not have it today."""
    scope = Scope.of(request.user)
    if not may_have(scope, of, order.report):
        raise Http404("No such report.")
    if isinstance(of, Organisation):
        catch_up(of.pk)
    else:
        publish(of)
    note_taking(of=of, order=order, by=request.user)
    made = make(scope, of, order)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"}
    if hasattr(made.body, "read"):
        return FileResponse(made.body, content_type=made.kind, headers=headers)
    return StreamingHttpResponse(made.body, content_type=made.kind, headers=headers)
