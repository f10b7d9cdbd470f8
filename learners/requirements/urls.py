"""Addresses of this app, below "managing/"."""

from django.urls import path

from learners.requirements import views

app_name = "requirements"
HERE = "<uuid:organisation>/asked/"
urlpatterns = [
    path(HERE, views.asked, name="asked"),
    path(f"{HERE}new/", views.add, name="add"),
    path(f"{HERE}<uuid:requirement>/", views.change, name="change"),
    path(f"{HERE}<uuid:network_requirement>/adopt/", views.adopt, name="adopt"),
    path(f"{HERE}<uuid:network_requirement>/stop/", views.stop, name="stop"),
    path("networks/<slug:network>/asked/", views.network, name="network"),
]
