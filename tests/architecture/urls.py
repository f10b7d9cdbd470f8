"""The URL table of the service, flat."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One pattern: its full name (namespaces included), its route, and the names and converters of its parts."""

    name: str
    route: str
    converters: dict[str, Any]

    @property
    def in_cms(self) -> bool:
        """Whether it belongs to the CMS."""
        return self.route.startswith("cms/")


def addresses() -> list[Address]:
    """Every pattern of the service."""
    return list(_walk(get_resolver().url_patterns, "", "", {}))


def _walk(patterns: Any, namespace: str, route: str, converters: dict[str, Any]) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        known = converters | pattern.pattern.converters
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inside, here, known)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{namespace}{pattern.name or ''}", here, known)


SAMPLE = {"IntConverter": "1", "UUIDConverter": "00000000-0000-0000-0000-000000000000"}


def sample(address: Address) -> str:
    """The address with something in the place of each of its parts."""
    route = address.route
    for name, converter in address.converters.items():
        value = SAMPLE.get(type(converter).__name__, "1")
        route = re.sub(rf"<(\w+:)?{name}>", value, route)
    route = re.sub(r"\(\?P<\w+>[^)]*\)", "1", route)
    return "/" + route.replace("^", "").replace("$", "").replace("\\Z", "")


def site_addresses() -> list[Address]:
    return [address for address in addresses() if not address.in_cms]
