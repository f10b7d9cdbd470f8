"""Addresses of this app."""

from django.urls import path

from learners.privacy import views

app_name = "privacy"
urlpatterns = [
    path("my-data/", views.my_data, name="my_data"),
    path("my-data/copy/", views.copy, name="copy"),
    path("my-data/copy/my-data.zip", views.download, name="download"),
    path("my-data/be-forgotten/", views.erasure, name="erasure"),
    path("my-data/be-forgotten/withdraw/", views.withdraw, name="withdraw"),
]
