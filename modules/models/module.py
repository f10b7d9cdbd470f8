"""The module: ten minutes that teach when a shared record helps, and how."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision
from wagtail.search import index

from modules.blocks.card import CardBlock
from modules.blocks.content import CheckBlock, SectionsBlock
from modules.blocks.facts import BenefitsBlock, LinesBlock, SourcesBlock
from modules.blocks.field import ContentField
from modules.blocks.text import RICH_TEXT
from modules.completeness import faults
from modules.models.edition import Change, Edition
from modules.models.review import PublishedByReview
from modules.models.sign_off import Line as SignOffLine
from modules.models.sign_off import review_again, sign_off_lines
from modules.models.taxonomy import Capability, InformationCategory, Role, SignOffKind, VolatileFact
from modules.panels import ModulePageForm, module_edit_handler
from modules.preview import maps_of, shown
from modules.reading_report import Line, report_of
from modules.scheduling import SCHEDULED, give_up_schedule


class Refresher(models.TextChoices):
    """What somebody does when their completion runs out and nothing has changed."""

    QUESTIONS = "questions", "Three questions from the check"
    WHOLE = "whole", "The whole module"


class ModulePage(PublishedByReview, Page):
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
    information = ParentalManyToManyField(
        InformationCategory,
        blank=True,
        verbose_name="information it teaches to look for",
        related_name="modules",
        help_text="Held against what is shared: what is not, is not taught as if it were.",
    )
    when_to_use = ContentField(
        LinesBlock(min_num=1), help_text="Moments in the working day when the record helps."
    )
    when_not_to_use = ContentField(
        LinesBlock(min_num=1), help_text="Moments when it does not, or may not be opened."
    )
    how_it_helps = ContentField(BenefitsBlock(), help_text="One line for each role that the module is for.")
    outcomes = ContentField(LinesBlock(min_num=1), help_text="After this module, a person can…")
    sources = ContentField(SourcesBlock(), help_text="What the content rests on. Learners see these.")
    review_by = models.DateField(
        "review by", null=True, help_text="The day by which somebody must check it again."
    )
    sections = ContentField(SectionsBlock(), help_text="One section a page, in this order.")
    check_questions = ContentField(CheckBlock(), verbose_name="check at the end")
    pass_mark = models.PositiveSmallIntegerField(
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text="Per cent of the check that passes.",
    )
    may_test_out = models.BooleanField(
        "check first",
        default=True,
        help_text="Let people who already know take the check first. Passing it completes the module.",
    )
    refresher = models.CharField(
        max_length=10,
        choices=Refresher.choices,
        default=Refresher.QUESTIONS,
        help_text="When a completion runs out and nothing has changed. What is missed is read again.",
    )
    confidence = models.CharField(
        max_length=160,
        blank=True,
        help_text="Ends the question “How confident are you that you can …”, asked before and after.",
    )
    actions = ContentField(
        LinesBlock(required=False),
        blank=True,
        verbose_name="next shift",
        help_text="Things to do on the next shift, of which a learner chooses one: “Before I ring, I will …”",
    )
    card_title = models.CharField("prompt card", max_length=80, blank=True)
    card = ContentField(CardBlock(required=False), blank=True, verbose_name="lines of the card")
    content_warning = RichTextField(
        blank=True,
        features=RICH_TEXT,
        help_text="What may distress, where to find support, and what to do instead of this module.",
    )
    sign_offs = ParentalManyToManyField(
        SignOffKind,
        blank=True,
        verbose_name="sign-offs",
        related_name="modules",
        help_text="Needed besides the clinical review before learners may meet it.",
    )
    volatile_facts = ParentalManyToManyField(
        VolatileFact,
        blank=True,
        verbose_name="facts that move",
        related_name="modules",
        help_text="What it rests on and may be otherwise next month.",
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

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("outcomes"),
        index.SearchField("card_title"),
        index.SearchField("card"),
    ]
    base_form_class = ModulePageForm
    edit_handler = module_edit_handler
    parent_page_types = ["modules.CataloguePage"]
    subpage_types: list[str] = []
    template = "modules/module_page.html"
    preview_modes = [
        ("overview", "Overview"),
        ("learner", "As a learner"),
        ("answers", "With answers shown"),
        ("map", "Map of the scenarios"),
    ]

    @property
    def default_preview_mode(self) -> str:
        """Authors mostly look at the sections."""
        return "learner"

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """The overview is the page itself; the others show every section at once."""
        names = {"overview": self.template, "map": "modules/scenario_maps.html"}
        return names.get(mode_name, "modules/preview.html")

    def make_preview_request(
        self, original_request: Any = None, preview_mode: Any = None, extra_request_attrs: Any = None
    ) -> Any:
        """Hand over what the preview's address asks for, as `preview_query`: whom it is for, say."""
        asked = {"preview_query": original_request.GET} if original_request else {}
        return super().make_preview_request(
            original_request, preview_mode, asked | (extra_request_attrs or {})
        )

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        """Give the preview the outline that an Edition would have."""
        from modules.reading import outline_of_page

        context, outline = super().get_preview_context(request, mode_name), outline_of_page(self)
        return context | {
            "outline": outline,
            "sections": [(section.title, shown(section.parts)) for section in outline.sections],
            "check": shown(outline.check),
            "with_answers": mode_name == "answers",
            "depends_on_hat": outline.depends_on_hat,
            "maps": maps_of(outline) if mode_name == "map" else [],
        }

    @property
    def reading_report(self) -> list[Line]:
        """The reading age of each section, for authors."""
        return report_of(self)

    @property
    def sign_off_lines(self) -> list[SignOffLine]:
        """The sign-offs that the newest draft needs, and which of them were given."""
        return sign_off_lines(self.latest_revision_id)

    @property
    def history(self) -> models.QuerySet[Edition]:
        """The Editions so far, newest first, with the people behind each."""
        return self.editions.with_people() if self.pk else Edition.objects.none()

    def save_revision(
        self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any
    ) -> Revision:
        """Save a draft. Autosave may write over its own last draft, but not over one that was published or reviewed."""
        if overwrite_revision is not None and (
            overwrite_revision.task_states.exists()
            or Edition.objects.filter(revision=overwrite_revision).exists()
        ):
            overwrite_revision = None
        revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)
        review_again(self, by=revision.user)
        return revision

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Publish, or schedule, unless something is missing. Raises ValidationError with messages for each field.

        A schedule whose hour has come is cancelled instead, and the log says why: other pages must still go out.
        """
        problems = faults(revision.as_object(), revision)
        if not problems:
            revision.published_by = user  # save() freezes the Edition, and is told of nobody
            return super().publish(revision, user=user, **kwargs)
        if kwargs.get("log_action") != SCHEDULED:
            raise ValidationError(problems)
        give_up_schedule(self, revision, problems)
        return None

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save. A module that goes live gets its Edition in the same step, or it does not go live.

        This is the one place that every way of publishing passes. Raises ValidationError, as `publish` does.
        """
        from modules.editions import freeze_edition

        revision = self._goes_live_with(kwargs.get("update_fields"))
        if revision is None:
            return super().save(*args, **kwargs)
        if problems := faults(self, revision):
            raise ValidationError(problems)
        saved = super().save(*args, **kwargs)
        freeze_edition(page=self, revision=revision, by=getattr(revision, "published_by", None))
        return saved

    def _goes_live_with(self, update_fields: Collection[str] | None) -> Revision | None:
        """The revision that saving these fields (None: all) would put before learners for the first time."""
        revision = self.live_revision if self.live else None
        if revision is None or (update_fields is not None and "live_revision" not in update_fields):
            return None
        if str(revision.object_id) != str(self.pk) or Edition.objects.filter(revision=revision).exists():
            return None  # a copy that still names its original's revision; or nothing new
        return revision
