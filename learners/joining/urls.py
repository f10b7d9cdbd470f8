"""Addresses of joining: the way in, and where administrators keep the codes for it."""

from django.urls import path

from learners.joining.views import arriving, coming, keeping, posters, steps

app_name = "joining"
KEEPING = "managing/<uuid:organisation>/joining/"
urlpatterns = [
    path("join/", coming.enter, name="enter"),
    path("join/<str:code>/", coming.welcome, name="welcome"),
    path("join/<str:code>/address/", steps.address, name="address"),
    path("join/<str:code>/digits/", steps.digits, name="digits"),
    path("join/<str:code>/about-you/", arriving.about_you, name="about_you"),
    path(KEEPING, keeping.codes, name="codes"),
    path(f"{KEEPING}new/", keeping.make, name="make"),
    path(f"{KEEPING}<uuid:join_code>/", keeping.code, name="code"),
    path(f"{KEEPING}<uuid:join_code>/stop/", keeping.revoke, name="revoke"),
    path(f"{KEEPING}<uuid:join_code>/poster/", posters.poster, name="poster"),
    path(f"{KEEPING}<uuid:join_code>/poster.pdf", posters.as_pdf, name="poster_pdf"),
    path(f"{KEEPING}<uuid:join_code>/people/<uuid:membership>/end/", keeping.end, name="end"),
]
