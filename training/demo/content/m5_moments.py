"""M5, the moments of work at which a look makes a referral work first time."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "referrals-that-work-first-time"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="before-i-write-a-referral",
        title="Before I write a referral",
        roles=("doctor", "nurse", "mental-health"),
        question="Has somebody referred this person already, and where has it got to?",
        where="Shared record: recent contacts, letters and documents, other services' rows. Look for a status.",
        why="A second referral can hold up both. A row with a number tells you whom to ring instead.",
        check_against="The person, and the service named in the row. Note how old the row is.",
        if_not_there="Not every service shares. Ask the person who has written to them, then ring the likely service.",
        module=MODULE_SLUG,
        information=("referrals", "letters"),
    ),
    Moment(
        slug="a-referral-with-nothing-in-it",
        title="A referral with nothing in it",
        roles=("allied-health-professional", "social-worker", "mental-health"),
        question="What is being asked, how soon, and whom may I ring?",
        where="Shared record: recent contacts, problems, medicines, About Me and contacts.",
        why="You can judge how soon to see the person, and you need not send it back.",
        check_against="The sender, the surgery, and above all the person. Is it what they want too?",
        if_not_there="Ring the sender. If nobody answers, ring the surgery. Keep it on your list until you know.",
        module=MODULE_SLUG,
        information=("diagnoses", "medicines", "about-me"),
    ),
    Moment(
        slug="declined-what-now",
        title="Declined. What now?",
        roles=("gp-admin", "doctor", "nurse"),
        question="Why was it declined, and who acts next?",
        where="The service's row or letter. Read to the end: the reason and the next step are often there.",
        why="The need has not gone away. Without you, everyone may think that somebody else has it.",
        check_against="The clinician who asked. Would the service named be the right one?",
        if_not_there="Ring the service and ask for the reason. Tell the person today that the plan has changed.",
        module=MODULE_SLUG,
        information=("referrals", "letters"),
    ),
    Moment(
        slug="the-family-says-nothing-is-happening",
        title="“Nothing is happening”",
        roles=("gp-admin", "volunteer", "social-worker"),
        question="Is the person on a list, and what can help while they wait?",
        where="Shared record: the latest row from the service. If you have no access, ask someone who has.",
        why="“Accepted six weeks ago” and a number to ring are worth more than a new form.",
        check_against="The service itself. Ask about the wait, and what to do if things get worse.",
        if_not_there="Listen first. Ask the person what you may tell the family. Then ring the service.",
        module=MODULE_SLUG,
        information=("referrals",),
    ),
)
