"""People's names at a record store of its own: the same each time, and not to be joined with those at another."""

import hashlib
import hmac
import json
import uuid
from collections.abc import Callable

type Wording = Callable[[str], str]


def as_it_is(payload: str) -> str:
    """A statement for a store that knows people by the names that we give them."""
    return payload


def renamed(key: bytes) -> Wording:
    """How statements are worded for a store with this key: another name for the actor, and nothing else changed."""

    def worded(payload: str) -> str:
        statement = json.loads(payload)
        account = statement["actor"].get("account")
        if account is None:
            return payload
        made = hmac.new(key, f"{account['homePage']} {account['name']}".encode(), hashlib.sha256).digest()
        account["name"] = str(uuid.UUID(bytes=made[:16], version=4))
        return json.dumps(statement, ensure_ascii=False, separators=(",", ":"))

    return worded
