"""Addresses of a learner's own record, below /learning/."""

from django.urls import path

from learners.records import views

app_name = "records"
urlpatterns = [
    path("completions/<uuid:completion_id>/", views.completion, name="completion"),
    path("completions/<uuid:completion_id>/certificate.pdf", views.certificate_pdf, name="certificate_pdf"),
]
