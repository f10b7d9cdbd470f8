"""Which words a request brings that somebody wrote for themselves, and what becomes of them.

Only the forms below are looked at, and of them only the boxes for own words.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from learners.organisations.sessions import keeping
from learners.organisations.sessions.actions import hold_words, let_go_of_words
from learners.organisations.sessions.addresses import page_of
from learners.organisations.sessions.selectors import pages_with_held_words

FORMS = frozenset({"reflection:reflect", "reflection:next_shift", "attempts:answer", "attempts:question"})
BOXES = re.compile(r"(.{1,80}-)?(text|note|own)")
PAGES = "/learning/"
LONGEST_PAGE = 300


def words_in(data: Mapping[str, Any]) -> dict[str, str]:
    """The own words in what a form sent, by the names of their fields."""
    return {name: str(data[name]) for name in data if BOXES.fullmatch(name)}


def hold(request: HttpRequest, person_id: Any) -> bool:
    """Hold the words of a request for the page where they were typed. Returns whether there were any."""
    page, words = page_of(request) or request.path, words_in(request.POST)
    if not words or not page.startswith(PAGES) or len(page) > LONGEST_PAGE:
        return False
    return hold_words(person_id=person_id, page=page, words=words)


def hold_while_typing(request: HttpRequest) -> None:
    """Hold what somebody is typing, and note in their session that there is something."""
    page, pages = page_of(request), list(request.session.get(keeping.HELD, []))
    if not words_in(request.POST):
        return
    is_held = hold(request, keeping.person_id(request))
    if is_held and page not in pages:
        request.session[keeping.HELD] = [*pages, page]
    elif not is_held and page in pages:
        request.session[keeping.HELD] = [each for each in pages if each != page]


def let_go_when_sent(request: HttpRequest, response: HttpResponse, view_name: str) -> None:
    """Let go of words that have just been sent: the form led on."""
    held = {page_of(request), request.path} & set(request.session.get(keeping.HELD, []))
    if not held or view_name not in FORMS or response.status_code not in (204, 302, 303):
        return
    person_id = keeping.person_id(request)
    let_go_of_words(person_id=person_id, pages=held, names=set(words_in(request.POST)))
    request.session[keeping.HELD] = pages_with_held_words(person_id)
