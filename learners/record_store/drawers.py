"""Which document is meant, read from the parameters of a request."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from learners.record_store.asked import Asked
from learners.record_store.mentions import agent_key, key
from learners.record_store.models import Document
from learners.record_store.querying import agent_of
from learners.record_store.rules.place import Place, Refused
from learners.record_store.rules.values import iri, moment, uuid
from learners.record_store.scoping import drawers_of

Resource = Document.Resource
NAMES = {Resource.STATE: "stateId", Resource.ACTIVITY: "profileId", Resource.AGENT: "profileId"}
OWNERS = {
    Resource.STATE: ("activityId", "agent"),
    Resource.ACTIVITY: ("activityId",),
    Resource.AGENT: ("agent",),
}


@dataclass(frozen=True, slots=True)
class Drawer:
    """Where documents of one owner lie, and which of them is meant. `name` is None for all of them."""

    resource: Resource
    key: UUID
    agent: UUID | None
    registration: UUID | None
    name: str | None
    since: datetime.datetime | None

    @property
    def document_key(self) -> UUID:
        """The key of the one document."""
        return key("document", str(self.key), str(self.registration or ""), self.name or "")


def drawer_of(asked: Asked, resource: Resource) -> Drawer:
    """What a request is about. Raises Refused, which names the parameter."""
    owners, name = OWNERS[resource], NAMES[resource]
    is_state = resource == Resource.STATE
    asked.allow(
        *owners,
        name,
        *(["registration"] if is_state else []),
        *(["since"] if asked.method == "GET" else []),
    )
    activity, agent = "", None
    if "activityId" in owners:
        activity = asked.need("activityId")
        iri(activity, Place("activityId"))
    if "agent" in owners:
        agent = agent_key(agent_of(asked.need("agent")))
        if agent is None:
            raise Refused("This must be an Agent or an identified Group.", "agent")
    given = asked.parameters
    if name not in given and (asked.method in ("PUT", "POST") or (asked.method == "DELETE" and not is_state)):
        asked.need(name)
    if "\x00" in given.get(name, ""):
        raise Refused("This must not hold the character U+0000.", name)
    if "registration" in given:
        uuid(given["registration"], Place("registration"))
    return Drawer(
        resource=resource,
        key=key("drawer", resource, drawers_of(asked.whose), activity, str(agent or "")),
        agent=agent,
        registration=UUID(given["registration"]) if "registration" in given else None,
        name=given.get(name),
        since=moment(given["since"], Place("since")) if "since" in given else None,
    )
