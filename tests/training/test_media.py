"""Uploaded files come whole or in pieces: a film is wound on by asking for a piece."""

import pytest

pytestmark = pytest.mark.django_db  # a file that is not there gets a page that reads the site
CONTENT = bytes(range(100))


@pytest.fixture
def ask(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "film.webm").write_bytes(CONTENT)

    def get(wanted="", **headers):
        more = {"Range": wanted} if wanted else {}
        return client.get("/media/film.webm", headers=more | headers)

    return get


def content(answer):
    return b"".join(answer.streaming_content)


def test_a_file_comes_whole_and_says_that_pieces_may_be_had(ask):
    answer = ask()
    assert (answer.status_code, content(answer)) == (200, CONTENT)
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Type"] == "video/webm"


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-", 0, 99),
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=90-500", 90, 99),
        ("bytes=-5", 95, 99),
        ("bytes=-500", 0, 99),
    ],
)
def test_a_piece_is_what_was_asked_for(ask, wanted, first, last):
    answer = ask(wanted)
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {first}-{last}/100"
    assert int(answer["Content-Length"]) == last - first + 1
    assert content(answer) == CONTENT[first : last + 1]


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=20-10", "bytes=-0"])
def test_a_piece_that_is_not_there_is_refused(ask, wanted):
    answer = ask(wanted)
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */100")


@pytest.mark.parametrize("wanted", ["bytes=0-1,4-5", "bytes=-", "seconds=1-2", "bytes=a-b"])
def test_what_is_not_understood_gets_the_whole(ask, wanted):
    assert content(ask(wanted)) == CONTENT


def test_a_piece_of_what_has_changed_since_is_the_whole(ask):
    moment = ask()["Last-Modified"]
    assert ask("bytes=0-1", **{"If-Range": moment}).status_code == 206
    assert ask("bytes=0-1", **{"If-Range": "Mon, 01 Jan 2001 00:00:00 GMT"}).status_code == 200
    assert ask(**{"If-Modified-Since": moment}).status_code == 304


@pytest.mark.parametrize("path", ["../manage.py", "nothing.webm", ""])
def test_nothing_else_is_served(ask, client, path):
    assert client.get(f"/media/{path}").status_code in (400, 404)
