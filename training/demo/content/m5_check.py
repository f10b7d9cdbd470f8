"""M5, the check: questions on following a referral through, and the pools that a try draws from."""

from training.demo.content.m5_check_sending import SENDING
from training.demo.content.shapes import (
    Match,
    MultipleChoice,
    Option,
    Order,
    Pair,
    Pool,
    Question,
    SingleChoice,
    Step,
)

WHAT_IT_SAYS = Match(
    slug="what-each-status-says",
    question="Match each status with what it tells you.",
    pairs=(
        Pair(
            slug="sent",
            left="Sent",
            right="It has left the sender. You know no more.",
            feedback="The sender's screen cannot see the other end.",
        ),
        Pair(
            slug="received",
            left="Received",
            right="It has arrived. Nobody need have decided.",
            feedback="Arrived is good. A decision is a second step.",
        ),
        Pair(
            slug="accepted",
            left="Accepted",
            right="The service has agreed to take it on.",
            feedback="Now there is an owner. There may not yet be a date.",
        ),
        Pair(
            slug="declined",
            left="Declined",
            right="The service has said no, and somebody must act.",
            feedback="The need is still there. So read why, and find the next step.",
        ),
    ),
    extra=("The person has been told.",),
    skill="quality",
    why="No status, on its own, shows that the person knows. That takes somebody to tell them.",
    outcome=4,
)

WHICH_NEED_ACTION = MultipleChoice(
    slug="which-need-action",
    question="You look down your list of referrals. Which three ask you to do something today? Choose 3.",
    options=(
        Option(
            slug="accepted-waiting",
            text="Accepted, waiting. You told the person last week",
            feedback="It has an owner and the person knows. Note a day to check it again.",
        ),
        Option(
            slug="declined",
            text="Declined: outside criteria",
            feedback="Nobody has the person now. Read why, redirect it, and tell them.",
            correct=True,
        ),
        Option(
            slug="received-no-detail",
            text="Received, no detail",
            feedback="The service cannot decide. One call with the five things may free it.",
            correct=True,
        ),
        Option(
            slug="visit-booked",
            text="Accepted, visit booked for Tuesday. The person has the letter",
            feedback="This one is moving. Look again after Tuesday, for what came of it.",
        ),
        Option(
            slug="closed-with-advice",
            text="Closed with advice for the surgery",
            feedback="“Closed” sounds done. The advice still needs someone to read it and act.",
            correct=True,
        ),
    ),
    skill="act",
    why="Look for the rows where nobody will act unless you do.",
    outcome=4,
)

FROM_LOOK_TO_RECORD = Order(
    slug="from-look-to-record",
    question="Put the steps of a referral in the order that works best.",
    steps=(
        Step(
            slug="look",
            text="Look at what is already under way",
            feedback="First, because it may save the rest.",
        ),
        Step(
            slug="write",
            text="Write the five things, and agree them with the person",
            feedback="Before sending, so that nothing goes out that they did not expect.",
        ),
        Step(
            slug="send",
            text="Send it",
            feedback="Once it says what the receiver needs.",
        ),
        Step(
            slug="confirm-received",
            text="Confirm that it was received",
            feedback="Soon after sending, while you can still mend it.",
        ),
        Step(
            slug="tell-the-person",
            text="Tell the person who has it, and what to do meanwhile",
            feedback="When you know that it arrived, you can tell them something true.",
        ),
        Step(
            slug="check-outcome",
            text="Check what came of it",
            feedback="On the day that you noted: accepted, declined or still waiting?",
        ),
        Step(
            slug="record-outcome",
            text="Record the outcome",
            feedback="Last, so that the next worker sees how it ended, not just that it was sent.",
        ),
    ),
    skill="act",
    why="A referral works when it comes back to you. The last three steps are the ones that get lost.",
    outcome=4,
)

WHO_MUST_KNOW = SingleChoice(
    slug="who-must-know-it-was-declined",
    question="A service declines Rosalind's referral. Who needs to know first?",
    options=(
        Option(
            slug="husband",
            text="Ruben, as he is the one who rings",
            feedback="He may be glad to hear. But it is Rosalind's news, and she decides who shares it.",
        ),
        Option(
            slug="team-that-wrote-it",
            text="The team that typed it, so that it can close the task",
            feedback="Closing the task is how it gets lost. Somebody must decide what happens next.",
        ),
        Option(
            slug="rosalind-and-clinician",
            text="Rosalind, and the clinician who asked",
            feedback="She knows that the plan has changed. The clinician can choose the next step.",
            correct=True,
        ),
        Option(
            slug="nobody-until-accepted",
            text="Nobody yet: wait until another service has said yes",
            feedback="You want good news to bring. Meanwhile she waits for a call that will not come.",
        ),
    ),
    skill="act",
    why="The person and whoever asked must both know. Then nobody waits for something that has stopped.",
    outcome=4,
)

CHECK: tuple[Question | Pool, ...] = (
    Pool(title="Look, and send", draw=3, questions=SENDING),
    Pool(
        title="Follow it through",
        draw=3,
        questions=(WHAT_IT_SAYS, WHICH_NEED_ACTION, FROM_LOOK_TO_RECORD, WHO_MUST_KNOW),
    ),
)
