"""Models of who looked, who asks to be forgotten, and what holds that up."""

from learners.privacy.models.erasure import ErasureRequest
from learners.privacy.models.legal_hold import LegalHold
from learners.privacy.models.look import Look

__all__ = ["ErasureRequest", "LegalHold", "Look"]
