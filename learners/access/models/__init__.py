"""Models of the access queue."""

from learners.access.models.account import Account
from learners.access.models.desk import Desk
from learners.access.models.event import AccessEvent, Kind
from learners.access.models.webhook import Delivery, Webhook

__all__ = ["AccessEvent", "Account", "Delivery", "Desk", "Kind", "Webhook"]
