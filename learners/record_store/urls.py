"""The addresses of the record store. A slash too many harms nobody."""

from django.urls import re_path

from learners.record_store.views import documents, others, statements

app_name = "record_store"

urlpatterns = [
    re_path(r"^statements/*$", statements.statements, name="statements"),
    re_path(r"^activities/+state/*$", documents.state, name="state"),
    re_path(r"^activities/+profile/*$", documents.activity_profile, name="activity_profile"),
    re_path(r"^agents/+profile/*$", documents.agent_profile, name="agent_profile"),
    re_path(r"^agents/*$", others.agents, name="agents"),
    re_path(r"^activities/*$", others.activities, name="activities"),
    re_path(r"^about/*$", others.about, name="about"),
]
