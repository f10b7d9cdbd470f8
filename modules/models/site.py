"""What the service is called here, and where to turn for help."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class SiteIdentity(BaseGenericSetting):
    """Name and help, edited in the CMS."""

    name = models.CharField(max_length=60, default="Shared Records Training")
    strapline = models.CharField(max_length=120, blank=True, default="When to look, and how it helps")
    support_text = models.CharField(
        "help contact",
        max_length=255,
        blank=True,
        default="For help, ask your manager or the person who leads training where you work.",
        help_text="Shown at the foot of every page.",
    )

    panels = [FieldPanel("name"), FieldPanel("strapline"), FieldPanel("support_text")]

    class Meta:
        verbose_name = "site name and help"
