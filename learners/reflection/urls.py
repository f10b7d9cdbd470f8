"""Addresses of what a learner takes away."""

from django.urls import path

from learners.reflection.views import cpd, follow_up, next_shift

app_name = "reflection"
urlpatterns = [
    path("learning/<uuid:attempt_id>/confidence/", next_shift.confidence, name="confidence"),
    path("learning/<uuid:attempt_id>/next-shift/", next_shift.next_shift, name="next_shift"),
    path("learning/<uuid:attempt_id>/card/", next_shift.card, name="card"),
    path("learning/<uuid:attempt_id>/card.pdf", next_shift.card_as_pdf, name="card_pdf"),
    path("learning/cpd/", cpd.cpd, name="cpd"),
    path("learning/cpd/record.csv", cpd.as_csv, name="cpd_csv"),
    path("learning/cpd/record.pdf", cpd.as_pdf, name="cpd_pdf"),
    path("learning/cpd/<uuid:completion_id>/", cpd.reflect, name="reflect"),
    path("follow-up/<slug:token>/", follow_up.follow_up, name="follow_up"),
    path("follow-up/<slug:token>/stop/", follow_up.stop, name="follow_up_stop"),
]
