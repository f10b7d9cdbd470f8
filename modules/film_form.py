"""The form of a film in the CMS: what an Edition shows stays as it was reviewed."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtailmedia.forms import BaseMediaForm

from modules.models import Edition

IN_USE = "“%s” shows this film, and an Edition never changes. Add the new one as another film, and choose it there."


class FilmForm(BaseMediaForm):
    """Lets the file of a film be replaced only while no Edition shows it."""

    def clean_file(self) -> Any:
        """Refuse another file for a film that learners meet."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and self.instance.pk and (edition := edition_with(self.instance)):
            raise ValidationError(IN_USE % edition)
        return file


def edition_with(film: Any) -> Edition | None:
    """An Edition that shows this film, if any does."""
    named = rf'"media": {film.pk}[,}}]'  # as a section's JSON has it
    return Edition.objects.filter(revision__content__sections__regex=named).order_by("-pk").first()
