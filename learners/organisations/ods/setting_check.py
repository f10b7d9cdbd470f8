"""A wrong address of the ODS API is told when the service starts, not when somebody looks up a code."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from learners.organisations.ods.client import is_safe


@register()
def ods_api_is_safe(**kwargs: Any) -> list[CheckMessage]:
    """An error where the address is set and the key could be read on its way there."""
    base = settings.ODS_API["base"]
    if not base or is_safe(base):
        return []
    return [Error("ODS_API_BASE must begin with https://.", id="organisations.E001")]
