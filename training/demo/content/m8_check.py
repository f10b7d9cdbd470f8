"""M8, the check: flags and sharing (three of five), acting and writing (in its own file), and a note to write."""

from training.demo.content.m8_check_writing import ACTING_AND_WRITING
from training.demo.content.m8_kayleigh import KAYLEIGH_MAE
from training.demo.content.shapes import (
    Certainty,
    FindInRecord,
    MultipleChoice,
    Option,
    Pool,
    Question,
    RecordOption,
    ShortReason,
    SingleChoice,
    TrueFalse,
)

WHOM_CP_IS_FLAGS = MultipleChoice(
    slug="whom-cp-is-flags",
    question="Which four can CP-IS flag in England? Choose 4.",
    options=(
        Option(
            slug="emergency-visitors",
            text="Every child who has been to an emergency department",
            feedback="Visits are listed for flagged children only. A visit makes no flag by itself.",
        ),
        Option(
            slug="looked-after",
            text="A child who is looked after by a council",
            feedback="Yes. The flag names the council team to ring.",
            correct=True,
        ),
        Option(
            slug="on-a-plan",
            text="A child on a child protection plan",
            feedback="Yes. It shows that there is such a plan. For what is in it, ring the team.",
            correct=True,
        ),
        Option(
            slug="unborn-on-a-plan",
            text="An unborn baby on a child protection plan",
            feedback="Yes: care can be ready before the birth.",
            correct=True,
        ),
        Option(
            slug="known-to-gp",
            text="Every child that a GP has been worried about",
            feedback="A GP's worry makes no flag by itself. That is one reason why no flag proves little.",
        ),
        Option(
            slug="in-last-twelve-months",
            text="A child who was on a plan, or looked after, within the last 12 months",
            feedback="Yes. The flag stays for a while after a plan has ended.",
            correct=True,
        ),
    ),
    skill="when",
    why="CP-IS flags looked-after children and those on a child protection plan, born or not, now or in the last year.",
    outcome=1,
)

NO_FLAG = TrueFalse(
    slug="no-flag-no-risk",
    statement="No flag comes up, so this child is not at risk.",
    answer=False,
    feedback_true="It is a relief to see none. But it shows only that no plan is on the list.",
    feedback_false="The flag knows about plans. You can see the child.",
    reasons=(
        Option(
            slug="flags-come-late",
            text="Flags are always a year behind.",
            feedback="They need not be. The point is what they cover: plans, not worries.",
        ),
        Option(
            slug="only-known-children",
            text="The flag covers plans. Other children may be at risk too.",
            feedback="You may be the first to notice. So look at the child, and ask.",
            correct=True,
        ),
        Option(
            slug="doctors-see-more",
            text="Only doctors can see whether there is a flag, so others cannot tell.",
            feedback="Who sees it depends on role and system. That is not what makes a child safe.",
        ),
    ),
    skill="quality",
    why="No flag does not mean no risk. What you see and hear counts, with or without it.",
    outcome=1,
)

AFTER_THE_NOTICE = Certainty(
    slug="after-the-automatic-notice",
    question="CP-IS has told the council that a flagged child is in your unit. You are worried. What is left for you?",
    options=(
        Option(
            slug="nothing-more",
            text="Nothing more. The council has had the notice, and will ring if it wants to know anything else.",
            feedback="The notice says only that the child came. Nobody at the council knows what you saw.",
        ),
        Option(
            slug="write-and-trust",
            text="Write your worry in the notes, where the council can find it.",
            feedback="The council may not see your notes at all. A worry that waits to be found may wait for weeks.",
        ),
        Option(
            slug="ring-with-lead",
            text="Ring social care and say what worries you, with your safeguarding lead's help.",
            feedback="Now a person knows what you know, and can act on it tonight.",
            correct=True,
        ),
        Option(
            slug="letter-to-gp",
            text="Send the GP a letter, asking the practice to take it up.",
            feedback="The GP should know too. But a letter takes days, and the child goes home today.",
        ),
    ),
    skill="act",
    why="The automatic notice reports a visit. A referral is something that you make.",
    outcome=4,
)

PARENT_SAYS_NO = SingleChoice(
    slug="parent-says-no",
    question="You think that a child is at risk. Her father says, “You may not tell anyone.” What do you do?",
    options=(
        Option(
            slug="share-explain-record",
            text="Share what is needed, tell him if that is safe, and record why.",
            feedback="The child is safer, the father is not deceived, and your reason is there for anyone to read.",
            correct=True,
        ),
        Option(
            slug="respect-his-no",
            text="Respect it. Without his consent, nothing leaves this room.",
            feedback="His view matters, and you note it. But you do not need consent when a child is at risk.",
        ),
        Option(
            slug="try-other-parent",
            text="Ask the other parent, and share if she agrees.",
            feedback="It takes time, and may raise the risk. The child's safety does not depend on a vote.",
        ),
        Option(
            slug="share-without-names",
            text="Share it without names, so that you get advice and nobody's trust is broken.",
            feedback="That can help when you only want advice. To protect this child, they need to know who she is.",
        ),
    ),
    skill="may_i",
    why="You do not need consent to share if a child is at risk. Tell the family where it is safe to.",
    outcome=2,
)

THE_PATTERN = FindInRecord(
    slug="row-that-shows-the-pattern",
    question="Which row best shows that today's injury may be part of a pattern? Tick 1.",
    record=KAYLEIGH_MAE.slug,
    options=(
        RecordOption(
            slug="row-today",
            row="today-first-look",
            feedback="Two accounts that differ are a reason to ask more. It is one visit, not yet a pattern.",
        ),
        RecordOption(
            slug="row-not-brought",
            row="not-brought",
            feedback="Part of the picture, and worth passing on. But it says nothing about injuries.",
        ),
        RecordOption(
            slug="row-seven-weeks",
            row="visit-seven-weeks",
            feedback="One more visit. Another row puts all of them side by side.",
        ),
        RecordOption(
            slug="row-visits",
            row="unscheduled-visits",
            feedback="Four visits in seven months, at three places. No single place saw more than two of them.",
            correct=True,
        ),
        RecordOption(
            slug="row-eczema",
            row="eczema",
            feedback="Common in small children, and known for two years. It does not explain today.",
        ),
    ),
    skill="helps",
    why="No single visit tells the story. The list does, and you can ask what lies behind it.",
    outcome=1,
)

FLAGS_AND_SHARING = Pool(
    title="Flags and sharing",
    draw=3,
    questions=(WHOM_CP_IS_FLAGS, NO_FLAG, AFTER_THE_NOTICE, PARENT_SAYS_NO, THE_PATTERN),
)

WHAT_YOU_SAW = ShortReason(
    slug="write-what-you-saw-and-heard",
    question="Write the first lines of your note about Kayleigh-Mae: only what you saw and heard, and what you did.",
    hint="Time, what you saw, exact words and whose, who was there, whom you told.",
    model=(
        "17:05: scald, left forearm. Mother: “She pulled a cup.” Partner: “Off the kettle.” Both in the room. "
        "Kayleigh-Mae held her rabbit and did not speak. Safeguarding lead told 17:20, Northmere social care 17:30."
    ),
    points=(
        "It gives times.",
        "It gives exact words, and says who spoke.",
        "It says who was there, and whom you told.",
        "It has no labels and no guesses.",
    ),
    skill="quality",
    why="Facts let the next worker see what you saw. Labels make them stop looking.",
    outcome=3,
)

CHECK: tuple[Question | Pool, ...] = (FLAGS_AND_SHARING, ACTING_AND_WRITING, WHAT_YOU_SAW)
