"""Addresses of this app."""

from django.urls import path

from learners.dashboards.views import keeping, network, organisation, people

app_name = "dashboards"
urlpatterns = [
    path("", organisation.organisations, name="organisations"),
    path("<uuid:organisation>/", organisation.organisation, name="organisation"),
    path("<uuid:organisation>/thresholds/", keeping.thresholds, name="thresholds"),
    path("<uuid:organisation>/people/", people.people, name="people"),
    path("<uuid:organisation>/people.csv", people.export, name="export"),
    path("<uuid:organisation>/people/<uuid:membership>/", people.person, name="person"),
    path("<uuid:organisation>/views/", keeping.keep, name="keep_view"),
    path("<uuid:organisation>/views/<uuid:view>/", keeping.view, name="view"),
    path("networks/<slug:network>/", network.network, name="network"),
    path("networks/<slug:network>/figures.csv", network.network_csv, name="network_csv"),
]
