"""Addresses of this app, below "managing/"."""

from django.urls import path

from learners.bulk import views

app_name = "bulk"
ONE = "<uuid:organisation>/many/<uuid:bulk_action>/"
urlpatterns = [
    path("<uuid:organisation>/many/", views.choose, name="choose"),
    path(ONE, views.one, name="one"),
    path(f"{ONE}do/", views.carry_out, name="do"),
    path(f"{ONE}undo/", views.undo, name="undo"),
    path("<uuid:organisation>/done/", views.done, name="done"),
]
