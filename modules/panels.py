"""The form in which an educator writes a module."""

import json
import re
from functools import cached_property
from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.blocks import BlockField
from wagtail.models import Page

from modules.completeness import gaps, required_elsewhere

PARAGRAPH_KEY = re.compile(r' data-block-key=\\?"\w+\\?"')  # inside JSON, quotes are escaped


class ModulePageForm(WagtailAdminPageForm):
    """Lets a draft be unfinished, and refuses to publish one, with a message beside each field in want."""

    def clean(self) -> dict[str, Any]:
        """Hold what is to be published (or sent to review) to the list of what a module needs."""
        cleaned = super().clean()
        if not self.is_deferred_validation:
            proposed = _Proposed(self.instance, cleaned)
            for name, message in gaps(proposed).items():
                if name in self.fields and self._is_only_empty(name):
                    self.errors.pop(name, None)
                    self.add_error(name, message)
            for name, messages in required_elsewhere(proposed).items():
                if name in self.fields:
                    self.add_error(name, messages)
        return cleaned

    @cached_property
    def changed_data(self) -> list[str]:
        """What was changed, which makes whoever sends the form its last editor.

        Wagtail also counts a number that comes back as text, and the keys that the rich text editor puts on
        paragraphs from elsewhere. A reviewer who touched nothing would be told that they may not approve.
        """
        return [name for name in super().changed_data if not self._comes_to_the_same(name)]

    def _comes_to_the_same(self, name: str) -> bool:
        field, typed = self.fields[name], getattr(self, "cleaned_data", {}).get(name)
        if hasattr(field.widget, "features") and typed is not None:
            return _bare(str(self[name].initial or "")) == _bare(str(typed))
        if not isinstance(field, BlockField) or typed is None:
            return False
        before, after = (
            _bare(json.dumps(field.block.get_prep_value(value), sort_keys=True))
            for value in (self[name].initial, typed)
        )
        return before == after

    def _is_only_empty(self, name: str) -> bool:
        """Whether nothing else is wrong with a field. Wagtail's own words for an empty one say less than ours."""
        if name not in self.errors:
            return True
        first = self.errors.as_data()[name][0]
        is_bare_stream = hasattr(first, "block_errors") and not first.block_errors
        return first.code == "required" or is_bare_stream


def _bare(html: str) -> str:
    """Rich text (in JSON, too) without the keys of paragraphs, and without paragraphs that hold nothing."""
    return PARAGRAPH_KEY.sub("", html).replace("<p></p>", "")


class _Proposed:
    """The page as the form would save it: what was typed, over what is stored."""

    def __init__(self, page: Any, cleaned: dict[str, Any]) -> None:
        self.page, self.cleaned = page, cleaned

    def __getattr__(self, name: str) -> Any:
        return self.cleaned[name] if name in self.cleaned else getattr(self.page, name)


def _tick(name: str) -> FieldPanel:
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple, required_on_save=False)


content = [
    *Page.content_panels,
    FieldPanel("summary"),
    FieldPanel("sections"),
    FieldPanel("check_questions"),
    FieldRowPanel([FieldPanel("pass_mark"), FieldPanel("may_test_out"), FieldPanel("refresher")]),
]
around = [
    FieldPanel("confidence"),
    FieldPanel("actions"),
    MultiFieldPanel([FieldPanel("card_title"), FieldPanel("card")], heading="Prompt card"),
    FieldPanel("content_warning"),
]
about = [
    MultiFieldPanel([_tick("roles"), _tick("capabilities"), FieldPanel("minutes")], heading="For whom"),
    MultiFieldPanel([FieldPanel("when_to_use"), FieldPanel("when_not_to_use")], heading="When"),
    FieldPanel("information", widget=forms.CheckboxSelectMultiple),
    FieldPanel("how_it_helps"),
    FieldPanel("outcomes"),
    MultiFieldPanel([FieldPanel("sources"), FieldPanel("review_by")], heading="What it rests on"),
    FieldPanel("volatile_facts", widget=forms.CheckboxSelectMultiple),
    FieldPanel("sign_offs", widget=forms.CheckboxSelectMultiple),
]
what_changed = [
    MultiFieldPanel([FieldPanel("change"), FieldPanel("change_note")], heading="The next Edition"),
    HelpPanel(template="wagtailadmin/panels/reading_age.html", heading="Reading age"),
    HelpPanel(template="wagtailadmin/panels/sign_offs.html", heading="Sign-offs"),
    HelpPanel(template="wagtailadmin/panels/editions.html", heading="Editions so far"),
]
module_edit_handler = TabbedInterface(
    [
        ObjectList(content, heading="Content"),
        ObjectList(around, heading="Around it"),
        ObjectList(about, heading="About the module"),
        ObjectList(what_changed, heading="What changed"),
        ObjectList([*Page.promote_panels, *Page.settings_panels], heading="Address and dates"),
    ]
)
