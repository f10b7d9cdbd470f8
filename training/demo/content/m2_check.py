"""M2, the final check: each try asks three questions of each pool, and one to answer in your own words."""

from training.demo.content.m2_check_doing import WHAT_TO_DO
from training.demo.content.shapes import (
    Categorise,
    Option,
    Pool,
    Question,
    ShortReason,
    SingleChoice,
    Sorted,
    TrueFalse,
)

WHOSE_RECORD = Categorise(
    slug="whose-record-may-you-open",
    question="You are at work. May you open the parts of the record that you need?",
    categories=(("may", "I may look"), ("may-not", "I may not"), ("stop-and-ask", "Stop and ask first")),
    items=(
        Sorted(
            slug="todays-clinic-patient",
            text="A person in your clinic today",
            category="may",
            feedback="You are treating them today. That is a clear link to the person.",
        ),
        Sorted(
            slug="daughters-result",
            text="Your daughter, who is worried about a test result",
            category="may-not",
            feedback="You care for her as a parent, not at work. Help her to ask her own care team.",
        ),
        Sorted(
            slug="handed-over-to-you",
            text="A person on your list, just handed over to you",
            category="may",
            feedback="Their care has passed to you, so the link is there.",
        ),
        Sorted(
            slug="own-record",
            text="Your own record",
            category="stop-and-ask",
            feedback="Usually this is not allowed, and rules differ. As a patient you have your own way to see it.",
        ),
        Sorted(
            slug="colleague-off-sick",
            text="A colleague who is off sick, to see if they need help",
            category="may-not",
            feedback="A kind thought, but not a work reason. Send them a message instead.",
        ),
        Sorted(
            slug="list-for-an-audit",
            text="Everyone with a care plan, to make a list for an audit",
            category="stop-and-ask",
            feedback="An audit can be good work. It is not the person's own care, so other rules may apply.",
        ),
        Sorted(
            slug="famous-inpatient",
            text="A famous person on another ward",
            category="may-not",
            feedback="You are not part of their care. Fame takes nobody's privacy away.",
        ),
        Sorted(
            slug="care-line-caller",
            text="A person who has just rung your care line for help",
            category="may",
            feedback="They asked you for help and you are giving it. First check who is calling.",
        ),
    ),
    skill="may_i",
    why="The test is not how well you mean. It is whether you need it for this person's care, now.",
    outcome=1,
)

WHY_NO_FORM = SingleChoice(
    slug="why-no-signed-form",
    question=(
        "Why can a care team usually share relevant information for a person's own care without a signed form?"
    ),
    options=(
        Option(
            slug="form-at-registration",
            text="People sign a data protection form when they join a GP surgery, and it covers later care.",
            feedback="Many people believe this. Sharing for care does not usually rest on a signed form.",
        ),
        Option(
            slug="staff-may-see-all",
            text="Health and care staff may see any record they wish.",
            feedback="Staff need a reason and a link to the person. Being staff is not enough.",
        ),
        Option(
            slug="care-ground-and-implied-consent",
            text="Data protection law has grounds for care work, and the person's agreement is usually implied.",
            feedback="Both tests are met: a ground in data protection law, and the duty of confidentiality.",
            correct=True,
        ),
        Option(
            slug="next-of-kin-agreed",
            text="The next of kin has agreed for them.",
            feedback="Next of kin cannot agree for someone just by being next of kin.",
        ),
    ),
    skill="may_i",
    why=(
        "If the person objects, or the use is not for their care, implied consent no longer fits. "
        "Then stop and ask."
    ),
    outcome=2,
)

OPT_OUT = TrueFalse(
    slug="opt-out-and-emergency-care",
    statement=(
        "A person has chosen the national data opt-out. "
        "So the staff who treat them in A&E cannot use their shared record."
    ),
    answer=False,
    feedback_true="The name does sound like that. But it does not stop sharing for the person's own care.",
    feedback_false="It does not stop the people who treat them from seeing what they need.",
    reasons=(
        Option(
            slug="covers-every-use",
            text="It covers every use of the person's information, in care and outside it.",
            feedback="It covers research and planning. It leaves the person's own care alone.",
        ),
        Option(
            slug="research-and-planning-only",
            text="It is about uses beyond their own care, such as research and planning.",
            feedback="That is what people opt out of. Sharing for their own care goes on.",
            correct=True,
        ),
        Option(
            slug="emergencies-cancel-it",
            text="It applies to care, but an emergency cancels it.",
            feedback="It never applied to the person's own care, so there is nothing to cancel.",
        ),
    ),
    skill="may_i",
    why="If a person asks what a choice of theirs does, do not guess. Ask your information governance lead.",
    outcome=2,
)

ONLY_THE_PART = TrueFalse(
    slug="only-the-part-you-need",
    statement=(
        "You have a good care reason to open Gareth's record. You should still read only the parts you need."
    ),
    answer=True,
    feedback_true="A reason opens the door. It does not make the whole house yours to see.",
    feedback_false="Your reason does let you in. But it covers only the parts that this care needs.",
    reasons=(
        Option(
            slug="log-counts-pages",
            text="The log gets too long if I read more.",
            feedback="The log does record views, but its length is no matter. What counts is what you need.",
        ),
        Option(
            slug="once-inside-all-is-allowed",
            text="Once I have a link to the person, every part is mine to read.",
            feedback="The link lets you in. It does not make every part relevant to your work.",
        ),
        Option(
            slug="rest-may-be-wrong",
            text="The other parts may be out of date.",
            feedback="They may be, and you always check dates. But the reason here is the person's privacy.",
        ),
        Option(
            slug="minimum-necessary",
            text="My reason covers only what I need for this care.",
            feedback="That is the third principle: use as little as the task needs.",
            correct=True,
        ),
    ),
    skill="may_i",
    why="Know what you are looking for before you open the record. Then stop when you have found it.",
    outcome=1,
)

A_GOOD_REASON = ShortReason(
    slug="write-a-good-reason",
    question=(
        "A person is unconscious in resus and may need theatre. You use emergency access. "
        "What reason do you type?"
    ),
    hint="The person's state; what you needed; what for.",
    model="Unconscious in resus. Checking anticoagulants and allergies before theatre.",
    points=(
        "It says why the person could not be asked.",
        "It says what you looked for, and no more than that.",
        "A stranger who reads it next month would understand.",
    ),
    skill="quality",
    why="A good reason has three parts: the person's state, what you needed, and what for.",
    outcome=4,
)

CHECK: tuple[Question | Pool, ...] = (
    Pool(
        title="May I look?",
        draw=3,
        questions=(WHOSE_RECORD, WHY_NO_FORM, OPT_OUT, ONLY_THE_PART),
    ),
    WHAT_TO_DO,
    A_GOOD_REASON,
)
