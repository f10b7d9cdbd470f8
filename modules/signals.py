"""Publishing a module freezes an Edition."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published

from modules.editions import freeze_edition
from modules.models import ModulePage


@receiver(page_published, sender=ModulePage, dispatch_uid="freeze an edition")
def freeze(*, instance: ModulePage, revision: Revision, **kwargs: Any) -> None:
    """Freeze the revision that went live."""
    freeze_edition(page=instance, revision=revision)
