"""The xAPI Profile, for whoever reads statements."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from learners.statements.profile import document


@require_safe
def profile(request: HttpRequest) -> JsonResponse:
    """The profile as JSON-LD. It says nothing about anybody, and any page may read it."""
    response = JsonResponse(
        document(settings.XAPI_HOME), content_type="application/ld+json", json_dumps_params={"indent": 2}
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
