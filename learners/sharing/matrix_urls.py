"""Addresses of the visibility matrix, below /managing/."""

from typing import Any

app_name = "matrix"
urlpatterns: list[Any] = []
