"""Production, with the two pages that the benchmark compares with."""

import os
from pathlib import Path

from training.settings.production import *
from training.settings.production import BASE_DIR, DATABASES, TEMPLATES

ROOT_URLCONF = "tests.benchmarks.urls"
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "templates", BASE_DIR / "templates"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder"
]  # no page here needs the CMS's files

DATABASES["default"]["TEST"] = {"NAME": f"srt_bench_{os.getpid()}"}
DATABASES["default"]["NAME"] = os.environ.get("BENCH_DATABASE", DATABASES["default"]["NAME"])
SECOND_STEP_REQUIRED = False  # the managers who are timed signed in by a cookie
