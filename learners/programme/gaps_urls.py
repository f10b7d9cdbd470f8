"""Addresses of the gap check, below /managing/."""

from typing import Any

app_name = "gaps"
urlpatterns: list[Any] = []
