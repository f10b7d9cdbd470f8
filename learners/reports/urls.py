"""Addresses of this app, below "managing/"."""

from django.urls import path

from learners.reports.views import links, network, organisation

app_name = "reports"
HERE, THERE = "<uuid:organisation>/reports/", "networks/<slug:network>/reports/"
urlpatterns = [
    path(HERE, organisation.reports, name="organisation"),
    path(f"{HERE}file", organisation.file, name="file"),
    path(f"{HERE}evidence-pack.zip", organisation.pack, name="pack"),
    path(f"{HERE}esr/", organisation.competences, name="competences"),
    path(THERE, network.reports, name="network"),
    path(f"{THERE}file", network.file, name="network_file"),
    path("reports/links/<str:report_link>/", links.link, name="link"),
    path("reports/links/<str:report_link>/file", links.link_file, name="link_file"),
    path("reports/schedules/<uuid:schedule>/stop/", links.stop, name="stop"),
    path("reports/stop/<str:stop_link>/", links.stop_by_link, name="stop_by_link"),
]
