"""The app's place in Django."""

from django.apps import AppConfig


class RecordStoreConfig(AppConfig):
    """The record store (an xAPI LRS) of the service."""

    name = "learners.record_store"
    verbose_name = "Record store"
