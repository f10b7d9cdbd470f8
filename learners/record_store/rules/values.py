"""Single values: IRIs, identifiers, moments, durations, languages."""

import datetime
import re
from typing import Any

from learners.record_store.rules.place import Place, Refused, Rule

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x1f\ud800-\udfff]+")
MAILBOX = re.compile(r"mailto:[^\s@:/]+@[^\s@:/]+")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
LANGUAGE = re.compile(r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8}|[xXiI])(?:-[A-Za-z0-9]{1,8})*")
DURATION = re.compile(
    r"P(?:\d+(?:\.\d+)?W|(?=\d|T\d)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?"
    r"(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)"
)
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?([Zz]|[+-]\d\d(?::?\d\d)?)?")
NO_OFFSET = re.compile(r"-00(?::?00)?")
IN_UTC = re.compile(r"(?:[Zz]|\+00(?::?00)?)$")
MEDIA_TYPE = re.compile(r"[\w!#$&^.+\-]+/[\w!#$&^.+\-]+[ \t]*(?:;[^\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]*)?")
SHA1, SHA2 = re.compile(r"[0-9a-fA-F]{40}"), re.compile(r"[0-9a-fA-F]{56,128}")


def text(value: Any, at: Place) -> None:
    """Any text. PostgreSQL keeps none with a NUL in it."""
    at.hold(isinstance(value, str), "This must be text.")
    at.hold("\x00" not in value, "This must not hold the character U+0000.")


def matching(pattern: re.Pattern[str], what: str) -> Rule:
    """Text of a form."""

    def rule(value: Any, at: Place) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise Refused(f"This must be {what}.", str(at))

    return rule


iri = matching(IRI, "an IRI with its scheme, as https://example.org/what")
mailbox = matching(MAILBOX, "an address that begins with mailto:")
uuid = matching(UUID, "a UUID, as 8f0c2a4e-6a39-4a0e-9d6f-0f7f1a3f9f31")
language = matching(LANGUAGE, "a language tag of RFC 5646, as en-GB")
duration = matching(DURATION, "a duration of ISO 8601, as PT1M42.5S")
media_type = matching(MEDIA_TYPE, "a media type, as text/plain")
sha1 = matching(SHA1, "a SHA-1 in hexadecimal digits")
sha2 = matching(SHA2, "a SHA-2 in hexadecimal digits")


def boolean(value: Any, at: Place) -> None:
    """True or false."""
    at.hold(isinstance(value, bool), "This must be true or false.")


def number(value: Any, at: Place) -> None:
    """A number."""
    at.hold(isinstance(value, int | float) and not isinstance(value, bool), "This must be a number.")


def length(value: Any, at: Place) -> None:
    """A count of bytes."""
    at.hold(
        isinstance(value, int) and not isinstance(value, bool) and value >= 0, "This must be a whole number."
    )


def one_of(*allowed: str) -> Rule:
    """One word of a list."""

    def rule(value: Any, at: Place) -> None:
        at.hold(isinstance(value, str) and value in allowed, f"This must be {' or '.join(allowed)}.")

    return rule


def language_map(value: Any, at: Place) -> None:
    """Texts by language."""
    at.hold(isinstance(value, dict), "This must be a language map: texts by language tag.")
    for tag, words in value.items():
        language(tag, at / tag)
        text(words, at / tag)


def extensions(value: Any, at: Place) -> None:
    """Anything, under IRIs."""
    at.hold(isinstance(value, dict), "This must be an object.")
    for name in value:
        iri(name, at / name)


def moment(value: Any, at: Place) -> datetime.datetime:
    """A moment as a datetime in UTC. Without a time zone it is taken for UTC, which 2.0 does not allow."""
    found = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if not found or (found[4] and NO_OFFSET.fullmatch(found[4])):
        raise Refused("This must be a moment, as 2026-11-22T10:00:00.123Z.", str(at))
    at.hold(found[4] or not at.is_two, "This moment needs its time zone, as Z.")
    day, time, fraction, zone = found.groups()
    try:
        read = datetime.datetime.fromisoformat(
            f"{day}T{time}.{(fraction or '0')[:6]:0<6}" if len(time) > 5 else f"{day}T{time}"
        )
        offset = datetime.datetime.fromisoformat(f"{day}T00:00{(zone or 'Z').upper()}").tzinfo
        return read.replace(tzinfo=offset).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise Refused("There is no such moment.", str(at)) from None
