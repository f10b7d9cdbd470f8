"""The moment finder: public pages that say, for a moment of work, where the answer is and why it helps."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision
from wagtail.search import index

from modules.completeness import required_elsewhere
from modules.models.module import ModulePage
from modules.models.review import PublishedByReview
from modules.models.taxonomy import InformationCategory, Role
from modules.scheduling import SCHEDULED, give_up_schedule


class MomentsPage(PublishedByReview, Page):
    """Every moment, by role. Open to everybody."""

    introduction = RichTextField(blank=True, features=["bold", "link"])

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["modules.HomePage"]
    subpage_types = ["modules.MomentPage"]
    max_count = 1
    template = "modules/moments_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the roles, and the moments of the one in the address; an unknown role has none."""
        from modules.moments import moments_of, roles_with_moments

        slug = request.GET.get("role", "")
        roles = list(roles_with_moments())
        return super().get_context(request, *args, **kwargs) | {
            "roles": roles,
            "role": next((role for role in roles if role.slug == slug), None),
            "moments": moments_of(slug),
            "is_looking": bool(slug),
        }


class MomentPage(PublishedByReview, Page):
    """One moment of work: the question you have, where the answer is, why it helps, and what if it is not there."""

    roles = ParentalManyToManyField(Role, verbose_name="for whom", related_name="moments")
    question = models.CharField("the question you have", max_length=200)
    where = models.TextField("where the answer is", max_length=400)
    why = models.TextField("why it helps", max_length=400)
    check_against = models.TextField("check it against", max_length=400)
    if_not_there = models.TextField("what if it is not there", max_length=400)
    module = models.ForeignKey(
        ModulePage, null=True, blank=True, on_delete=models.PROTECT, related_name="moments"
    )
    information = ParentalManyToManyField(
        InformationCategory, blank=True, verbose_name="information it looks for", related_name="moments"
    )
    review_by = models.DateField(
        "review by", null=True, help_text="The day by which somebody must check it again."
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("roles"),
        FieldPanel("question"),
        FieldPanel("where"),
        FieldPanel("why"),
        FieldPanel("check_against"),
        FieldPanel("if_not_there"),
        FieldPanel("module"),
        FieldPanel("information"),
        FieldPanel("review_by"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("question"),
        index.SearchField("where"),
        index.SearchField("why"),
        index.SearchField("check_against"),
        index.SearchField("if_not_there"),
    ]
    parent_page_types = ["modules.MomentsPage"]
    subpage_types: list[str] = []
    template = "modules/moment_page.html"

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Publish, unless another app says why not. Raises ValidationError with messages for each field.

        A schedule whose hour has come is cancelled instead, as a module's is.
        """
        problems = required_elsewhere(revision.as_object())
        if not problems:
            return super().publish(revision, user=user, **kwargs)
        if kwargs.get("log_action") != SCHEDULED:
            raise ValidationError(problems)
        give_up_schedule(self, revision, problems)
        return None

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each heading of the page with its words."""
        return [
            ("Where the answer is", self.where),
            ("Why it helps", self.why),
            ("Check it against", self.check_against),
            ("If it is not there", self.if_not_there),
        ]
