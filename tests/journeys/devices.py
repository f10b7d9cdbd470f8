"""What people hold in their hands."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

type OpenPage = Callable[..., Page]
"""`open_page(person, **options)`: a page on a new device, signed in as a person; None: as nobody."""

PATIENCE = 30_000  # milliseconds: the machine may have other work

DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": 320, "height": 640}}  # also 1280 px at 400 % zoom
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
NARROW_PHONE: dict[str, Any] = PHONE | NARROW
NO_JAVASCRIPT: dict[str, Any] = {"java_script_enabled": False}
CALM: dict[str, Any] = {"forced_colors": "active", "reduced_motion": "reduce", **NARROW}
