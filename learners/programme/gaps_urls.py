"""Addresses of the gap check, below /managing/."""

from django.urls import path

from learners.programme.views import gaps

app_name = "gaps"
NETWORK = "networks/<slug:network>/programme/gaps/"
urlpatterns = [
    path(NETWORK, gaps.gaps, name="network"),
    path(f"{NETWORK}file.csv", gaps.as_csv, name="network_csv"),
]
