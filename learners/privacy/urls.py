"""Addresses of this app."""

from typing import Any

app_name = "privacy"
urlpatterns: list[Any] = []
