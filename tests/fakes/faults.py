"""What can go wrong between a client and a record store: before it has stored a batch, or after."""

from enum import Enum


class Fault(Enum):
    """Something that goes wrong with one request. BEFORE: nothing is stored. AFTER: the batch is, or is answered."""

    DROP_BEFORE = "the connection breaks before anything is stored"
    DROP_AFTER = "the connection breaks after storing"
    ERROR_BEFORE = "500 before storing"
    ERROR_AFTER = "500 after storing"
    SLOW_BEFORE = "no answer in time, nothing stored"
    SLOW_AFTER = "no answer in time, but stored"
    NONSENSE_BEFORE = "200 with a page of HTML, nothing stored"
    NONSENSE_AFTER = "200 with a page of HTML, but stored"
    BINARY = "502 with bytes that are no text"
    REDIRECT = "302 to a sign-in page"
    BUSY = "429 with Retry-After"
    DOWN = "503"
    UNAUTHORISED = "401"

    @property
    def stores(self) -> bool:
        """Whether the store does its work before it goes wrong."""
        return self.name.endswith("_AFTER")
