"""Addresses of this app."""

from django.urls import URLPattern

app_name = "dashboards"
urlpatterns: list[URLPattern] = []
