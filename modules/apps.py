"""The app of everything that educators make."""

from django.apps import AppConfig


class ModulesConfig(AppConfig):
    """Pages, blocks, question types, and the Editions that publishing freezes."""

    name = "modules"
    verbose_name = "Modules"
