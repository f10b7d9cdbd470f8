"""Addresses of the roadmap, below /managing/."""

from typing import Any

app_name = "roadmap"
urlpatterns: list[Any] = []
