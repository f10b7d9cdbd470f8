"""Addresses of the visibility matrix, below /managing/."""

from django.urls import path

from learners.sharing.views import matrix, matrix_files

app_name = "matrix"
OWN = "<uuid:organisation>/visibility/"
LINE = f"{OWN}<int:visibility>/"
FILE = f"{OWN}files/<uuid:visibility_file>/"
urlpatterns = [
    path("networks/<slug:network>/visibility/", matrix.network, name="network"),
    path(OWN, matrix.organisation, name="organisation"),
    path(f"{OWN}file.csv", matrix_files.as_csv, name="as_csv"),
    path(f"{OWN}add/", matrix.line, name="add"),
    path(LINE, matrix.line, name="line"),
    path(f"{LINE}end/", matrix.end, name="end"),
    path(f"{LINE}checked/", matrix.checked, name="checked"),
    path(f"{OWN}files/", matrix_files.files, name="files"),
    path(FILE, matrix_files.one, name="file"),
    path(f"{FILE}apply/", matrix_files.apply, name="apply"),
    path(f"{FILE}undo/", matrix_files.undo, name="undo"),
]
