"""`make bench`: performance as ratios, side by side in one run. See docs/performance.md."""

import os
import secrets
import sys
import tempfile
from pathlib import Path

import django


def main() -> None:
    """Measure with production's settings, in a folder and a database of its own that are gone afterwards."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        sys.exit("The benchmark needs PostgreSQL. `make bench` starts one, or uses the one in DATABASE_URL.")
    if not Path("/proc/self/schedstat").exists():
        sys.exit("The benchmark reads the server's CPU time and memory from Linux's /proc.")
    with tempfile.TemporaryDirectory(prefix="srt-bench.") as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "learn.example.org",
            "SITE_URL": "https://learn.example.org",
            "VAR_DIR": folder,
            "XAPI_ENDPOINT": "",
        }
        django.setup()
        from tests.benchmarks.run import run

        run(*sys.argv[1:])


if __name__ == "__main__":
    main()
