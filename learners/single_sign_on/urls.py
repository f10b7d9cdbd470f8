"""Addresses of this app."""

from typing import Any

app_name = "single_sign_on"
urlpatterns: list[Any] = []
