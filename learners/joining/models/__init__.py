"""Models of joining."""

from learners.joining.models.email_proof import EmailProof
from learners.joining.models.join_code import JoinCode, State
from learners.joining.models.joining import Joining

__all__ = ["EmailProof", "JoinCode", "Joining", "State"]
