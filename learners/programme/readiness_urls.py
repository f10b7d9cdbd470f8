"""Addresses of readiness for a milestone, below /managing/."""

from django.urls import path

from learners.programme.views import readiness

app_name = "readiness"
MILESTONE = "networks/<slug:network>/programme/milestones/<uuid:milestone>/readiness/"
urlpatterns = [
    path(MILESTONE, readiness.of_network, name="milestone"),
    path(f"{MILESTONE}overrides/<slug:condition>/", readiness.decide, name="decide"),
    path(f"{MILESTONE}overrides/<uuid:override>/withdraw/", readiness.take_back, name="take_back"),
    path("<uuid:organisation>/readiness/", readiness.milestones, name="milestones"),
    path("<uuid:organisation>/readiness/<uuid:milestone>/", readiness.of_organisation, name="organisation"),
]
