"""Addresses of administrators, below /managing/."""

from django.urls import path

from learners.evidence.views import courses, imports, records

app_name = "evidence"
RECORD = "<uuid:organisation>/people/<uuid:membership>/record/"
EVIDENCE = "<uuid:organisation>/evidence/"
urlpatterns = [
    path(RECORD, records.person, name="person"),
    path(f"{RECORD}add/", records.add, name="add"),
    path(f"{RECORD}<uuid:completion_id>/correct/", records.mend, name="correct"),
    path(EVIDENCE, courses.overview, name="overview"),
    path(f"{EVIDENCE}courses/add/", courses.add_course, name="add_course"),
    path(f"{EVIDENCE}courses/<uuid:course>/", courses.change_course, name="change_course"),
    path(f"{EVIDENCE}waiting/<uuid:recognition>/", courses.decide, name="decide"),
    path(f"{EVIDENCE}files/", imports.imports, name="imports"),
    path(f"{EVIDENCE}files/<uuid:award_import>/", imports.one_import, name="one_import"),
]
