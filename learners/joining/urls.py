"""Addresses of this app."""

from typing import Any

app_name = "joining"
urlpatterns: list[Any] = []
