"""The block that says what can be seen, and files about it."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from learners.organisations.models import Organisation
from learners.sharing.actions.visibility_files import preview_file
from learners.sharing.matrix_csv import COLUMNS
from modules.models import InformationCategory
from tests.factories.modules import block_id
from tests.factories.sharing import switched_on


def visibility_block(*slugs: str, name: str = "sight", introduction: str = "") -> dict[str, Any]:
    """A raw block that asks what can be seen of these categories: allergies, unless others are named."""
    keys = dict(InformationCategory.objects.values_list("slug", "pk"))
    items = [
        {"type": "item", "id": block_id(f"{name} {slug}"), "value": keys[slug]}
        for slug in slugs or ("allergies",)
    ]
    value = {"introduction": introduction, "information": items}
    return {"type": "visibility", "id": block_id(name), "value": value}


def visibility_file(*rows: str, heading: str = ",".join(COLUMNS)) -> SimpleUploadedFile:
    """A CSV file of these rows, as a browser sends it."""
    text = "\r\n".join((heading, *rows))
    return SimpleUploadedFile("visibility.csv", text.encode(), content_type="text/csv")


def visibility_parts(organisation: Organisation, *, by: Any) -> dict[str, Any]:
    """For the walk: a line, and a file that was previewed."""
    return {
        "visibility": switched_on(organisation).pk,
        "visibility_file": preview_file(organisation=organisation, lines=[], name="all.csv", by=by).uuid,
    }
