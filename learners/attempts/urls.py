"""Addresses of this app."""

from django.urls import URLPattern

app_name = "attempts"
urlpatterns: list[URLPattern] = []
