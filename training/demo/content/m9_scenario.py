"""M9, section 6: the scenario "Merrowfield House joins late"."""

from training.demo.content.m9_late_joiner import LATE_JOINER_NODES
from training.demo.content.m9_three_wards import WARD_NODES
from training.demo.content.shapes import Ending, Scenario, Section, Start, Text

ENDINGS = (
    Ending(
        key="it-holds",
        title="It holds",
        kind="good",
        person=(
            "<p>A resident goes home to Merrowfield House on a Friday. "
            "The staff have read her summary before she arrives. She has supper on time.</p>"
        ),
        next_worker=(
            "<p>The night nurse opens the record at her first call, signed in as herself. "
            "She knows that she may, and where to look.</p>"
        ),
    ),
    Ending(
        key="it-fades",
        title="It fades",
        kind="mixed",
        person=(
            "<p>Things went well for a summer. By winter people were asked everything again, "
            "first at night, then by day.</p>"
        ),
        next_worker=(
            "<p>A new nurse asked how the record works here. Nobody on the shift was sure. "
            "The champion had moved on.</p>"
        ),
    ),
    Ending(
        key="nobody-looks",
        title="Nobody looks any more",
        kind="poor",
        person=(
            "<p>A resident comes home with a new plan that nobody at the home has seen. "
            "She is back in hospital on Monday.</p>"
        ),
        next_worker=(
            "<p>Her nurse does not look in the record. “There is never anything in it,” he was told.</p>"
            "<p>Trust takes time to win. You can go back and try again.</p>"
        ),
    ),
)

JOINS_LATE = Scenario(
    slug="merrowfield-house-joins-late",
    title="Merrowfield House joins late",
    introduction=(
        "<p>You lead the shared record in Fennings Vale, from six weeks before the launch to twelve weeks after. "
        "Everybody in it is made up.</p>"
    ),
    starts=(Start(node="merrowfield-rings", label="You lead the change"),),
    nodes=(*LATE_JOINER_NODES, *WARD_NODES),
    endings=ENDINGS,
)

JOINS_LATE_SECTION = Section(
    "Merrowfield House joins late",
    (
        Text("<p>Keep your promises small, and keep them.</p>"),
        JOINS_LATE,
    ),
)
