"""Addresses of this app."""

from django.urls import path

from learners.single_sign_on.views import linking, sign_in

app_name = "single_sign_on"
urlpatterns = [
    path("accounts/employers/", sign_in.choose, name="choose"),
    path("accounts/employers/<slug:slug>/", sign_in.begin, name="begin"),
    path("accounts/employers/<slug:slug>/return/", sign_in.came_back, name="came_back"),
    path("accounts/linking/", linking.linking, name="linking"),
    path("accounts/links/", linking.links, name="links"),
    path("accounts/links/<int:link>/remove/", linking.remove, name="remove"),
]
