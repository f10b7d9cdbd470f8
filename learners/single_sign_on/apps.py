"""The app's place in Django."""

from django.apps import AppConfig


class SingleSignOnConfig(AppConfig):
    """Signing in with an employer's own account, by OpenID Connect."""

    name = "learners.single_sign_on"
    verbose_name = "Single sign-on"

    def ready(self) -> None:
        """Have the checks there when they are asked for."""
        from learners.single_sign_on import checks  # noqa: F401
