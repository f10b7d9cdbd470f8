"""M3, the check's second pool: flags, gaps, permission, and what to do when the system is down."""

from training.demo.content.m3_record import CALLUM
from training.demo.content.shapes import (
    Certainty,
    FindInRecord,
    Option,
    Pool,
    RecordOption,
    SingleChoice,
    TrueFalse,
)

FLAGS_FOR_WHOM = TrueFalse(
    slug="flags-are-for-clinicians",
    statement="The first person to act on a reasonable adjustment flag may be a receptionist.",
    answer=True,
    feedback_true="The first minute counts, and it is often spent at the desk.",
    feedback_false="It may look like clinical business. Yet the first person Callum meets is at the desk.",
    reasons=(
        Option(
            slug="health-details-are-private",
            text="A flag holds a person's whole medical history, so few may see it.",
            feedback="It should hold a need and an action. That is why it can be shown more widely.",
        ),
        Option(
            slug="reception-acts-first",
            text="Reception can often act first, such as with a quiet place.",
            feedback="Where their local role lets them see it, they can help before triage even begins.",
            correct=True,
        ),
        Option(
            slug="all-staff-must-read-all",
            text="All staff in a department should read all of it.",
            feedback="No: each role sees what its work needs. For the desk, the flag may be just that.",
        ),
    ),
    skill="helps",
    why="A flag helps only if the first person to meet someone can act on it.",
    outcome=3,
)

NO_FLAG_SHOWN = SingleChoice(
    slug="no-flag-shown",
    question="The next person has no flag. She grips her chair and does not look up. What do you do?",
    options=(
        Option(
            slug="nothing-special",
            text="Carry on as usual. If she needed something done differently, a flag would be on the screen.",
            feedback="She may have a need that nobody has written down. You would find out the hard way.",
        ),
        Option(
            slug="ask-everyone",
            text="Ask, as you ask everyone: “Is there anything that would make this easier?”",
            feedback="She says that she lip-reads. You face her, and triage takes half the time.",
            correct=True,
        ),
        Option(
            slug="guess-and-add-flag",
            text="Add a flag for anxiety, to be on the safe side.",
            feedback="A guess in her record may follow her for years. Ask her what she needs first.",
        ),
        Option(
            slug="search-other-systems",
            text="Search every system you can open until you find one.",
            feedback="It takes time and opens more than you need. A short question is quicker.",
        ),
    ),
    skill="act",
    why="A flag that is not there proves nothing. One kind question works with or without it.",
    outcome=4,
)

SYSTEM_DOWN = Certainty(
    slug="system-is-down",
    question="The shared record is down at 2 am. A woman who cannot speak comes in by ambulance. What do you do?",
    options=(
        Option(
            slug="wait-for-it",
            text="Wait until it is back before you decide on anything, because acting without it is a risk.",
            feedback="It may be hours. She needs care now, with what you can find out by other means.",
        ),
        Option(
            slug="borrow-log-in",
            text="Try a colleague's log-in, in case yours is the trouble.",
            feedback="That breaks the log for both of you, and a system that is down stays down.",
        ),
        Option(
            slug="fallback-note-look-later",
            text="Use the fallback number or printed plan, note that you could not check, look later.",
            feedback="She gets safer care now. The next worker knows what is still unknown.",
            correct=True,
        ),
        Option(
            slug="assume-no-allergies",
            text="Go on as if she had no allergies, and write “none known”.",
            feedback="You have not looked yet, so nothing is known. “None known” would mislead everyone after you.",
        ),
    ),
    skill="act",
    why="“Could not check” is honest and useful. “None known” is a claim that you cannot make yet.",
    outcome=1,
)

WHOM_TO_RING = FindInRecord(
    slug="row-to-ring-at-night",
    question="It is 03:00 on a Sunday. Which row gives you somebody who can support Callum now? Tick 1.",
    record=CALLUM.slug,
    options=(
        RecordOption(
            slug="sister",
            row="sister",
            feedback="She cares, but she asked for daytime calls. She is not his support at night.",
        ),
        RecordOption(
            slug="coordinator",
            row="coordinator",
            feedback="A good person to tell on Monday. This number is for weekdays only.",
        ),
        RecordOption(
            slug="support-at-home",
            row="support-at-home",
            feedback="The on-call number answers day and night. They can meet him, and know his routine.",
            correct=True,
        ),
        RecordOption(
            slug="medicine-prompts",
            row="medicine-prompts",
            feedback="It tells you why you must ring: nobody is there overnight. It does not say whom.",
        ),
        RecordOption(
            slug="seizure-plan",
            row="seizure-plan",
            feedback="Useful to those who support him. It will not open the door for him tonight.",
        ),
    ),
    skill="when",
    why="Before you send somebody home, find out who is there, and ring them while they can still prepare.",
    outcome=1,
)

MAY_I_FOR_HIM = SingleChoice(
    slug="support-worker-answers-for-him",
    question="You ask Callum if you may look at his record. His support worker says, “Just look, he won't "
    "follow.” What next?",
    options=(
        Option(
            slug="ask-callum-his-way",
            text="Thank them, and ask Callum again: one short question, and time to answer.",
            feedback="He says yes. The adjustment that helps him answer also helps him decide.",
            correct=True,
        ),
        Option(
            slug="take-workers-yes",
            text="Take that as a yes. The worker is with him often, and knows best what he would want.",
            feedback="Knowing him well does not let the worker agree for him. Callum has not been asked yet.",
        ),
        Option(
            slug="no-look-at-all",
            text="Do not look, to be on the safe side.",
            feedback="Then you miss his allergy. It is safer to ask him in a way that he can answer.",
        ),
        Option(
            slug="emergency-access",
            text="Use emergency access, because asking takes time.",
            feedback="That is for people who cannot be asked. Callum can be, if you ask in his way.",
        ),
    ),
    skill="may_i",
    why="Needing time to answer is not the same as being unable to. Adjust how you ask.",
    outcome=3,
)

ACTING = Pool(
    title="Flags, gaps and what to do",
    draw=3,
    questions=(FLAGS_FOR_WHOM, NO_FLAG_SHOWN, SYSTEM_DOWN, WHOM_TO_RING, MAY_I_FOR_HIM),
)
