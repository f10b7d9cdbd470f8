"""Every address of the service. The last line hands what is left to Wagtail's pages."""

from typing import Any, cast

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.csp import csp_override
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from learners.records.public_views import verify, verify_code
from modules.views import card, card_pdf, search
from training import doors
from training.health import healthz
from training.media import media

admin: list[Any] = decorate_urlpatterns(
    wagtailadmin_urls.urlpatterns, csp_override(cast("dict[str, Any]", settings.CMS_CSP))
)
cms: list[Any] = [
    path("login/", doors.sign_in),
    path("password_reset/", doors.reset_password),
    path("", include(admin)),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("learners.people.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/ways/", include("allauth.mfa.urls")),
    path("accounts/", include("learners.organisations.sessions.urls")),
    path("cms/", include(cms)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("learners.reflection.urls")),
    path("learning/", include("learners.home.urls")),
    path("learning/", include("learners.attempts.urls")),
    path("learning/", include("learners.records.urls")),
    path("learning/", include("learners.evidence.own_urls")),
    path("learning/", include("learners.programme.network_urls")),
    path("managing/", include("learners.rosters.urls")),
    path("managing/", include("learners.access.urls")),
    path("managing/", include("learners.evidence.urls")),
    path("managing/", include("learners.bulk.urls")),
    path("managing/", include("learners.reports.urls")),
    path("managing/", include("learners.requirements.urls")),
    path("managing/", include("learners.programme.culture_urls")),
    path("managing/", include("learners.programme.roadmap_urls")),
    path("managing/", include("learners.programme.readiness_urls")),
    path("managing/", include("learners.programme.gaps_urls")),
    path("managing/", include("learners.sharing.agreements_urls")),
    path("managing/", include("learners.sharing.matrix_urls")),
    path("managing/", include("learners.insight.urls")),
    path("managing/", include("learners.dashboards.urls")),
    path("", include("learners.reminders.urls")),
    path("", include("learners.surveys.urls")),
    path("", include("learners.boosters.urls")),
    path("", include("learners.joining.urls")),
    path("", include("learners.privacy.urls")),
    path("", include("learners.single_sign_on.urls")),
    re_path("^xapi/+", include("learners.record_store.urls")),
    re_path("^xapi/+", include("learners.statements.urls")),
    path("search/", search, name="search"),
    path("cards/<str:slug>.pdf", card_pdf, name="card_pdf"),
    path("cards/<str:slug>/", card, name="card"),
    path("verify/", verify, name="verify"),
    path("verify/<str:code>/", verify_code, name="verify_code"),
    path("media/<path:path>", media, name="media"),
    path("_util/login/", doors.sign_in, name="wagtailcore_login"),  # Wagtail has a door of its own
    path("", include(wagtail_urls)),
]
