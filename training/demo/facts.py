"""What is true in Fennings Vale, and what moves in the world outside."""

import datetime
from typing import Any

from learners.organisations.models import LocalFact, Network, Organisation
from modules.models import FactKind, VolatileFact

OWNER = "Information governance lead"
NETWORK_FACTS = {
    "record-name": "Here it is called the Vale Shared Record.",
    "way-in": "Open it from your own system: choose the person, then “Vale Shared Record”. No second password.",
    "permission-step": "Ask the person first: “I'd like to check your shared record. Is that all right?” Tick what "
    "they said, then choose your reason. If they cannot be asked, use emergency access.",
    "who-to-ask": "Ring the network's information governance team on 01632 960140, Monday to Friday, 9 to 5.",
    "services-sharing": "GP practices, Brackwater Hospitals, Tarn & Vale, Larkmoor, the council and the hospice "
    "share. Vale Ambulance sends its notes once a day.",
    "not-in-record": "You will not find care home notes, dental records or key safe codes, nor notes of children's "
    "social care.",
    "emergency-access": "Choose “Emergency access” and write why. The privacy officer reads every one within two days.",
    "objection-route": "Listen, explain, and write it down. Then ring 01632 960140: they can close the record.",
    "downtime": "Ring the record help desk on 01632 960150, day and night. They can read out alerts and medicines.",
    "report-error": "Tell the service that wrote it: the row names it. If it could cause harm, report an incident too.",
    "medicines-help": "Ring the ward pharmacist, or the medicines line on 01632 960160 out of hours.",
    "send-information": "Ring first, then send by secure mail. The list of addresses is on the network's staff page.",
    "safeguarding-contact": "Brackwater and the council: 01632 960118, day and night. In immediate danger, ring 999.",
}
OWN_FACTS = {
    (
        "Merrowfield House",
        "way-in",
    ): "Use the tablet in the office. Sign in as yourself: never with the nurse's name.",
    (
        "Merrowfield House",
        "who-to-ask",
    ): "Ask the manager on duty. She knows how to reach the network's team.",
    (
        "Brackwater Hospitals",
        "downtime",
    ): "Ring the record help desk on 01632 960150. Printed alerts are in the red "
    "folder at each nurses' station.",
}
"""Nobody has given the night line for end of life plans, nor how a note is hidden: learners read general advice."""

VOLATILE_FACTS = (
    ("Name and stage of the Single Patient Record", "Announced; its first uses are planned for 2027.", 90),
    (
        "Wording of the permission to view",
        "National guidance on the Summary Care Record asks before viewing.",
        120,
    ),
    ("Reasonable Adjustment Digital Flag", "A national standard of December 2025.", 60),
    ("Where child protection flags are shown", "Unscheduled settings have it; others follow.", 120),
)
RESTS_ON = {
    "at-the-front-door": "Reasonable Adjustment Digital Flag",
    "may-i-look": "Wording of the permission to view",
    "spot-it-share-it": "Where child protection flags are shown",
    "leading-the-change": "Name and stage of the Single Patient Record",
}


def give_local_facts(network: Network, *, today: datetime.date) -> None:
    """What the network says, and what two of its organisations say themselves."""
    kinds = {kind.slug: kind for kind in FactKind.objects.all()}
    organisations = {each.name: each for each in Organisation.objects.all()}
    places: list[tuple[dict[str, Any], str, str]] = [
        ({"network": network}, slug, text) for slug, text in NETWORK_FACTS.items()
    ]
    places += [
        ({"organisation": organisations[name]}, slug, text) for (name, slug), text in OWN_FACTS.items()
    ]
    LocalFact.objects.bulk_create(
        LocalFact(
            **place,
            kind=kinds[slug],
            text=text,
            owner=OWNER,
            checked_on=today - datetime.timedelta(days=20 + 3 * number),
            review_by=today + datetime.timedelta(days=200 + 7 * number),
        )
        for number, (place, slug, text) in enumerate(places)
    )


def note_volatile_facts(*, today: datetime.date) -> None:
    """What the modules rest on and may be otherwise next month."""
    for name, text, days in VOLATILE_FACTS:
        VolatileFact.objects.create(
            name=name, text=text, checked_on=today, review_by=today + datetime.timedelta(days=days)
        )


def rests_on(slug: str) -> list[VolatileFact]:
    """The facts that move of a module, by its slug."""
    return list(VolatileFact.objects.filter(name=RESTS_ON[slug])) if slug in RESTS_ON else []
