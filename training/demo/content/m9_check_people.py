"""M9, the final check: the pool about people, small numbers and results."""

from training.demo.content.shapes import (
    BestSource,
    Categorise,
    Certainty,
    Option,
    Pool,
    RankedSource,
    SingleChoice,
    Sorted,
)

KINDS_OF_CHANGE = Categorise(
    slug="job-workflow-or-culture",
    question="What kind of change is it?",
    categories=(("job", "A job"), ("workflow", "A workflow"), ("culture", "A culture")),
    items=(
        Sorted(
            slug="physio-reads-first",
            text="The physio reads the clinic letter before the visit, not after it.",
            category="job",
            feedback="One person does one thing differently. Show them when, and let them try it.",
        ),
        Sorted(
            slug="who-restarts-care",
            text="The ward and the council agree who restarts a care package.",
            category="workflow",
            feedback="It happens between two services, so both must know it and write it down.",
        ),
        Sorted(
            slug="no-blame-for-errors",
            text="People report a wrong entry, and nobody is blamed.",
            category="culture",
            feedback="It is about what feels safe here. Leaders change it by what they do.",
        ),
        Sorted(
            slug="clerk-looks-first",
            text="The ward clerk looks at the care package before she rings a family.",
            category="job",
            feedback="A step in one person's day. It costs her two minutes, so say who gains.",
        ),
        Sorted(
            slug="home-has-summary",
            text="The care home has the summary before the person arrives.",
            category="workflow",
            feedback="Several people and two services must act in turn. Walk it through with all of them.",
        ),
        Sorted(
            slug="sharing-is-care",
            text="Staff say: “Sharing what matters is part of good care.”",
            category="culture",
            feedback="A belief that people hold together. Ask about it before the launch, and after.",
        ),
    ),
    skill="helps",
    why="Each kind needs its own help: show a job, walk through a workflow, lead a culture.",
    outcome=3,
)

TOO_FEW = SingleChoice(
    slug="why-too-few-to-show",
    question="A report shows “too few to show” for the night staff. What is the reason?",
    options=(
        Option(
            slug="nobody-answered",
            text="Nobody on nights answered.",
            feedback="Perhaps, perhaps not. The report does not tell you, and that is on purpose.",
        ),
        Option(
            slug="answers-were-bad",
            text="Their answers were poor, so they were left out to be fair to them.",
            feedback="What they said plays no part. Only how few they are does.",
        ),
        Option(
            slug="system-fault",
            text="The system failed to load the answers.",
            feedback="A fault would look different. These words are a choice, made to protect people.",
        ),
        Option(
            slug="could-be-picked-out",
            text="In so small a group, somebody could be picked out.",
            feedback="People answer openly when they know that nobody can trace it to them.",
            correct=True,
        ),
    ),
    skill="quality",
    why="Hiding small numbers keeps the promise that made people answer.",
    outcome=4,
)

WORK_IT_OUT = Certainty(
    slug="take-the-total-and-subtract",
    question=(
        "You know the total for the ward, and the number for the day staff. "
        "The night staff are hidden. What do you do?"
    ),
    options=(
        Option(
            slug="leave-it-and-tell",
            text="Leave it, and tell whoever makes the report that it can be worked out",
            feedback="You keep the promise, and they can close the gap for every other team.",
            correct=True,
        ),
        Option(
            slug="subtract-for-yourself",
            text="Take one from the other, and keep the result to yourself",
            feedback="You would know what people were promised nobody could know. It will colour what you do.",
        ),
        Option(
            slug="ask-the-day-staff",
            text="Ask the day staff what they think that the nights said",
            feedback="Guesses about colleagues do harm. Talk with the night team itself.",
        ),
        Option(
            slug="subtract-with-permission",
            text="Take one from the other, as the director has asked for it",
            feedback="A director cannot give away a promise made to staff. Explain why, and offer themes.",
        ),
    ),
    skill="may_i",
    why="What is hidden stays hidden, even if you could work it out. Report the gap.",
    outcome=4,
)

USE_WENT_UP = SingleChoice(
    slug="what-may-you-say-about-use",
    question="After the training, one ward opens the record twice as often. What may you tell the board?",
    options=(
        Option(
            slug="proof",
            text="“The training works: it has doubled the use of the record.”",
            feedback="It may have. But a second log-in was removed that week, too. You cannot tell them apart.",
        ),
        Option(
            slug="nothing-until-certain",
            text="Nothing, until a study has proved it.",
            feedback="Then nobody learns anything for years. Say what you see, and what you do not know.",
        ),
        Option(
            slug="percentage-only",
            text="“Use is up by 100%.”",
            feedback="It sounds large. Two views instead of one would be the same. Give both numbers.",
        ),
        Option(
            slug="numbers-and-doubt",
            text="“20 of 100 contacts before, 40 of 100 after. Other things changed, too. Here is what staff say.”",
            feedback="They see the numbers, the limits and a reason to go on looking.",
            correct=True,
        ),
    ),
    skill="quality",
    why="Two things that happen together need not be cause and effect. Show both numbers, and say so.",
    outcome=5,
)

DID_WORK_CHANGE = BestSource(
    slug="did-the-work-change",
    question="Twelve weeks on: did work change? Rank what you could look at. 1 is best.",
    sources=(
        RankedSource(
            slug="smiles",
            text="How people liked the training on the day",
            rank=4,
            feedback="Nice to know. It says little about what they did afterwards.",
        ),
        RankedSource(
            slug="use-and-stories",
            text="Use by role and place, before and after, with what staff say changed",
            rank=1,
            feedback="It shows what people did, where, and why. Still say what else changed.",
        ),
        RankedSource(
            slug="completions",
            text="How many finished the training",
            rank=3,
            feedback="It shows who had the chance to learn. It does not show what they did with it.",
        ),
        RankedSource(
            slug="six-week-answers",
            text="Answers after six weeks: “I looked before I …, and it changed what I did”",
            rank=2,
            feedback="Close to the work. But people remember and judge themselves, so look at use as well.",
        ),
    ),
    skill="quality",
    why="Liking, learning, doing, results: the further along, the more it tells you.",
    outcome=5,
)

PEOPLE_AND_RESULTS = Pool(
    title="People and results",
    draw=3,
    questions=(KINDS_OF_CHANGE, TOO_FEW, WORK_IT_OUT, USE_WENT_UP, DID_WORK_CHANGE),
)
