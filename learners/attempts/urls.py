"""Addresses of taking a module, below /learning/."""

from django.urls import path

from learners.attempts.views import (
    check,
    confirming,
    film,
    record,
    scenario,
    sections,
    self_marking,
    starting,
)

app_name = "attempts"
urlpatterns = [
    path("start/<uuid:module_key>/", starting.start, name="start"),
    path("<uuid:attempt_id>/", starting.carry_on, name="carry_on"),
    path("<uuid:attempt_id>/sections/<int:number>/", sections.section, name="section"),
    path("<uuid:attempt_id>/sections/<int:number>/<str:question_id>/", sections.answer, name="answer"),
    path("<uuid:attempt_id>/records/<str:visit_id>/", record.door, name="record_door"),
    path("<uuid:attempt_id>/records/<str:visit_id>/open/", record.record, name="record"),
    path("<uuid:attempt_id>/scenarios/<str:scenario_id>/", scenario.begin, name="scenario_begin"),
    path(
        "<uuid:attempt_id>/scenarios/<str:scenario_id>/<slug:node>/", scenario.choose, name="scenario_choose"
    ),
    path(
        "<uuid:attempt_id>/scenarios/<str:scenario_id>/<slug:node>/back/", scenario.back, name="scenario_back"
    ),
    path("<uuid:attempt_id>/films/<str:film_id>/", film.position, name="film_position"),
    path("<uuid:attempt_id>/check/", check.check, name="check"),
    path("<uuid:attempt_id>/check/<int:number>/", check.question, name="question"),
    path("<uuid:attempt_id>/check/hand-in/", check.hand_in, name="hand_in"),
    path("<uuid:attempt_id>/confirm/", confirming.confirm, name="confirm"),
    path("<uuid:attempt_id>/own-words/<str:question_id>/", self_marking.self_mark, name="self_mark"),
    path("<uuid:attempt_id>/result/", check.result, name="result"),
    path("<uuid:attempt_id>/review/", check.review, name="review"),
]
