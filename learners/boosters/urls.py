"""Addresses of boosters."""

from django.urls import path

from learners.boosters import views

app_name = "boosters"
urlpatterns = [
    path("learning/boosters/", views.preferences, name="preferences"),
    path("boosters/<str:token>/", views.booster, name="booster"),
    path("boosters/<str:token>/<int:number>/", views.question, name="question"),
    path("boosters/<str:token>/stop/", views.stop, name="stop"),
]
