"""Tests: the development settings, made fast and quiet, on SQLite or on DATABASE_URL."""

import os
import tempfile

from training.settings.accounts import *
from training.settings.base import *
from training.settings.base import DATABASES, SQLITE_OPTIONS, STATIC_ROOT, VAR_DIR
from training.settings.security import *

DEBUG = False
DEMO_MODE = False
SECRET_KEY = "not a secret: tests only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
WHITENOISE_USE_FINDERS = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a folder that is not there
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
MEDIA_ROOT = VAR_DIR / "test-media"
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
SECOND_STEP_REQUIRED = False  # the tests of it switch it on
XAPI_STORE = {"endpoint": "", "username": "", "password": "", "timeout": 2.0}
XAPI_INSIDE_HOSTS = []
SEALING_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]  # tests only
ACCESS_WEBHOOK_TIMEOUT = 1.0
ODS_API = {"base": "", "key": "", "timeout": 2.0}
XAPI_HOME = "https://learn.example.org"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In a file, so that the journeys' server and the test each have a connection of their own, as in life;
    # one for each process, so that two runs side by side do not meet.
    DATABASES["default"]["TEST"] = {"NAME": f"{tempfile.gettempdir()}/training-test-{os.getpid()}.sqlite3"}
    # Nobody needs a test's rows after a power cut.
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    }
else:
    # A lock that nobody gives back fails one test, instead of holding up the whole run.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c lock_timeout=60s"
LOGGING = {"version": 1, "disable_existing_loggers": False}
