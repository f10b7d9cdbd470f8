"""The form that learners meet: one look for every field, and nothing of it in the CMS."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting


class LearnerRenderer(TemplatesSetting):
    """Renders forms with the site's components."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class LearnerForm(forms.Form):
    """Base of every form outside the CMS."""

    default_renderer = LearnerRenderer()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"label_suffix": ""} | kwargs))
