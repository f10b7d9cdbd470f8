"""A developer's machine, and the demonstration: SQLite, no secrets, mail on the console."""

from training.settings.accounts import *
from training.settings.base import *
from training.settings.base import env
from training.settings.security import *

DEBUG = env.bool("DEBUG", default=False)
DEMO_MODE = env.bool("DEMO_MODE", default=True)
SECRET_KEY = "not a secret: development and demonstration only"  # noqa: S105
ALLOWED_HOSTS = ["*"]
WHITENOISE_USE_FINDERS = True
