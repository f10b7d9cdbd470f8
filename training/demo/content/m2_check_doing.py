"""M2, the final check: the pool about what to do when somebody asks, says no, or cannot say anything."""

from training.demo.content.shapes import Certainty, MultipleChoice, Option, Pool, SingleChoice, TrueFalse

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
    outcome=4,
)

DO_NOT_TELL = Certainty(
    slug="do-not-tell-my-gp",
    question="A person in your care says, “Don't tell my GP about this.” What do you do?",
    options=(
        Option(
            slug="promise-at-once",
            text="Promise at once that nobody will know",
            feedback="It sounds caring, but you may not be able to keep it. Explain first what it could mean.",
        ),
        Option(
            slug="listen-explain-record",
            text="Listen, explain what it could mean, write it down, and follow the local route",
            feedback="They are heard, and they choose knowing what may follow. The next worker knows too.",
            correct=True,
        ),
        Option(
            slug="say-nothing-and-share",
            text="Nod, and share it as usual all the same, since the GP needs to know for their care",
            feedback="They would feel tricked, and might not speak openly again. Their objection needs an answer.",
        ),
        Option(
            slug="refuse-care",
            text="Say that you cannot care for them unless they agree",
            feedback="An objection does not end their care. Find out what worries them, and get advice.",
        ),
    ),
    skill="act",
    why=(
        "People can object to sharing for their care. Listen, explain, record and pass it on. "
        "If someone is at risk, speak to your safeguarding lead."
    ),
    outcome=5,
)

WIFE_RINGS = SingleChoice(
    slug="wife-rings-the-ward",
    question=(
        "Gareth is awake on your ward. His wife rings: “How is he? He sounded so low on the phone.” "
        "No permission to share is recorded. What do you do?"
    ),
    options=(
        Option(
            slug="listen-and-ask-gareth",
            text="Listen, note her concern, give no details, and ask Gareth what he would like shared.",
            feedback="She is heard, her news reaches the team, and Gareth decides.",
            correct=True,
        ),
        Option(
            slug="reassure-with-result",
            text="Tell her that his scan was fine, so that she can stop worrying and get some sleep tonight.",
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
    ),
    skill="act",
    why="Listening shares nothing. Gareth can speak for himself, so ask him.",
    outcome=1,
)

CLOSED_AT_ONCE = TrueFalse(
    slug="closed-at-once",
    statement="You opened the wrong record by mistake, and closed it at once. The log still shows it.",
    answer=True,
    feedback_true="Each view is in it, short or long. So tell your manager the same day.",
    feedback_false="It would be handy if it did not count. But each view is logged, however short.",
    reasons=(
        Option(
            slug="only-when-caught",
            text="The log shows it only if someone is watching at that moment.",
            feedback="Nobody need be watching. The log is written by itself, and can be read much later.",
        ),
        Option(
            slug="every-view-counts",
            text="Each view is recorded, and can be checked later.",
            feedback="That is the fourth lock. It also shows that you told the truth about the mistake.",
            correct=True,
        ),
        Option(
            slug="after-a-minute",
            text="A view counts after one minute.",
            feedback="There is no such limit to rely on. A name can be read in a second.",
        ),
    ),
    skill="may_i",
    why="The log does not ask why. Your early report does the explaining.",
    outcome=6,
)

WHAT_TO_DO = Pool(
    title="When somebody asks, says no, or cannot be asked",
    draw=3,
    questions=(EMERGENCY_ACCESS, DO_NOT_TELL, WIFE_RINGS, CLOSED_AT_ONCE),
)
