"""Addresses of a person's own pages, below /learning/."""

from django.urls import path

from learners.home import views

app_name = "home"
urlpatterns = [path("", views.my_learning, name="my_learning")]
