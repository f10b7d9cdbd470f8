"""What the content's templates show of the person who reads them."""

from typing import Any

from django import template

from learners.home.authoring import own_drafts, waiting_for
from learners.home.coming import Coming, coming_of
from learners.home.learning import MyLearning, MyModule, my_learning, my_module
from learners.organisations.scope import Scope
from modules.models import ModulePage

register = template.Library()


@register.simple_tag(takes_context=True)
def learning_of_reader(context: Any) -> MyLearning | None:
    """{% learning_of_reader as learning %}: all their learning; nothing for somebody who is not signed in."""
    person = _reader(context)
    return my_learning(Scope.of(person)) if person else None


@register.simple_tag(takes_context=True)
def module_for_reader(context: Any, page: ModulePage) -> MyModule | None:
    """{% module_for_reader page as mine %}: the module as it stands for them."""
    person = _reader(context)
    return my_module(Scope.of(person), page) if person else None


@register.simple_tag(takes_context=True)
def coming_for_reader(context: Any, page: ModulePage) -> list[Coming]:
    """{% coming_for_reader page as coming %}: what it teaches and they will not find yet, for each hat they wear."""
    person = _reader(context)
    return coming_of(Scope.of(person), page) if person else []


@register.simple_tag(takes_context=True)
def scope_of_reader(context: Any) -> Scope | None:
    """{% scope_of_reader as scope %}: what they may see."""
    person = _reader(context)
    return Scope.of(person) if person else None


@register.simple_tag(takes_context=True)
def authoring_of_reader(context: Any) -> dict[str, Any] | None:
    """{% authoring_of_reader as authoring %}: their drafts, and what waits for them; nothing outside the CMS."""
    person = _reader(context)
    if not person or not person.has_perm("wagtailadmin.access_admin"):
        return None
    scope = Scope.of(person)
    return {"drafts": own_drafts(scope), "waiting": waiting_for(scope)}


def _reader(context: Any) -> Any:
    person = getattr(context.get("request"), "user", None)
    return person if person is not None and person.is_authenticated else None
