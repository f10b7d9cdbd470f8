"""Files come with statements, and go with them; signatures are held to what they sign."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from learners.record_store.models import Content, Statement
from learners.record_store.rules.attachments import SIGNATURE
from learners.record_store.rules.multipart import composed, parts_of
from tests.factories.record_store import Tool, a_statement

pytestmark = pytest.mark.django_db
DATA = b"\r\n--not a boundary\r\n\x00\xff\r\n"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def described(data: bytes, **parts: Any) -> dict[str, Any]:
    return {
        "usageType": "https://example.org/file",
        "display": {"en": "File"},
        "contentType": "application/octet-stream",
        "length": len(data),
        "sha2": sha256(data).hexdigest(),
    } | parts


def send(tool: Tool, statements: Any, *files: bytes, **headers: str) -> Any:
    parts = [(sha256(data).hexdigest(), "application/octet-stream", data) for data in files]
    kind, body = composed(json.dumps(statements), parts)
    return tool.ask("POST", "statements", body, Content_Type=headers.get("kind", kind))


def test_bytes_come_back_as_they_were_sent_and_only_when_asked_for() -> None:
    tool = Tool()
    one, two = (a_statement(attachments=[described(DATA)]) for _ in range(2))
    assert send(tool, [one, two], DATA).status_code == 200
    assert Content.objects.count() == 1
    plain = tool.get(statementId=one["id"])
    assert plain["Content-Type"] == "application/json"
    answer = tool.get(attachments="true")
    first, *files = parts_of(answer["Content-Type"], answer.content)
    assert [each["id"] for each in json.loads(first.body)["statements"]] == [two["id"], one["id"]]
    assert [(part.body, part.headers["x-experience-api-hash"]) for part in files] == [
        (DATA, sha256(DATA).hexdigest())
    ]


def test_a_file_that_lies_elsewhere_need_not_be_sent() -> None:
    elsewhere = described(DATA, fileUrl="https://example.org/file")
    assert Tool().post(a_statement(attachments=[elsewhere])).status_code == 200


@pytest.mark.parametrize(
    ("attachments", "files"),
    [([described(DATA)], []), ([], [DATA]), ([described(b"other")], [DATA])],
    ids=["missing", "of no statement", "another"],
)
def test_files_and_statements_belong_together(attachments: Any, files: list[bytes]) -> None:
    refused = send(Tool(), a_statement(attachments=attachments), *files)
    assert refused.status_code == 400
    assert not Statement.objects.exists()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"Content-Transfer-Encoding: binary", b"Content-Transfer-Encoding: base64"),
        (b"X-Experience-API-Hash: ", b"X-Experience-API-Hash: 0"),
        (b"X-Experience-API-Hash", b"X-Hash"),
        (b"Content-Type: application/json", b"Content-Type: text/plain"),
        (b"\xff", b"\xfe"),
    ],
)
def test_what_a_part_says_of_itself_must_be_true(was: bytes, becomes: bytes) -> None:
    tool = Tool()
    parts = [(sha256(DATA).hexdigest(), "text/plain", DATA)]
    kind, body = composed(json.dumps(a_statement(attachments=[described(DATA)])), parts)
    assert tool.ask("POST", "statements", body.replace(was, becomes), Content_Type=kind).status_code == 400
    assert tool.ask("POST", "statements", body, Content_Type="multipart/mixed").status_code == 400
    assert tool.ask("POST", "statements", body, Content_Type=kind).status_code == 200


def test_a_file_over_the_limit_is_refused(settings: Any) -> None:
    settings.RECORD_STORE = settings.RECORD_STORE | {"attachment": 5}
    refused = send(Tool(), a_statement(attachments=[described(DATA)]), DATA)
    assert refused.status_code == 413
    assert "RECORD_STORE_ATTACHMENT" in refused.json()["error"]


def signed(statement: Any, *, algorithm: str = "RS256", key: Any = KEY, **headers: Any) -> Any:
    token = jwt.PyJWS().encode(json.dumps(statement).encode(), key, algorithm=algorithm, headers=headers)
    data = token.encode()
    return statement | {"attachments": [described(data, usageType=SIGNATURE)]}, data


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512"])
def test_a_signed_statement_is_taken(algorithm: str) -> None:
    statement, data = signed(a_statement(), algorithm=algorithm)
    assert send(Tool(), statement, data).status_code == 200


def test_a_signature_of_something_else_or_made_otherwise_is_refused() -> None:
    tool = Tool()
    statement, data = signed(a_statement())
    other = statement | {"verb": {"id": "https://example.org/other"}}
    weak, weakly = signed(a_statement(), algorithm="HS256", key="x" * 32)
    noise = a_statement(attachments=[described(b"noise", usageType=SIGNATURE)])
    for bad, file in ((other, data), (weak, weakly), (noise, b"noise")):
        refused = send(tool, bad, file)
        assert (refused.status_code, refused.json()["property"]) == (400, "attachments[0]")
    unsent = tool.post(
        a_statement(attachments=[described(b"", usageType=SIGNATURE, fileUrl="https://x.org/a")])
    )
    assert unsent.status_code == 400


def test_a_certificate_that_is_none_is_refused() -> None:
    statement, data = signed(a_statement(), x5c=[b64encode(b"nonsense").decode()])
    assert send(Tool(), statement, data).status_code == 400


def test_a_refusal_says_which_statements_attachment_lacks_its_bytes() -> None:
    lacking = a_statement(
        attachments=[described(b"elsewhere", fileUrl="https://example.org/a"), described(DATA)]
    )
    answer = send(Tool(), [a_statement(), lacking])
    assert answer.status_code == 400
    assert answer.json()["property"] == "[1].attachments[1]"


def test_a_statement_inside_another_may_have_files() -> None:
    inner = a_statement(id=None, objectType="SubStatement", attachments=[described(DATA)])
    tool, one = Tool(), a_statement(object=inner)
    refused = send(tool, one)
    assert (refused.status_code, refused.json()["property"]) == (400, "object.attachments[0]")
    assert send(tool, one, DATA).status_code == 200
    answer = tool.get(statementId=one["id"], attachments="true")
    assert [part.body for part in parts_of(answer["Content-Type"], answer.content)[1:]] == [DATA]


@pytest.mark.parametrize(
    "kind", ["text/plain;\x00", "text/plain; \ud800", "text/plain\r\n\r\n; a", "text/plain; a\rX-Other: b"]
)
def test_a_media_type_is_one_line_of_text(kind: str) -> None:
    """It becomes a column, and a header of whoever reads it."""
    answer = send(Tool(), a_statement(attachments=[described(DATA, contentType=kind)]), DATA)
    assert (answer.status_code, answer.json().get("property")) == (400, "attachments[0].contentType")
