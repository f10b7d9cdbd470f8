"""A developer's machine, and the demonstration: SQLite, no secrets, mail into files below var/mail/."""

from training.settings.accounts import *
from training.settings.base import *
from training.settings.base import VAR_DIR, env
from training.settings.security import *

DEBUG = env.bool("DEBUG", default=False)
DEMO_MODE = env.bool("DEMO_MODE", default=True)
SECRET_KEY = "not a secret: development and demonstration only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
WHITENOISE_USE_FINDERS = True
VAR_DIR.mkdir(parents=True, exist_ok=True)  # the database is a file in it
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": VAR_DIR / "mail"},
    }
}
