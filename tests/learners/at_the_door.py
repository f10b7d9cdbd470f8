"""The way in by a join code, step by step, with a test client."""

import re
from typing import Any

from django.core import mail
from django.urls import reverse

ADA = {"first_name": "Ada", "last_name": "Fenwick"}
ADDRESS = "ada@example.org"


def at(step: str, code: Any) -> str:
    """The address of a step."""
    return reverse(f"joining:{step}", args=[code.shown])


def sent_digits() -> str:
    """The six digits of the newest e-mail."""
    return "".join(re.search(r"^(\d{3}) (\d{3})$", str(mail.outbox[-1].body), re.MULTILINE).groups())


def wrong_digits() -> str:
    """Six digits that were not sent."""
    return f"{(int(sent_digits()) + 1) % 1_000_000:06}"


def prove(client: Any, code: Any, email: str = ADDRESS) -> Any:
    """Give an address and bring back its digits."""
    client.post(at("address", code), {"email": email})
    return client.post(at("digits", code), {"digits": sent_digits()})


def say_who(client: Any, code: Any, **who: str) -> Any:
    """Give a name, and perhaps a staff number."""
    return client.post(at("about_you", code), ADA | who)


def join(client: Any, code: Any, email: str = ADDRESS, **who: str) -> Any:
    """All of it."""
    prove(client, code, email)
    return say_who(client, code, **who)
