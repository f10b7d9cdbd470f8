"""Every address of the service. The last line hands what is left to Wagtail's pages."""

from typing import Any, cast

from django.conf import settings
from django.urls import include, path, reverse_lazy
from django.views.decorators.csp import csp_override
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from training.health import healthz

to_sign_in = RedirectView.as_view(url=reverse_lazy("account_login"), query_string=True)
to_reset = RedirectView.as_view(url=reverse_lazy("account_reset_password"))

admin: list[Any] = decorate_urlpatterns(
    wagtailadmin_urls.urlpatterns, csp_override(cast("dict[str, Any]", settings.CMS_CSP))
)
cms = [
    path("login/", to_sign_in),  # one door for the site and the CMS
    path("password_reset/", to_reset),
    path("", include(admin)),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("allauth.account.urls")),
    path("cms/", include(cms)),
    path("documents/", include(wagtaildocs_urls)),
    path("learning/", include("learners.home.urls")),
    path("learning/", include("learners.attempts.urls")),
    path("learning/", include("learners.records.urls")),
    path("managing/", include("learners.dashboards.urls")),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
    path("_util/login/", to_sign_in, name="wagtailcore_login"),  # Wagtail has a door of its own
    path("", include(wagtail_urls)),
]
