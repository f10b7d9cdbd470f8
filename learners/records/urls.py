"""Addresses of this app."""

from django.urls import URLPattern

app_name = "records"
urlpatterns: list[URLPattern] = []
