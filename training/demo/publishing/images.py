"""Pictures of the demonstration."""

from pathlib import Path

from django.core.files.images import ImageFile
from django.utils.text import slugify
from wagtail.images.models import Image

from training.demo.content import shapes

IMAGES = Path(__file__).parents[1] / "content" / "images"


def image_of(picture: shapes.Picture) -> Image:
    """The picture in the CMS, put there once."""
    title = slugify(picture.file).replace("-", " ")
    found = Image.objects.filter(title=title).first()
    if found:
        return found
    with (IMAGES / picture.file).open("rb") as opened:
        return Image.objects.create(title=title, file=ImageFile(opened, name=picture.file))
