"""Addresses of a network as its people see it, below /learning/."""

from django.urls import path

from learners.programme.views import our_network

app_name = "our_network"
urlpatterns = [path("network/<slug:network>/", our_network.our_network, name="our_network")]
