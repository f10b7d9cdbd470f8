"""What talks in teams put into an organisation's evidence pack."""

from typing import Any

from learners.dashboards.suppression import FEWEST
from learners.programme.selectors.culture import talks_until
from learners.reports.pack.contents import Contents, Table
from learners.reports.pack.more import MoreTable, also_pack

HEADINGS = ("Day", "Team", "What was talked through", "People")


def talks_table(contents: Contents) -> Table:
    """The talks that an organisation recorded until the day of the pack: with how many, not with whom."""
    rows: list[list[Any]] = [
        [
            talk.held_on.isoformat(),
            talk.team or "Across teams",
            talk.guide or talk.module,
            talk.people if talk.people >= FEWEST else "too few to say",
        ]
        for talk in talks_until(contents.place.organisation, contents.place.on)
    ]
    return HEADINGS, rows


also_pack(
    MoreTable(
        file="talk-throughs.csv",
        about="What teams talked through, on which day, with how many people.",
        table=talks_table,
    )
)
