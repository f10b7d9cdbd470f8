"""The form in which an educator writes a module."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel, TabbedInterface
from wagtail.models import Page

from modules.completeness import gaps


class ModulePageForm(WagtailAdminPageForm):
    """Lets a draft be unfinished, and refuses to publish one, with a message beside each field in want."""

    def clean(self) -> dict[str, Any]:
        """Hold what is to be published (or sent to review) to the list of what a module needs."""
        cleaned = super().clean()
        if not self.is_deferred_validation:
            for name, message in gaps(_Proposed(self.instance, cleaned)).items():
                if name in self.fields and name not in self.errors:
                    self.add_error(name, message)
        return cleaned


class _Proposed:
    """The page as the form would save it: what was typed, over what is stored."""

    def __init__(self, page: Any, cleaned: dict[str, Any]) -> None:
        self.page, self.cleaned = page, cleaned

    def __getattr__(self, name: str) -> Any:
        return self.cleaned[name] if name in self.cleaned else getattr(self.page, name)


def _tick(name: str) -> FieldPanel:
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)


module_edit_handler = TabbedInterface(
    [
        ObjectList(
            [
                *Page.content_panels,
                FieldPanel("summary"),
                FieldPanel("sections"),
                FieldPanel("check_questions"),
                FieldPanel("pass_mark"),
            ],
            heading="Content",
        ),
        ObjectList(
            [
                MultiFieldPanel([_tick("roles"), _tick("capabilities"), FieldPanel("minutes")], heading="For whom"),
                MultiFieldPanel([FieldPanel("when_to_use"), FieldPanel("when_not_to_use")], heading="When"),
                FieldPanel("how_it_helps"),
                FieldPanel("outcomes"),
                MultiFieldPanel([FieldPanel("sources"), FieldPanel("review_by")], heading="What it rests on"),
            ],
            heading="About the module",
        ),
        ObjectList(
            [MultiFieldPanel([FieldPanel("change"), FieldPanel("change_note")], heading="This Edition")],
            heading="What changed",
        ),
        ObjectList([*Page.promote_panels, PublishingPanel()], heading="Address and dates"),
    ]
)
