"""M2, the final check: six questions, none of them used for practice."""

from training.demo.content.shapes import MultipleChoice, Option, Question, SingleChoice, TrueFalse

WHY_NO_FORM = SingleChoice(
    slug="why-no-signed-form",
    question=(
        "Why can a care team usually share relevant information for a person's own care without a signed "
        "form?"
    ),
    options=(
        Option(
            slug="form-at-registration",
            text="People sign a data protection form when they join a GP surgery.",
            feedback="Many people believe this. Sharing for care does not usually rest on a signed form.",
        ),
        Option(
            slug="staff-may-see-all",
            text="Health and care staff may see any record they wish.",
            feedback="Staff need a reason and a link to the person. Being staff is not enough.",
        ),
        Option(
            slug="care-ground-and-implied-consent",
            text=(
                "Data protection law has grounds for care work, and the person's agreement is usually "
                "implied."
            ),
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
)

EMERGENCY_ACCESS = MultipleChoice(
    slug="proper-emergency-access",
    question="Which three belong to proper emergency access? Choose 3.",
    options=(
        Option(
            slug="managers-password",
            text="Your manager lends you a password.",
            feedback="You always sign in as yourself. Otherwise the log names the wrong person.",
        ),
        Option(
            slug="cannot-ask-and-needed-now",
            text="The person cannot be asked, and the information is needed now.",
            feedback="Both make it an emergency. If you can ask or wait, use the usual way.",
            correct=True,
        ),
        Option(
            slug="reason-recorded",
            text="You record a clear reason.",
            feedback="The reason shows why you looked. Write it so that a stranger would understand.",
            correct=True,
        ),
        Option(
            slug="saves-time-asking",
            text="The person is awake and talking, but asking would take time.",
            feedback="If they can be asked, ask. Your ten-second question is quicker than you think.",
        ),
        Option(
            slug="may-be-checked-later",
            text="Someone may check it afterwards.",
            feedback="Expect a check. With a clear reason, it is soon done.",
            correct=True,
        ),
    ),
    skill="may_i",
    why="Emergency access is a proper tool. Use it openly, as yourself, with a reason.",
)

WIFE_RINGS = SingleChoice(
    slug="wife-rings-the-ward",
    question=(
        "Gareth is awake on your ward. His wife rings: “How is he? I think he's confused.” "
        "No permission to share is recorded. What do you do?"
    ),
    options=(
        Option(
            slug="reassure-with-result",
            text="Tell her that his scan was fine, so that she can stop worrying.",
            feedback="A kind wish, but that is sharing. Gareth has not said that you may.",
        ),
        Option(
            slug="end-the-call",
            text="Say that you cannot talk to her at all, and end the call.",
            feedback="You can always listen. She may know something that his care needs.",
        ),
        Option(
            slug="tell-all-next-of-kin",
            text="Tell her all, because she is his next of kin.",
            feedback="Being next of kin does not, by itself, let her see or hear it all. Ask Gareth.",
        ),
        Option(
            slug="listen-and-ask-gareth",
            text="Listen, note her concern, give no details, and ask Gareth what he would like shared.",
            feedback="She is heard, her news reaches the team, and Gareth decides.",
            correct=True,
        ),
    ),
    skill="act",
    why="Listening shares nothing. Gareth can speak for himself, so ask him.",
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
            slug="minimum-necessary",
            text="My reason covers only what I need for this care.",
            feedback="That is the third principle: use as little as the task needs.",
            correct=True,
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
    ),
    skill="may_i",
    why="Know what you are looking for before you open the record. Then stop when you have found it.",
)

CLEAR_REASON = SingleChoice(
    slug="clearest-reason",
    question="A doctor uses emergency access. Which reason will be clearest to someone who checks the log?",
    options=(
        Option(
            slug="checking",
            text="“Checking”",
            feedback="It does not say what, or why. The doctor would have to explain it weeks later.",
        ),
        Option(
            slug="emergency",
            text="“Emergency”",
            feedback="The log shows that already. Say what the person's state was, and what you needed.",
        ),
        Option(
            slug="asked-by-consultant",
            text="“Asked to by the consultant”",
            feedback="It says who asked, but not why Gareth's care needed it.",
        ),
        Option(
            slug="state-and-need",
            text="“Unconscious in resus. Checking anticoagulants and allergies before theatre.”",
            feedback="It says why he could not be asked, what was needed and what for.",
            correct=True,
        ),
    ),
    skill="quality",
    why="A good reason has three parts: the person's state, what you needed, and what for.",
)

AUDIT_LIST = SingleChoice(
    slug="list-for-an-audit",
    question=(
        "Your team plans an audit. You are asked to use the shared record to list everyone with a care plan. "
        "What do you do first?"
    ),
    options=(
        Option(
            slug="stop-and-ask",
            text="Stop, and ask your information governance lead if and how you may.",
            feedback="An audit can be good work. It is not the person's own care, so other rules may apply.",
            correct=True,
        ),
        Option(
            slug="go-ahead-it-is-work",
            text="Go ahead, as it is for work.",
            feedback="It is work, but not direct care for these people. Your access may not cover it.",
        ),
        Option(
            slug="open-only-a-few",
            text="Open only a few records, to be careful.",
            feedback="A smaller number is still a look outside direct care. Ask before the first one.",
        ),
        Option(
            slug="refuse-outright",
            text="Refuse: audits are never allowed.",
            feedback="There may be a proper way to do it. Ask, so that the audit can go ahead well.",
        ),
    ),
    skill="may_i",
    why="Direct care and other uses follow different rules. When it is not direct care, ask first.",
)

CHECK: tuple[Question, ...] = (
    WHY_NO_FORM,
    EMERGENCY_ACCESS,
    WIFE_RINGS,
    ONLY_THE_PART,
    CLEAR_REASON,
    AUDIT_LIST,
)
