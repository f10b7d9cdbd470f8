"""The CMS, as somebody sits at it."""

from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse


class Desk:
    """One person, signed in to the CMS."""

    def __init__(self, person: Any) -> None:
        self.person, self.client = person, Client()
        self.client.force_login(person)

    def get(self, name: str, /, *args: Any, **query: Any) -> Any:
        return self.client.get(reverse(name, args=args), query)

    def post(self, name: str, /, *args: Any, **data: Any) -> Any:
        return self.client.post(reverse(name, args=args), data)

    def save(self, page: Any, form: dict[str, Any], action: str = "", **more: Any) -> Any:
        """Send the module's edit form; `action` is a button: publish, submit…"""
        button = {f"action-{action}": action} if action else {}
        return self.post("wagtailadmin_pages:edit", page.pk, **(form | button | more))


def said(response: Any) -> str:
    """Every message that the CMS shows with this answer, or with the page it leads to."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def wrong(response: Any) -> dict[str, list[str]]:
    """The errors of the form that this answer shows again, by field."""
    return {
        name: [str(error) for error in errors] for name, errors in response.context["form"].errors.items()
    }
