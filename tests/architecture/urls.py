"""The URL table of the service, flat."""

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
