"""Addresses of a learner's own, below /learning/."""

from django.urls import path

from learners.evidence.views import own

app_name = "elsewhere"
urlpatterns = [path("elsewhere/", own.elsewhere, name="elsewhere")]
