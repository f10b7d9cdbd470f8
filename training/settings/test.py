"""Tests: the development settings, made fast and quiet, on SQLite or on DATABASE_URL."""

from training.settings.accounts import *
from training.settings.base import *
from training.settings.base import DATABASES, VAR_DIR
from training.settings.security import *

DEBUG = False
DEMO_MODE = False
SECRET_KEY = "not a secret: tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
MEDIA_ROOT = VAR_DIR / "test-media"
ACCOUNT_RATE_LIMITS = False
XAPI_STORE = {"endpoint": "", "username": "", "password": "", "timeout": 2.0}
XAPI_HOME = "https://learn.example.org"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In a file, so that the journeys' server and the test each have a connection of their own, as in life.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
LOGGING = {"version": 1, "disable_existing_loggers": False}
