"""The world that the walks go through."""

from pathlib import Path
from typing import Any

import pytest

from tests.factories.world import everything


@pytest.fixture
def world(settings: Any, tmp_path: Path) -> dict[str, Any]:
    """Something of each kind. Its files are the test's."""
    settings.MEDIA_ROOT = tmp_path
    return everything()
