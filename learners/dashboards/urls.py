"""Addresses of this app."""

from django.urls import path

from learners.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.organisations, name="organisations"),
    path("<uuid:organisation>/", views.organisation, name="organisation"),
    path("<uuid:organisation>/people.csv", views.export, name="export"),
    path("<uuid:organisation>/people/<uuid:membership>/", views.person, name="person"),
    path("networks/<slug:network>/", views.network, name="network"),
]
