"""What is taught, to be compared with what is agreed."""

from typing import Any

from tests.factories.modules import ModuleFactory
from tests.factories.sharing import information


def teaching(*slugs: str, factory: Any = ModuleFactory, **given: Any) -> Any:
    """A published page that teaches to look for these categories; as a draft with `draft=True`."""
    page = factory(**given)
    page.information.set([information(slug) for slug in slugs])
    page.save()
    page.save_revision()
    return page
