"""All organisations against the loaded file. A selector."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from learners.organisations.models import OdsLoad, Organisation
from learners.organisations.ods.comparing import Difference, Kept, difference
from learners.organisations.ods.found import Found
from learners.organisations.ods.names import readable
from learners.organisations.ods.offline import in_file, names_in_file
from learners.organisations.ods.shapes import can_be_a_code


@dataclass(frozen=True, slots=True)
class Finding:
    """One organisation to look at, and why. `successors` are codes with names, where the file has them."""

    organisation: Organisation
    difference: Difference
    found: Found | None
    successors: tuple[str, ...] = ()

    def __str__(self) -> str:
        here = f"{self.organisation.ods_code} {self.organisation.name}"
        match self.difference:
            case Difference.CLOSED:
                return f"Closed: {here}{self._since}.{self._then}"
            case Difference.RENAMED:
                return f"Renamed: {here} is now {readable(self.found.name) if self.found else ''}."
            case _:
                return f"Not known: {here}."

    @property
    def _since(self) -> str:
        return f", last day {self.found.ends_on:%-d %B %Y}" if self.found and self.found.ends_on else ""

    @property
    def _then(self) -> str:
        return f" Followed by {', '.join(self.successors)}." if self.successors else ""


def check(load: OdsLoad, *, today: datetime.date) -> Iterator[Finding]:
    """What differs, by name. Organisations without a code, and those of the demonstration, are left out."""
    organisations = [one for one in Organisation.objects.order_by("name") if can_be_a_code(one.ods_code)]
    known = in_file([one.ods_code for one in organisations], load=load)
    names = names_in_file({code for found in known.values() for code in found.successors})
    for organisation in organisations:
        found = known.get(organisation.ods_code)
        successors = (
            tuple(f"{code} {readable(names.get(code, ''))}".strip() for code in found.successors)
            if found
            else ()
        )
        differs = difference(Kept(organisation.name, organisation.ends_on), found, today=today)
        if differs:
            yield Finding(organisation, differs, found, successors)
