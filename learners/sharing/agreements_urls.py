"""Addresses of sharing agreements, below /managing/."""

from typing import Any

app_name = "agreements"
urlpatterns: list[Any] = []
