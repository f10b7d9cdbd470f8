"""A film, with captions and a transcript for people who cannot hear or see it, or may not play sound on a ward."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtailmedia.blocks import VideoChooserBlock

from modules.blocks.text import PASSAGES, RICH_TEXT, html_of
from modules.outline import Video

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NO_CAPTIONS = "Choose a WebVTT file: its name ends in .vtt, and its first line is WEBVTT."
NO_TRANSCRIPT = "Write the transcript: what is said, and what is to be seen."


class FilmBlock(blocks.StructBlock):
    """A film. It is not published without its captions and its transcript."""

    title = blocks.CharBlock(max_length=120)
    media = VideoChooserBlock(label="Film", help_text="MP4 or WebM plays on most devices.")
    captions = DocumentChooserBlock(help_text="A WebVTT file (.vtt), in the language of the film.")
    transcript = blocks.RichTextBlock(
        features=RICH_TEXT, help_text="What is said, and what is to be seen and matters."
    )

    def clean(self, value: Any) -> Any:
        """Refuse captions that no browser would show, and a transcript without a word. Drafts are free."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        faults = {}
        if not is_webvtt(cleaned["captions"]):
            faults["captions"] = ValidationError(NO_CAPTIONS)
        if not html_of(cleaned["transcript"]):
            faults["transcript"] = ValidationError(NO_TRANSCRIPT)
        if faults:
            raise StructBlockValidationError(faults)
        return cleaned

    def film_from(self, film_id: str, value: Any) -> Video:
        """The plain film. Its addresses are empty where a file is no longer there: the transcript still is."""
        media, captions = value["media"], value["captions"]
        source = media.sources[0] if media else {"src": "", "type": ""}
        return Video(
            id=film_id,
            title=value["title"],
            url=source["src"],
            type=source["type"],
            captions_url=captions.url if captions else "",
            transcript=html_of(value["transcript"]),
        )

    class Meta:
        icon = "wagtailmedia-video"
        label = "Film"
        group = PASSAGES
        label_format = "{title}"
        description = "A film with captions and a transcript. It never starts by itself."
        preview_template = "modules/blocks/film_preview.html"
        preview_value = {"title": "The letter was already there", "media": None, "captions": None}


def is_webvtt(document: Any) -> bool:
    """Whether a document is a file of captions that browsers read."""
    if not document.filename.lower().endswith(".vtt"):
        return False
    try:
        with document.open_file() as file:
            beginning = file.read(10).removeprefix(BYTE_ORDER_MARK)
    except OSError:  # the row is there, the file is not
        return False
    return beginning.startswith(b"WEBVTT")
