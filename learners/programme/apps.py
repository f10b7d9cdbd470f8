"""The app's place in Django."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Roadmap, readiness and culture around the training."""

    name = "learners.programme"
    verbose_name = "Programme"

    def ready(self) -> None:
        """Put the talks in teams into evidence packs, and agreements between a page and learners."""
        from learners.programme import evidence, publishing  # noqa: F401 - each registers what it adds
