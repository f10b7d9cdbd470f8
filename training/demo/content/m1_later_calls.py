"""M1, "Four calls before noon": the calls that everybody makes."""

from training.demo.content.shapes import Choice, Node

LETTER_AND_LIST = Node(
    key="letter-and-list",
    title="Call 2: the letter and the list",
    text=(
        "<p>It is 10:45. You have these rows, on your screen or read out to you.</p>"
        "<p>The letter says to start vitamin D. The GP's list of medicines does not show it. "
        "The surgery's pharmacist is on the line.</p>"
    ),
    record="winifred-tansley",
    rows=(
        "letter-falls",
        "medicine-amlodipine",
        "medicine-atorvastatin",
        "medicine-omeprazole",
        "medicine-paracetamol",
        "medicine-eye-drops",
    ),
    choices=(
        Choice(
            slug="assume-she-takes-it",
            text="Note that Win takes vitamin D: the letter says so, and it came with a starter box",
            verdict="unsafe",
            feedback="Advice in a letter does not show that she takes it. Your note now says that she does.",
            next="nobody-asked-win",
            misses=("information", "source"),
        ),
        Choice(
            slug="assume-she-does-not",
            text="Tell the pharmacist that Win has none, and ask for a prescription",
            verdict="unsafe",
            feedback="The list shows what the surgery issued. It cannot show what the clinic gave her.",
            next="second-box",
            misses=("information", "source"),
        ),
        Choice(
            slug="tell-ask-and-write",
            text="Tell the pharmacist about the gap, ask Win what she takes, and write it down",
            verdict="good",
            feedback="The pharmacist notes the gap and waits for your news. Next you ring Win.",
            next="ringing-win",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="tell-surgery-only",
            text="Tell the pharmacist, and leave it there",
            verdict="okay",
            feedback="It helps mend the list. The pharmacist asks you back: “And what does Win say?”",
            next="ringing-win",
            hits=("information",),
            misses=("source",),
        ),
    ),
)

NOBODY_ASKED = Node(
    key="nobody-asked-win",
    title="Is she taking it?",
    text=(
        "<p>It is 11:10. The surgery's pharmacist rings. "
        "“I read two different things about vitamin D. Is Win taking it, yes or no?”</p>"
        "<p>You do not know. Nobody has asked Win whether she takes it.</p>"
    ),
    choices=(
        Choice(
            slug="say-yes",
            text="“Yes, I think so.”",
            verdict="unsafe",
            feedback="A guess is now in a third record. The pharmacist trusts it, and adds vitamin D to her repeats.",
            next="two-boxes",
            misses=("information", "source"),
        ),
        Choice(
            slug="say-i-do-not-know",
            text="“I don't know yet. I'll put my note right, ask Win now, and ring you back.”",
            verdict="good",
            feedback="The pharmacist goes through the letter with you. An honest gap is safer than a guess.",
            next="ringing-win",
            hits=("information", "source"),
        ),
    ),
)

SECOND_BOX = Node(
    key="second-box",
    title="A prescription on its way",
    text=(
        "<p>It is 11:10. The surgery has a prescription ready for Win. "
        "Then Dee rings: “The clinic gave her a box already. It is on the table.”</p>"
    ),
    choices=(
        Choice(
            slug="stop-and-ask-win",
            text="Have the prescription held back, then ask Win what she takes",
            verdict="good",
            feedback="The prescription stays where it is. Now somebody asks the person who knows.",
            next="ringing-win",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="surgery-will-notice",
            text="Leave it: somebody will notice before anything goes out",
            verdict="unsafe",
            feedback="Nobody else can see what is on Win's table. A second box goes out in the afternoon.",
            next="two-boxes",
            misses=("information", "time"),
        ),
    ),
)

RINGING_WIN = Node(
    key="ringing-win",
    title="Call 3: ringing Win",
    text="<p>It is 11:20. You are about to ring Win. You have half a minute.</p>",
    choices=(
        Choice(
            slug="read-about-me",
            text="Check About Me, then ring and ask her to listen with her left ear",
            verdict="good",
            feedback="Win hears you first time. She has not started, as she was not sure. You tell the pharmacist.",
            next="handing-on",
            hits=("information", "source", "permission"),
        ),
        Choice(
            slug="just-ring",
            text="Just ring: she will pick up",
            verdict="okay",
            feedback="You reach her. But she mishears you twice, and the call takes ten minutes. She has not started.",
            next="handing-on",
            hits=("source",),
            misses=("information",),
        ),
        Choice(
            slug="ring-dee-instead",
            text="Ring Dee instead, as she will hear better",
            verdict="okay",
            feedback="Dee is kind, but she does not know. She hands the telephone to Win: she has not started.",
            next="handing-on",
            misses=("source",),
        ),
        Choice(
            slug="leave-it-on-the-answerphone",
            text="Leave the details on her answerphone, to save time",
            verdict="unsafe",
            feedback="You cannot know who hears it first. This time it is her neighbour, who waters the plants.",
            next="overheard",
            misses=("source", "permission"),
        ),
    ),
)

OVERHEARD = Node(
    key="overheard",
    title="Win rings back",
    text=(
        "<p>It is 11:35. Win rings back, upset. “My neighbour heard all about my tablets before I did.”</p>"
    ),
    choices=(
        Choice(
            slug="only-vitamins",
            text="“It was only vitamins, Win. Please don't worry. Nobody minds a thing like that.”",
            verdict="unsafe",
            feedback="It was not yours to tell. Win says little after that, and hangs up.",
            next="sixth-time",
            misses=("information", "permission"),
        ),
        Choice(
            slug="sorry-and-ask",
            text="Say sorry, ask what she takes, and tell your manager what happened",
            verdict="good",
            feedback="Win has not started the tablets, and says why. Your manager helps you report the slip.",
            next="handing-on",
            hits=("source", "permission"),
        ),
    ),
)

HANDING_ON = Node(
    key="handing-on",
    title="Call 4: handing on",
    text=(
        "<p>It is 11:50. The therapy team's assistant rings. "
        "“I see Win at home this week. What should I know?”</p>"
        "<p>What do you say, and note in your own record?</p>"
    ),
    choices=(
        Choice(
            slug="all-sorted",
            text="“All sorted, she's fine.”",
            verdict="okay",
            feedback="It sounds kind, but it tells the assistant nothing. Win will have to start again.",
            next="sixth-time",
            misses=("information",),
        ),
        Choice(
            slug="whole-record",
            text="“I'll send you a printout of everything in her record.”",
            verdict="unsafe",
            feedback="That is more than the visit needs. The useful part gets lost, and so does Win's privacy.",
            next="sixth-time",
            misses=("information", "permission"),
        ),
        Choice(
            slug="it-is-in-the-record",
            text="“It's all in the record. Have a look.”",
            verdict="okay",
            feedback="Your calls are in no record yet. If you do not write them down, nobody can see them.",
            next="sixth-time",
            misses=("information", "time"),
        ),
        Choice(
            slug="short-note-with-source",
            text=(
                "“Clinic letter 12 days ago: start vitamin D. Win has not started. Pharmacist told 11:40. "
                "Hears better on left.”"
            ),
            verdict="good",
            feedback="What, where from, and who knows. The assistant confirms a date with Win.",
            next="one-call",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

LATER_CALLS = (LETTER_AND_LIST, NOBODY_ASKED, SECOND_BOX, RINGING_WIN, OVERHEARD, HANDING_ON)
