"""Addresses about the time of a sign-in, below /accounts/."""

from django.urls import path

from learners.organisations.sessions import views

app_name = "sessions"
urlpatterns = [
    path("time-left/", views.time_left, name="time_left"),
    path("stay/", views.stay, name="stay"),
    path("back/", views.back, name="back"),
    path("typed/let-go/", views.let_go, name="let_go"),
]
