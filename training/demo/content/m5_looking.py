"""M5, sections 4 to 6: finding what is under way, whether one may look and send, and the scenario."""

from training.demo.content.m5_scenario import SCENARIO
from training.demo.content.shapes import FindInRecord, LocalFact, RecordOption, RecordVisit, Section, Text

UNDER_WAY = Section(
    "Find what is under way",
    (
        Text(
            "<p>Ruben has asked for a new memory referral. Before you write it, look. "
            "Rosalind has said that you may.</p>"
        ),
        RecordVisit(
            record="rosalind-achterberg",
            task=(
                "<p>Find out:</p>"
                "<ul><li>Is Rosalind already on somebody's list?</li>"
                "<li>Is any referral stuck?</li>"
                "<li>Whom may a team ring, and when is a good time?</li></ul>"
            ),
        ),
        FindInRecord(
            slug="proof-of-a-duplicate",
            question="Which row shows that a new memory referral would be a duplicate? Tick 1.",
            record="rosalind-achterberg",
            options=(
                RecordOption(
                    slug="row-memory-problem",
                    row="problem-memory",
                    feedback="This shows that the surgery is looking into it. It does not show who has agreed to.",
                ),
                RecordOption(
                    slug="row-call-husband",
                    row="call-husband",
                    feedback="This shows that Ruben asked before. Nobody checked for him that day.",
                ),
                RecordOption(
                    slug="row-memory-sent",
                    row="memory-sent",
                    feedback="Close. But “sent” shows only that it left. Another row shows that it arrived.",
                ),
                RecordOption(
                    slug="row-memory-accepted",
                    row="memory-accepted",
                    feedback="The clinic itself says that it has her. Its number is there too, for the wait.",
                    correct=True,
                ),
                RecordOption(
                    slug="row-letter-ent",
                    row="letter-ent",
                    feedback="This is a different service, and it has finished. It does not bear on the memory clinic.",
                ),
                RecordOption(
                    slug="row-carers-assessment",
                    row="carers-assessment",
                    feedback="Useful to know, but it is about support for Ruben. Memory is another team.",
                ),
            ),
            skill="when",
            why="A row from the receiver is the best sign of where a referral is. Look for it before you write.",
            outcome=1,
        ),
    ),
)

MAY_I = Section(
    "May I look, and what may I send?",
    (
        Text("<p>You may look at the parts you need when you write, receive or follow up this referral.</p>"),
        LocalFact("permission-step"),
        Text(
            "<p>Tell the person what you will send, to whom and why. If they say no, listen. "
            "Explain what it could mean, and follow your local route.</p>"
            "<p>You can always listen to family. Before you tell them anything, ask the person, "
            "and note the answer.</p>"
        ),
        LocalFact("send-information"),
    ),
)

THE_SCENARIO = Section(
    "Third referral this month",
    (Text("<p>A few short decisions. You can go wrong, and put it right.</p>"), SCENARIO),
)

LOOKING_SECTIONS = (UNDER_WAY, MAY_I, THE_SCENARIO)
