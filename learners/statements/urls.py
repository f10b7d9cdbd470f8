"""The address of the xAPI Profile."""

from django.urls import re_path

from learners.statements.views import profile

app_name = "statements_profile"

urlpatterns = [re_path(r"^profile/*$", profile, name="profile")]
