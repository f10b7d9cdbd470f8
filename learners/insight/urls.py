"""Addresses of insight for those who manage or lead; below /managing/."""

from django.urls import path

from learners.insight import transfer_views

app_name = "insight"
urlpatterns = [
    path(
        "<uuid:organisation>/confidence/",
        transfer_views.organisation_confidence,
        name="organisation_confidence",
    ),
    path("networks/<slug:network>/confidence/", transfer_views.network_confidence, name="network_confidence"),
]
