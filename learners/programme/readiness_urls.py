"""Addresses of readiness for a milestone, below /managing/."""

from typing import Any

app_name = "readiness"
urlpatterns: list[Any] = []
