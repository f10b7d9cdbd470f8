"""What the CMS's home page says about requests to be forgotten."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from learners.privacy.models import ErasureRequest


class RequestsPanel(Component):
    """How many requests wait, and by when the first must be answered. For administrators."""

    name = "erasure_requests"
    order = 240
    template_name = "learners/privacy/cms_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The one that has waited longest."""
        waiting = ErasureRequest.objects.waiting()
        return {"waiting": waiting.count(), "first": waiting.last()}
