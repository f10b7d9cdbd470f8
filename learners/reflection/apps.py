"""The app's place in Django."""

from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    """What a learner takes away: confidence, the next shift, what they made of it, and their CPD record."""

    name = "learners.reflection"
    verbose_name = "Reflection"
