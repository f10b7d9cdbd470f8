"""One way to ask what is known of an ODS code, wherever that is known."""

from dataclasses import replace

from django.conf import settings

from learners.organisations.ods.client import OdsApi
from learners.organisations.ods.found import Answer, Found, NotFound, Unavailable
from learners.organisations.ods.offline import look_up_in_file
from learners.organisations.ods.shapes import can_be_a_code, tidy_code

NOWHERE = (
    "No file of organisations is loaded (manage.py load_ods), and the ODS API is not set up (ODS_API_BASE)."
)


def api_is_configured() -> bool:
    """Whether the operator has said where the ODS API is. Without that, nothing is asked outside."""
    return bool(settings.ODS_API["base"])


def look_up(code: str) -> Answer:
    """What is known of a code: by the API where it is set up, else by the loaded file.

    Where the API can't answer and the file knows the code, the file does, with a warning. What can be no code is
    asked nowhere.
    """
    code = tidy_code(code)
    if not can_be_a_code(code):
        return NotFound(code)
    if not api_is_configured():
        return look_up_in_file(code) or Unavailable(NOWHERE)
    answer = OdsApi(**settings.ODS_API).look_up(code)
    if isinstance(answer, Unavailable) and isinstance(kept := look_up_in_file(code), Found):
        return replace(kept, warning=answer.reason)
    return answer
