"""M6, the check: questions on what comes after, and the pools that a try draws from."""

from training.demo.content.m6_check_before import BEFORE
from training.demo.content.shapes import (
    Certainty,
    Option,
    Order,
    Pool,
    Question,
    ShortReason,
    SingleChoice,
    Step,
    TrueFalse,
)

COPY_IN_HER_BAG = TrueFalse(
    slug="a-copy-in-her-bag",
    statement="Beatrice has a copy of her summary. Her care agency may still not know what has changed.",
    answer=True,
    feedback_true="Her copy is hers. The agency needs to be told, and to say that it has understood.",
    feedback_false="It would help if it did. But a paper in a bag tells the agency nothing until someone reads it.",
    reasons=(
        Option(
            slug="agencies-may-not-read",
            text="Care workers are not allowed to read it, even if she says yes.",
            feedback="If Beatrice agrees, she can show it to whom she likes. It is her copy.",
        ),
        Option(
            slug="having-is-not-knowing",
            text="The right worker must see it, in time, and their office must have it too.",
            feedback="Tonight's worker is one of several. The office is what reaches all of them.",
            correct=True,
        ),
        Option(
            slug="reads-it-out",
            text="She will read out the important parts to each worker who comes to the door.",
            feedback="She may. But she has just come home, tired, and it is not her task to hand over.",
        ),
        Option(
            slug="agency-gets-one-too",
            text="A copy goes to each care agency at the same moment.",
            feedback="In some places something does. In many it does not. Ask what happens in yours.",
        ),
    ),
    skill="quality",
    why="Give the person a copy, and tell the agency. One does not replace the other.",
    outcome=3,
)

ORDER_OF_LEAVING = Order(
    slug="order-of-leaving",
    question="Put the steps of a safe discharge in the order that works best.",
    steps=(
        Step(
            slug="check-support",
            text="Check the support that exists already",
            feedback="First, because restarting it takes others some time.",
        ),
        Step(
            slug="reconcile-medicines",
            text="Compare the medicines before, during and after the stay",
            feedback="Before you write, so that the summary says what changed and why.",
        ),
        Step(
            slug="finish-summary",
            text="Finish the summary: no blanks",
            feedback="Once you know the changes. A blank now becomes a call on Saturday.",
        ),
        Step(
            slug="tell-receivers",
            text="Tell those who receive the person",
            feedback="When there is something final to tell, and before the person leaves.",
        ),
        Step(
            slug="confirm-seen",
            text="Confirm that they can see it",
            feedback="Telling is half. The other half is hearing that they have it.",
        ),
        Step(
            slug="first-visit-call",
            text="Take the call from the first visit",
            feedback="Last: the care worker has been in, and finds what nobody thought of.",
        ),
    ),
    skill="act",
    why="Start with what takes others longest. End when the next worker has begun.",
    outcome=4,
)

SURGERY_TIMING = SingleChoice(
    slug="when-the-surgery-compares",
    question="The surgery receives a discharge summary. By when should it have compared the medicines with its list?",
    options=(
        Option(
            slug="within-24-hours",
            text="Within 24 hours, even on a Sunday",
            feedback="That is the measure for the hospital, when someone comes in urgently.",
        ),
        Option(
            slug="one-week-and-before-supply",
            text="Within 1 week, and before any new supply",
            feedback="Both count. If a repeat is asked for on day two, the comparing comes first.",
            correct=True,
        ),
        Option(
            slug="at-next-review",
            text="At the person's next yearly review of medicines",
            feedback="By then the old list may have been issued many times over.",
        ),
        Option(
            slug="when-person-asks",
            text="When the person, or someone close, asks about it",
            feedback="They may not know that something is wrong. The list goes on by itself.",
        ),
    ),
    skill="when",
    why="NICE sets this as a quality standard. The repeat request is the moment at which it matters.",
    outcome=4,
)

WHO_SEES_IT = Certainty(
    slug="who-sees-the-summary",
    question="Your summary is signed, and shows in the shared record. Who can see it tonight?",
    options=(
        Option(
            slug="all-who-give-care",
            text="Each service that gives the person care",
            feedback="That is the hope. But some have no access, and some see it only the next day.",
        ),
        Option(
            slug="gp-and-nobody-else",
            text="The GP surgery, and nobody else",
            feedback="The surgery often gets it. Others may see it too: that is what sharing is for.",
        ),
        Option(
            slug="depends-so-ask",
            text="It depends, so you ask the one who needs it",
            feedback="A call of one minute tells you. If they cannot see it, use your local route.",
            correct=True,
        ),
        Option(
            slug="person-decides-each-view",
            text="Those whom the person has let in, one by one, on a form",
            feedback="People may object to sharing. But access is not usually set up by a form for each viewer.",
        ),
    ),
    skill="quality",
    why="Being in the shared record is not the same as being seen. Ask the worker who needs it.",
    outcome=3,
)

GP_TO_CHASE = ShortReason(
    slug="rewrite-gp-to-chase",
    question=(
        "A draft says: “Bloods. GP to chase.” It is Friday 5 June. The kidney blood test is due in a week. "
        "Rewrite it so that someone can act."
    ),
    model="Practice: please repeat U&E by Fri 12 June; result to Dr Amari if creatinine rising.",
    points=(
        "It says which test, and what to do with the result.",
        "It says who does it.",
        "It gives a date, not “in a week”.",
        "A stranger could do it from this line alone.",
    ),
    skill="act",
    why="One line that can be acted on saves three calls, and perhaps a kidney. U&E is a kidney blood test.",
    hint="Who, what, by when, and what if it is worse?",
    outcome=2,
)

CHECK: tuple[Question | Pool, ...] = (
    Pool(title="Before the door closes", draw=3, questions=BEFORE),
    Pool(
        title="After the door has closed",
        draw=3,
        questions=(COPY_IN_HER_BAG, ORDER_OF_LEAVING, SURGERY_TIMING, WHO_SEES_IT),
    ),
    GP_TO_CHASE,
)
