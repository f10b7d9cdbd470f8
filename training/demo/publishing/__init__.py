"""Putting the demonstration's content into the CMS, through Wagtail's own models."""

from training.demo.publishing.modules import publish_module, write_module
from training.demo.publishing.moments import publish_moments

__all__ = ["publish_module", "publish_moments", "write_module"]
