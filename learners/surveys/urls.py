"""Addresses of surveys."""

from django.urls import path

from learners.surveys.views import answering, results

app_name = "surveys"
NETWORK = "managing/networks/<slug:network>/surveys/"
ORGANISATION = "managing/<uuid:organisation>/surveys/"
urlpatterns = [
    path("survey/<str:token>/", answering.ask, name="ask"),  # a link that mail has mangled, too
    path(NETWORK, results.of_network, name="network"),
    path(f"{NETWORK}<uuid:survey>/", results.network_results, name="network_results"),
    path(f"{NETWORK}<uuid:survey>/results.csv", results.network_csv, name="network_csv"),
    path(ORGANISATION, results.in_organisation, name="organisation"),
    path(f"{ORGANISATION}<uuid:survey>/", results.organisation_results, name="organisation_results"),
    path(f"{ORGANISATION}<uuid:survey>/results.csv", results.organisation_csv, name="organisation_csv"),
]
