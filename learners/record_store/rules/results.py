"""Results and scores (xAPI-Data 2.4.5)."""

from typing import Any

from learners.record_store.rules.place import Place, properties
from learners.record_store.rules.values import boolean, duration, extensions, number, text


def score(value: Any, at: Place) -> None:
    """Scaled from -1 to 1; raw from min to max."""
    properties(value, at, dict.fromkeys(("scaled", "raw", "min", "max"), number))
    low, high, raw = value.get("min"), value.get("max"), value.get("raw")
    (at / "scaled").hold(-1 <= value.get("scaled", 0) <= 1, "This must be from -1 to 1.")
    (at / "min").hold(low is None or high is None or low < high, "This must be below max.")
    (at / "raw").hold(raw is None or low is None or raw >= low, "This must not be below min.")
    (at / "raw").hold(raw is None or high is None or raw <= high, "This must not be above max.")


_RESULT = {
    "score": score,
    "success": boolean,
    "completion": boolean,
    "response": text,
    "duration": duration,
    "extensions": extensions,
}


def result(value: Any, at: Place) -> None:
    """What came of it."""
    properties(value, at, _RESULT)
