"""M8, its moments: public pages about noticing, sharing and writing down."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "spot-it-share-it"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="a-child-is-at-triage",
        title="A child is in front of me",
        roles=("nurse", "doctor", "paramedic"),
        question="Is there a child protection flag, and what do earlier visits look like side by side?",
        where="Safeguarding information (CP-IS), in the National Care Records Service or your local system.",
        why="One injury may look like bad luck. The list of visits may ask a question.",
        check_against="The child, and what each adult says. Keep exact words.",
        if_not_there="No flag does not mean no risk. If you are worried, ring your safeguarding lead.",
        module=MODULE_SLUG,
        information=("safeguarding",),
    ),
    Moment(
        slug="it-is-probably-nothing",
        title="It's probably nothing",
        roles=("gp-admin", "midwife-health-visitor", "nurse", "mental-health"),
        question="I noticed something small. Has anybody else noticed something too?",
        where="Recent contacts, “was not brought”, letters from other places. Only if you are caring for the person.",
        why="Each worker holds one piece. Yours may be the one that makes the picture.",
        check_against="Your safeguarding lead. You need not be sure before you ask.",
        if_not_there="Share your piece all the same. Write what you saw and heard, with the time.",
        module=MODULE_SLUG,
        information=("letters",),
    ),
    Moment(
        slug="before-a-child-goes-home",
        title="Before a child goes home",
        roles=("doctor", "nurse", "paramedic"),
        question="Has a person heard what worries me, or only a system that she was here?",
        where="The flag shows which council team to ring. Local contacts show your safeguarding lead.",
        why="An automatic notice says that a child came. Only you can say what worries you.",
        check_against="Your safeguarding lead and children's social care. Note names and times.",
        if_not_there="Ring the children's social care team where the child lives. In immediate danger, ring 999.",
        module=MODULE_SLUG,
        information=("safeguarding", "carers"),
    ),
    Moment(
        slug="an-adult-asks-me-not-to-tell",
        title="“Promise you won't tell”",
        roles=("care-worker", "care-home-nurse", "paramedic", "nurse"),
        question="An adult tells me something that worries me. What can I promise, and whom do I tell?",
        where="Care plan, recent notes and contacts: changes in visits, weight, skin or money.",
        why="Their wishes can travel with the worry. You need not carry it alone.",
        check_against="The person, alone: “What would you like to happen?” Then your manager, today.",
        if_not_there="Ring your manager or safeguarding lead. In immediate danger, ring 999.",
        module=MODULE_SLUG,
        information=("care-plans", "carers"),
    ),
    Moment(
        slug="before-a-strategy-meeting",
        title="Before a strategy meeting",
        roles=("social-worker", "midwife-health-visitor", "mental-health", "doctor"),
        question="Which facts do I bring, with date, source and exact words?",
        where="Contacts, letters and “was not brought”, in order of time. Your own notes as well.",
        why="A short line of dated facts helps everyone at the table to see the same picture.",
        check_against="The service that wrote each entry. Ring if a line is unclear or second-hand.",
        if_not_there="Say what you could not see, so that nobody takes a gap for good news.",
        module=MODULE_SLUG,
        information=("letters", "carers"),
    ),
)
