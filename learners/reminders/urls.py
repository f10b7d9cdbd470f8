"""Addresses of this app."""

from django.urls import path

from learners.reminders import views

app_name = "reminders"
urlpatterns = [
    path("learning/reminders/", views.preferences, name="preferences"),
    path("reminders/stop/<str:token>/", views.stop, name="stop"),
    path("managing/<uuid:organisation>/reminders/", views.unreached_people, name="unreached"),
    path("managing/<uuid:organisation>/reminders/hours/", views.rules, name="rules"),
]
