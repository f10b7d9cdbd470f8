"""What managers and network leads read. Everything starts from a scope.

Other apps use `Place` (an organisation, a scope and a day), `Wanted` (what is looked for) and:
`rows_wanted(place, wanted)` (standings), `people_wanted(place, wanted)` (people by name) and
`memberships_wanted(place, wanted)` (today's hats of the same people). Call `catch_up` first.
"""

from learners.dashboards.selectors.figures import PlaceFigures, aims_of, late_of, trend_of
from learners.dashboards.selectors.people import (
    memberships_wanted,
    people_wanted,
    rows_of,
    rows_wanted,
)
from learners.dashboards.selectors.place import Place, counted_on, first_day_of
from learners.dashboards.selectors.saved import views_of

__all__ = [
    "Place",
    "PlaceFigures",
    "aims_of",
    "counted_on",
    "first_day_of",
    "late_of",
    "memberships_wanted",
    "people_wanted",
    "rows_of",
    "rows_wanted",
    "trend_of",
    "views_of",
]
