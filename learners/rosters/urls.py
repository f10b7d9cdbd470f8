"""Addresses of this app, below "managing/"."""

from django.urls import path

from learners.rosters import views

app_name = "rosters"
urlpatterns = [
    path("<uuid:organisation>/roster/", views.lists, name="lists"),
    path("<uuid:organisation>/roster/example.csv", views.example, name="example"),
    path("<uuid:organisation>/roster/progress/<uuid:token>/", views.progress, name="progress"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/", views.one, name="one"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/rows.csv", views.rows_csv, name="rows_csv"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/titles/", views.titles, name="titles"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/apply/", views.apply_list, name="apply"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/undo/", views.undo_list, name="undo"),
    path("<uuid:organisation>/roster/<uuid:roster_import>/drop/", views.drop_list, name="drop"),
]
