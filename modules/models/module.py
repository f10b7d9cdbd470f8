"""The module: ten minutes that teach when a shared record helps, and how."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page

from modules.blocks.content import CheckBlock, SectionsBlock
from modules.blocks.facts import BenefitsBlock, LinesBlock, SourcesBlock
from modules.blocks.field import ContentField
from modules.completeness import gaps
from modules.models.edition import Change
from modules.models.taxonomy import Capability, Role
from modules.panels import ModulePageForm, module_edit_handler


class ModulePage(Page):
    """A module as its author works on it. Learners take an Edition of it, never the page itself.

    Its identity, in every language, is `translation_key`.
    """

    summary = models.TextField(max_length=400, help_text="One or two sentences: what changes for whom.")
    minutes = models.PositiveSmallIntegerField(
        "how long it takes",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(240)],
        help_text="In minutes, for somebody who reads everything.",
    )
    roles = ParentalManyToManyField(Role, verbose_name="for whom", related_name="modules")
    capabilities = ParentalManyToManyField(
        Capability, verbose_name="business capabilities", related_name="modules"
    )
    when_to_use = ContentField(LinesBlock(min_num=1), help_text="Moments in the working day when the record helps.")
    when_not_to_use = ContentField(LinesBlock(min_num=1), help_text="Moments when it does not, or may not be opened.")
    how_it_helps = ContentField(BenefitsBlock(), help_text="One line for each role that the module is for.")
    outcomes = ContentField(LinesBlock(min_num=1), help_text="After this module, a person can…")
    sources = ContentField(SourcesBlock(), help_text="What the content rests on. Learners see these.")
    review_by = models.DateField("review by", null=True, help_text="The day by which somebody must check it again.")
    sections = ContentField(SectionsBlock(), help_text="One section a page, in this order.")
    check_questions = ContentField(CheckBlock(), verbose_name="check at the end")
    pass_mark = models.PositiveSmallIntegerField(
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Per cent of the check that passes.",
    )
    change = models.CharField(
        "kind of change",
        max_length=10,
        choices=Change.choices,
        default=Change.MATERIAL,
        help_text="Material: what people must know has changed. Minor: wording only.",
    )
    change_note = models.CharField(
        "what changed",
        max_length=200,
        help_text="One line. People who did the module before will read it.",
    )

    base_form_class = ModulePageForm
    edit_handler = module_edit_handler
    parent_page_types = ["modules.CataloguePage"]
    subpage_types: list[str] = []
    template = "modules/module_page.html"
    preview_modes = [
        ("overview", "Overview"),
        ("learner", "As a learner"),
        ("answers", "With answers shown"),
    ]

    @property
    def default_preview_mode(self) -> str:
        """Authors mostly look at the sections."""
        return "learner"

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """The overview is the page itself; the others show every section at once."""
        return self.template if mode_name == "overview" else "modules/preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Give the preview the outline that an Edition would have."""
        from modules.editions import outline_of_page

        context = super().get_preview_context(request, mode_name)
        return context | {"outline": outline_of_page(self), "with_answers": mode_name == "answers"}

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish, unless something is missing: the last guard, whatever way publishing was asked for.

        Raises ValidationError with a message for each field in want.
        """
        missing = gaps(revision.as_object())
        if missing:
            raise ValidationError(missing)
        return super().publish(revision, *args, **kwargs)
