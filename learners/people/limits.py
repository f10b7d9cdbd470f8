"""How often one address may ask: django-allauth's way of counting, for pages that are not its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal.ratelimit import consume_or_429
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def limited(action: str, rate: str) -> Callable[[View], View]:
    """Answer 429 to a network address that asks too often. `rate` is as allauth writes it: "60/m/ip"."""

    def decorate(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            count: dict[str, Any] = {"app": "learners", "action": action, "config": {action: rate}}
            too_many = consume_or_429(request, limit_get=True, **count)
            return too_many or view(request, *args, **kwargs)

        return counted

    return decorate
