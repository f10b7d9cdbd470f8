"""Addresses of this app. They come before django-allauth's, some of which they take the place of."""

from django.contrib.auth.decorators import login_required
from django.urls import path
from django.views.generic import RedirectView

from learners.people import views

app_name = "people"
urlpatterns = [
    path("", views.account, name="account"),
    # Where allauth leads to, its “mfa_index”.
    path("ways/", login_required(RedirectView.as_view(pattern_name="people:account")), name="ways"),
    path("email/", views.address, name="address"),  # in the place of allauth's list of addresses
    path("email/code/", views.confirm_address, name="confirm_address"),
    path("second-step/", views.step, name="second_step"),
]
