"""Addresses of the roadmap, below /managing/."""

from django.urls import path

from learners.programme.views import outcomes, roadmap

app_name = "roadmap"
NETWORK = "networks/<slug:network>/programme/"
OBJECTIVE, MILESTONE = f"{NETWORK}objectives/<uuid:objective>/", f"{NETWORK}milestones/<uuid:milestone>/"
MEASURE = f"{NETWORK}measures/<uuid:measure>/"
urlpatterns = [
    path(NETWORK, roadmap.network, name="network"),
    path(f"{NETWORK}history/", roadmap.history, name="history"),
    path(f"{NETWORK}objectives/add/", roadmap.write_objective, name="add_objective"),
    path(OBJECTIVE, roadmap.objective, name="objective"),
    path(f"{OBJECTIVE}change/", roadmap.write_objective, name="change_objective"),
    path(f"{OBJECTIVE}measures/add/", outcomes.add_measure, name="add_measure"),
    path(f"{NETWORK}milestones/add/", roadmap.plan_milestone, name="add_milestone"),
    path(MILESTONE, roadmap.milestone, name="milestone"),
    path(f"{MILESTONE}change/", roadmap.write_milestone, name="change_milestone"),
    path(MEASURE, outcomes.measure, name="measure"),
    path(f"{MEASURE}change/", outcomes.write_measure, name="change_measure"),
    path(f"{MEASURE}file/", outcomes.bring_in, name="measure_file"),
    path(f"{MEASURE}file.csv", outcomes.as_csv, name="measure_csv"),
]
