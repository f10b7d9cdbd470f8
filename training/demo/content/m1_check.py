"""M1, the final check: six questions, none of them used for practice."""

from training.demo.content.shapes import MultipleChoice, Option, Question, SingleChoice, TrueFalse

WHAT_IS_THE_SCR = SingleChoice(
    slug="what-is-the-summary-care-record",
    question="Which of these is the Summary Care Record?",
    options=(
        Option(
            slug="local-view-of-services",
            text="A local view of what several services share",
            feedback="That is the local shared care record. The names are alike, so they are easy to mix up.",
        ),
        Option(
            slug="own-service-notes",
            text="The notes your own service writes",
            feedback="That is your own record. Other services may see some of it, or none.",
        ),
        Option(
            slug="national-summary-from-gp",
            text="A national summary, taken from the GP record",
            feedback=(
                "Its core is medicines, allergies and personal details. Some people's summaries hold more."
            ),
            correct=True,
        ),
        Option(
            slug="complete-copy",
            text="A complete copy of everything about the person",
            feedback="No record holds everything. That is why you ask what is missing.",
        ),
    ),
    skill="when",
    why="Knowing which record is which tells you where to look, and what you may not find there.",
)

GOOD_MOMENTS = MultipleChoice(
    slug="good-moments-to-look",
    question="Which three are good moments to look at the shared record of a person you care for? Choose 3.",
    options=(
        Option(
            slug="before-a-decision",
            text="Before a decision about their care",
            feedback="A good moment: you may learn what changed, or who else is involved.",
            correct=True,
        ),
        Option(
            slug="out-of-interest",
            text="Later on, out of interest, when they are no longer in your care",
            feedback="It is natural to wonder how someone is. But interest alone is not a work reason.",
        ),
        Option(
            slug="at-handover",
            text="When you hand them on to the next worker",
            feedback="A good moment: the next worker can start where you stopped.",
            correct=True,
        ),
        Option(
            slug="only-after-something-goes-wrong",
            text="Only after something has gone wrong",
            feedback="By then the look cannot prevent it. Earlier moments help more.",
        ),
        Option(
            slug="before-referring",
            text="Before you refer them to another service",
            feedback="A good moment: you may find that someone has already referred them.",
            correct=True,
        ),
    ),
    skill="when",
    why="Look when it can still change what you do: at the start, before you decide, before you hand on.",
)

SAFE_ORDER = SingleChoice(
    slug="safest-order",
    question="You open a record and find a new entry. Which order is safest?",
    options=(
        Option(
            slug="act-write-then-check",
            text="Act; write it down; then check who wrote it and when.",
            feedback="Quick, but you might act on something old or not meant for now. Check first.",
        ),
        Option(
            slug="fit-act-then-source",
            text="See if it fits the person; act; then look at the date and at what is missing.",
            feedback="Good that you think of the person. The date and the gaps also belong before you act.",
        ),
        Option(
            slug="write-act-then-person",
            text="Write it down; act; then ask the person if it fits.",
            feedback="Copying first can spread a mistake. Ask the person before you act, where you can.",
        ),
        Option(
            slug="source-gap-fit-act-write",
            text=(
                "Check who wrote it and when; ask what is missing; see if it fits the person; act; write "
                "it down."
            ),
            feedback="You know what the entry is worth before you act on it. Then you leave a trail.",
            correct=True,
        ),
    ),
    skill="act",
    why="Read, question and confirm before you act. Then write down what you did.",
)

KEY_SAFE = TrueFalse(
    slug="key-safe-left-out",
    statement="The code for Win's key safe is not in the shared record. That may well be on purpose.",
    answer=True,
    feedback_true="The row said “not shared here” and told you whom to ask.",
    feedback_false="It could look like a fault. But the row said “not shared here”: someone chose that.",
    reasons=(
        Option(
            slug="link-has-failed",
            text="The link to the council has failed, so the code did not arrive.",
            feedback="Links do fail at times. Here the other council row arrived, so the link works.",
        ),
        Option(
            slug="kept-back-for-safety",
            text=(
                "Some details are kept back to keep people safe. The care agency can tell those who need it."
            ),
            feedback="Many people can open a shared record. A door code should reach only those who need it.",
            correct=True,
        ),
        Option(
            slug="no-key-safe",
            text="If there were a key safe, the record would give its code.",
            feedback="Missing from the record does not mean missing from Win's front door.",
        ),
    ),
    skill="quality",
    why="When something is missing, ask why, and ask the service that would know.",
)

WHOM_TO_RING = SingleChoice(
    slug="whom-to-ring-about-visits",
    question=(
        "A row says: “Home care: 2 visits a day. Live. Social worker, Fennings Vale Council.” "
        "You think Win now needs 3 visits. Whom do you ring first?"
    ),
    options=(
        Option(
            slug="gp-surgery",
            text="Ashdown Lane Surgery",
            feedback=(
                "The surgery may support the change. But the row shows that the council set up the visits."
            ),
        ),
        Option(
            slug="council",
            text="Fennings Vale Council",
            feedback="The council wrote the entry and set up the care. It can look again at what Win needs.",
            correct=True,
        ),
        Option(
            slug="falls-clinic",
            text="Brackwater falls clinic",
            feedback=(
                "The clinic knows about the falls. It did not set up the visits, so you would be passed on."
            ),
        ),
        Option(
            slug="record-help-desk",
            text="The help desk for the shared record",
            feedback="They can help if the system fails. They cannot change someone's care.",
        ),
    ),
    skill="quality",
    why="The source of an entry tells you whom to ring about it.",
)

REAL_BENEFIT = SingleChoice(
    slug="a-real-benefit",
    question="A physiotherapist looks at Win's record before a visit. Which benefit is real?",
    options=(
        Option(
            slug="need-not-ask-win",
            text="She need not ask Win about her falls at all.",
            feedback="She can ask less, but she still asks. Things may have changed since the last entry.",
        ),
        Option(
            slug="record-is-complete",
            text="She can rely on the record being complete.",
            feedback="No shared record is complete. The one you saw had no ambulance notes.",
        ),
        Option(
            slug="starts-with-the-story",
            text="She starts with what is known, and Win has less to repeat.",
            feedback="One look helps both: a better start for her, and less retelling for Win.",
            correct=True,
        ),
        Option(
            slug="skip-identity-check",
            text="She can skip checking that she has the right person.",
            feedback="She still checks that. People can have the same name, so a mix-up is easy.",
        ),
    ),
    skill="helps",
    why="The record gives you a better first question. It does not replace the conversation.",
)

CHECK: tuple[Question, ...] = (
    WHAT_IS_THE_SCR,
    GOOD_MOMENTS,
    SAFE_ORDER,
    KEY_SAFE,
    WHOM_TO_RING,
    REAL_BENEFIT,
)
