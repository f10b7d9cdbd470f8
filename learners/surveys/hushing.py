"""A link in a log, with an address and a time beside it, tells who answered when. So no log of ours has one.

Proxies in front of the service have logs of their own: docs/surveys.md.
"""

import logging
import re

ACCESS = ("gunicorn.access", "django.server")
OTHERS = ("gunicorn.error", "django.request", "django.security.csrf")
LINK = re.compile(r"/survey/[^\s/?#\"'>]+")


def hush() -> None:
    """Have the loggers of web servers and of Django leave links out. Doing it twice changes nothing."""
    for name in ACCESS:
        logging.getLogger(name).addFilter(left_out)
    for name in OTHERS:
        logging.getLogger(name).addFilter(without_link)


def left_out(record: logging.LogRecord) -> bool:
    """Whether a line of an access log may be written: not one of an answer, nor one that came from its page."""
    return LINK.search(record.getMessage()) is None


def without_link(record: logging.LogRecord) -> bool:
    """Write the line, with the link taken out."""
    if LINK.search(said := record.getMessage()):
        record.msg, record.args = LINK.sub("/survey/…", said), ()
    return True
