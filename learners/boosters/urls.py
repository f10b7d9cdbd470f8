"""Addresses of boosters."""

from typing import Any

app_name = "boosters"
urlpatterns: list[Any] = []
