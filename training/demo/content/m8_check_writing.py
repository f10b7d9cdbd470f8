"""M8, the check's second pool: acting on a worry, an adult's wishes, facts and who can read them."""

from training.demo.content.shapes import Categorise, Option, Order, Pool, SingleChoice, Sorted, Step

FACT_OR_OPINION = Categorise(
    slug="fact-or-opinion",
    question="Which of these lines are facts, and which are opinions?",
    categories=(("fact", "Fact"), ("opinion", "Opinion")),
    items=(
        Sorted(
            slug="scald-measured",
            text="“Scald, 3 by 4 cm, left forearm”",
            category="fact",
            feedback="Where and how big: the next person can look for the same thing.",
        ),
        Sorted(
            slug="mum-shifty",
            text="“Mum seemed shifty”",
            category="opinion",
            feedback="What did you see? “Looked at the door each time I asked” is a fact.",
        ),
        Sorted(
            slug="did-it-herself",
            text="Mother: “She did it herself”",
            category="fact",
            feedback="It is a fact that she said so. Whether it is true is another question.",
        ),
        Sorted(
            slug="chaotic-family",
            text="“Chaotic family”",
            category="opinion",
            feedback="Nobody can check it, and it sticks for years. Say what happened, and when.",
        ),
        Sorted(
            slug="partner-answered",
            text="“Partner answered four of five questions for her”",
            category="fact",
            feedback="You counted what you saw. The reader can draw a conclusion.",
        ),
    ),
    skill="quality",
    why="A fact is what you saw, heard, counted or measured. Exact words are facts about what was said.",
    outcome=3,
)

FROM_WORRY_TO_ACTION = Order(
    slug="from-worry-to-action",
    question="A child's injury worries you. Put your steps in order.",
    steps=(
        Step(
            slug="keep-safe",
            text="Treat the child, and see that she is safe now",
            feedback="First, always. In immediate danger, ring 999.",
        ),
        Step(
            slug="tell-lead",
            text="Tell your safeguarding lead or the nurse in charge",
            feedback="Next: two heads, and somebody who knows the local way. If nobody answers, do not wait.",
        ),
        Step(
            slug="refer",
            text="Make the referral to children's social care",
            feedback="Then a person who can act hears it from you, today.",
        ),
        Step(
            slug="record",
            text="Finish your record: facts, times, whom you told",
            feedback="While you remember it. Jot down exact words as you go.",
        ),
        Step(
            slug="follow-up",
            text="Find out what came of it, and ask again if nothing did",
            feedback="Last: silence may mean that it was lost on the way.",
        ),
    ),
    skill="act",
    why="Safe, told, referred, written, followed up. Neither a flag nor a note does this for you.",
    outcome=4,
)

PROXY_IS_ON = SingleChoice(
    slug="proxy-access-is-on",
    question="You have a safeguarding note to save. A parent can read the child's record online. What do you do?",
    options=(
        Option(
            slug="leave-it-vague",
            text="Write it so vaguely that nobody at home will understand what it is about.",
            feedback="Then your colleagues will not understand it either, and it may still be guessed at home.",
        ),
        Option(
            slug="keep-on-paper",
            text="Keep it on paper in your drawer, and off the record.",
            feedback="Safe from the phone, but also from the doctor who sees her tonight.",
        ),
        Option(
            slug="local-process-to-hide",
            text="Hide it from online view by the local process, and check that it worked.",
            feedback="The team can read it, and the phone at home cannot.",
            correct=True,
        ),
        Option(
            slug="parent-has-a-right",
            text="Save it as usual, since a parent has proxy access.",
            feedback="Access to the record does not make each entry safe to show. This one could raise the risk.",
        ),
    ),
    skill="may_i",
    why="A full note helps the child only if it cannot be read by the wrong person first.",
    outcome=6,
)

ADULT_SAYS_NO_FUSS = SingleChoice(
    slug="adult-asks-for-silence",
    question=(
        "A resident's niece takes his bank card. He can decide for himself. “Please leave it,” he tells you. "
        "What is your next step?"
    ),
    options=(
        Option(
            slug="leave-it",
            text="Leave it. It is his money, and he has decided.",
            feedback="It is his money. But you cannot know alone whether he is free to decide, or whom else she harms.",
        ),
        Option(
            slug="ask-and-tell-manager",
            text="Ask what he wants, say that you must tell your manager, and tell her today.",
            feedback="He knows what happens next, and his wishes travel with the worry. Your lead helps with the rest.",
            correct=True,
        ),
        Option(
            slug="speak-to-niece",
            text="Have a quiet word with the niece first, so that she can put it right by herself.",
            feedback="It may warn her, and he may pay for it. Let those who know the route speak to her.",
        ),
        Option(
            slug="family-meeting",
            text="Ring his son, and let the family settle it.",
            feedback="He has not agreed to that, and you do not know who is involved. Ask him first, and your manager.",
        ),
    ),
    skill="act",
    why="Start from what the adult wants, and do not keep it to yourself. Your lead knows the local route.",
    outcome=5,
)

ACTING_AND_WRITING = Pool(
    title="Acting, and writing it down",
    draw=3,
    questions=(FACT_OR_OPINION, FROM_WORRY_TO_ACTION, PROXY_IS_ON, ADULT_SAYS_NO_FUSS),
)
