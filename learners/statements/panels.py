"""What the CMS's home page says about statements."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from learners.statements.selectors import outbox_state, outbox_states


class StatementsPanel(Component):
    """How many statements wait, since when, and how many were refused. For administrators."""

    name = "statements"
    order = 250
    template_name = "learners/statements/home_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """How the outbox stands."""
        return {"outbox": outbox_state(), "others": outbox_states()}
