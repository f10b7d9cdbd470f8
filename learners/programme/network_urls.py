"""Addresses of a network as its people see it, below /learning/."""

from typing import Any

app_name = "our_network"
urlpatterns: list[Any] = []
