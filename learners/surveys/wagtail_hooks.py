"""Where surveys meet the CMS."""

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from learners.surveys.models import FreeText
from learners.surveys.policy import WordsPolicy
from learners.surveys.viewsets import SurveyViewSetGroup

register_permission_policy(FreeText, WordsPolicy(FreeText))


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[Any]:
    """Surveys, what they ask, and what people wrote."""
    return [SurveyViewSetGroup()]
