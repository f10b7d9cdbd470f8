"""Where the CMS meets certificates."""

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from learners.records.models import Certificate
from learners.records.policy import CertificatePolicy
from learners.records.viewsets import CertificateViewSet

register_permission_policy(Certificate, CertificatePolicy(Certificate))


@hooks.register("register_admin_viewset")
def certificates() -> CertificateViewSet:
    """The listing, under Reports."""
    return CertificateViewSet()


@hooks.register("register_log_actions")
def register_withdrawal(actions: Any) -> None:
    """What the audit log says when somebody withdraws a certificate."""
    actions.register_action("records.withdraw", "Withdraw", "Withdrawn, for a reason")
