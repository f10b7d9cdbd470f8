"""Addresses of this app."""

from django.urls import URLPattern

app_name = "requirements"
urlpatterns: list[URLPattern] = []
