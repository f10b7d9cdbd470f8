"""A request's statements, read and held to every rule, before anything is stored."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings

from learners.record_store.asked import Asked, too_large
from learners.record_store.listed import listed
from learners.record_store.rules.attachments import attachments_in
from learners.record_store.rules.multipart import files_of, parts_of
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.reading import Sent, read_statements
from learners.record_store.rules.statements import statement
from learners.record_store.scoping import organisation_of
from learners.record_store.signatures import check_signatures
from learners.record_store.writing import Arrival
from learners.record_store.zones import in_utc

JSON = "application/json"


def arrivals_of(asked: Asked, *, default_id: UUID | None = None) -> tuple[list[Arrival], bool]:
    """What is to be stored, and whether it came as a list. Raises Refused, which names the property.

    A statement without an id gets the default one, or a random one.
    """
    body, files = _parts(asked)
    sent, is_list = read_statements(body)
    limit = settings.RECORD_STORE["statements"]
    if len(sent) > limit:
        raise too_large("The statements of a request", limit, "statements")
    places = [asked.top / f"[{number}]" if is_list else asked.top for number in range(len(sent))]
    arrivals = [
        _arrival(asked, one, files, default_id or uuid4(), at) for one, at in zip(sent, places, strict=True)
    ]
    _hold_apart(arrivals)
    _hold_files(arrivals, places, files)
    return arrivals, is_list


def _parts(asked: Asked) -> tuple[bytes, dict[str, bytes]]:
    """The statements as bytes, and the files that came with them."""
    told = asked.headers.get("content-type", "")
    kind = told.split(";")[0].strip().lower()
    if kind == JSON:
        return asked.body, {}
    if kind != "multipart/mixed":
        raise Refused(f"This must be {JSON} or multipart/mixed.", "Content-Type")
    first, *others = parts_of(told, asked.body)
    if first.headers.get("content-type", "").split(";")[0].strip().lower() != JSON:
        raise Refused(f"The first part must be {JSON}.", "part[0].Content-Type")
    limit = settings.RECORD_STORE["attachment"]
    if any(len(part.body) > limit for part in others):
        raise too_large("The bytes of an attachment", limit, "attachment")
    return first.body, files_of(others)


def _arrival(asked: Asked, sent: Sent, files: Mapping[str, bytes], default_id: UUID, at: Place) -> Arrival:
    statement(sent.value, at)
    told = [one["sha2"].lower() for one, _ in attachments_in(sent.value, at)]
    check_signatures(sent.value, files, at)
    statement_id = UUID(sent.value["id"]) if "id" in sent.value else default_id
    default = "2.0.0" if asked.is_two else "1.0.0"
    version = sent.value.get("version", default)
    client = asked.whose
    return Arrival(
        id=statement_id,
        payload=_payload(sent, {"id": str(statement_id), "version": default}, is_two=asked.is_two),
        value=sent.value,
        version=version,
        client=client,
        organisation=organisation_of(client),
        files={sha2: files[sha2] for sha2 in told if sha2 in files},
    )


def _payload(sent: Sent, missing: Mapping[str, str], *, is_two: bool) -> str:
    """Its own text, with what it lacks at the end. What only the store says (stored, authority) is taken out."""
    put = {name: value for name, value in missing.items() if name not in sent.spans} | listed(sent.value)
    if is_two:
        put |= in_utc(sent.value | put)
    return sent.changed(without=("stored", "authority"), put=put)


def _hold_apart(arrivals: Sequence[Arrival]) -> None:
    seen: dict[UUID, int] = {}
    for number, arrival in enumerate(arrivals):
        if arrival.id in seen:
            raise Refused(f"[{seen[arrival.id]}] has the same id.", f"[{number}].id")
        seen[arrival.id] = number


def _hold_files(arrivals: Sequence[Arrival], places: Sequence[Place], files: Mapping[str, Any]) -> None:
    """Every file belongs to a statement, and every attachment has its file or says where it is."""
    mentioned = set()
    for arrival, at in zip(arrivals, places, strict=True):
        for one, here in attachments_in(arrival.value, at):
            sha2 = one["sha2"].lower()
            mentioned.add(sha2)
            here.hold("fileUrl" in one or sha2 in files, "Its bytes are missing, and it has no fileUrl.")
    for sha2 in files:
        if sha2 not in mentioned:
            raise Refused("No statement has an attachment with this hash.", sha2)
