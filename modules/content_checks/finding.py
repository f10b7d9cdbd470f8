"""What a check of the content finds."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error must not be before learners. A warning is somebody's to look at soon."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found: where, as an educator would look for it, and what."""

    severity: Severity
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.message}"


def error(where: str, message: str) -> Finding:
    """An error."""
    return Finding(Severity.ERROR, where, message)


def warning(where: str, message: str) -> Finding:
    """A warning."""
    return Finding(Severity.WARNING, where, message)
