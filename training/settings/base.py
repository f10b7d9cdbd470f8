"""What every deployment shares. Anything that differs between them is read from the environment."""

from pathlib import Path
from typing import Any

import environ

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))  # whatever the service writes itself

DEMO_MODE = env.bool("DEMO_MODE", default=False)

INSTALLED_APPS = [
    "training",
    "modules",
    "learners.people",
    "learners.organisations",
    "learners.privacy",
    "learners.joining",
    "learners.single_sign_on",
    "learners.rosters",
    "learners.records",
    "learners.sharing",
    "learners.record_store",
    "learners.requirements",
    "learners.attempts",
    "learners.reflection",
    "learners.statements",
    "learners.reminders",
    "learners.access",
    "learners.evidence",
    "learners.insight",
    "learners.dashboards",
    "learners.reports",
    "learners.bulk",
    "learners.surveys",
    "learners.boosters",
    "learners.programme",
    "learners.home",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "wagtailmedia",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admindocs",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # the templates of widgets, for the renderer of learners.forms
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "learners.organisations.sessions.middleware.SharedComputerMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "training.middleware.NoStoreMiddleware",
    "training.middleware.TellRedirectMiddleware",
    "learners.people.middleware.SecondStepMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "training.urls"
WSGI_APPLICATION = "training.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["training.templatetags.components"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "training.context_processors.site",
                "learners.organisations.sessions.notices.shared_computer",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # a writer waits at BEGIN, and never fails when it upgrades a read lock
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
DATABASE_URL = env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'training.sqlite3'}"
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    INSTALLED_APPS += ["django.contrib.postgres"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # e-mail is unique whatever its case, by the constraint person_email_once
    "security.W019",  # the CMS shows its preview in a frame of our own: frame-ancestors 'self' says so, too
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

CACHES = {
    "default": env.cache_url("CACHE_URL", default="locmemcache://"),
    "worker": {  # each worker's own: what costs more to ask for than to know, and may be some minutes old
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "worker",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
}
MAILERS: dict[str, Any] = {
    "default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"},
}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Shared Records Training <noreply@example.org>")

RETENTION_YEARS = env.int(
    "RETENTION_YEARS", default=8
)  # from somebody's last day here to the end of their name

WAGTAIL_SITE_NAME = "Shared Records Training"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nothing calls out
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = (
    True  # a clinical review covers what was reviewed, no later edit
)
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILMEDIA = {"MEDIA_FORM_BASE": "modules.film_form.FilmForm"}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long module is one form in the CMS

# The record store (an xAPI LRS). Without an endpoint, statements are kept here and can be read in the CMS.
XAPI_STORE = {
    "endpoint": env.str("XAPI_ENDPOINT", default=""),
    "username": env.str("XAPI_USERNAME", default=""),
    "password": env.str("XAPI_PASSWORD", default=""),
    "timeout": env.float("XAPI_TIMEOUT", default=15.0),  # seconds, for each request
}
# For how long, in seconds, a worker has a batch in hand: after that, another takes it for dead and sends the batch.
XAPI_LEASE = env.float("XAPI_LEASE", default=600.0)
# Hosts inside, which record stores that administrators add may be at, by http as well. All others must be public.
XAPI_INSIDE_HOSTS: list[str] = env.list("XAPI_INSIDE_HOSTS", default=[])
# Names people and organisations in statements. It must never change once statements have left the service.
XAPI_HOME = env.str("XAPI_HOME", default=WAGTAILADMIN_BASE_URL).rstrip("/")

# The record store of the service, at /xapi/: what one request may bring (413 beyond), and a page of an answer.
RECORD_STORE = {
    "body": env.int("RECORD_STORE_BODY", default=10_000_000),  # bytes
    "attachment": env.int("RECORD_STORE_ATTACHMENT", default=5_000_000),  # bytes
    "document": env.int("RECORD_STORE_DOCUMENT", default=1_000_000),  # bytes
    "statements": env.int("RECORD_STORE_STATEMENTS", default=500),  # of one request
    "page": env.int("RECORD_STORE_PAGE", default=100),  # statements of one answer
}

# Keys that encrypt what has to be sent as it is: secrets of webhooks, passwords of record stores. The first encrypts,
# all decrypt. Without one there are neither. ACCESS_WEBHOOK_KEYS is its former name.
SEALING_KEYS: list[str] = env.list("SEALING_KEYS", default=env.list("ACCESS_WEBHOOK_KEYS", default=[]))
ACCESS_WEBHOOK_TIMEOUT = env.float("ACCESS_WEBHOOK_TIMEOUT", default=10.0)  # seconds, each step of a request

# The look-up of ODS codes. Without a base address nothing is asked outside: a loaded file answers (load_ods).
ODS_API = {
    "base": env.str("ODS_API_BASE", default=""),
    "key": env.str("ODS_API_KEY", default=""),
    "timeout": env.float("ODS_API_TIMEOUT", default=10.0),  # seconds, for each step of a request
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "httpx")},
}
