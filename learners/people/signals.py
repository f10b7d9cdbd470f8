"""What happens at a sign-in."""

import uuid
from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest


@receiver(user_logged_in, dispatch_uid="name the session")
def name_session(request: HttpRequest | None, **kwargs: Any) -> None:
    """Give this sign-in a random id of its own, by which its learning events can be grouped."""
    if request is not None:
        request.session["learning_session"] = str(uuid.uuid4())
