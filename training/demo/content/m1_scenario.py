"""M1, sections 5 to 7: "Four calls before noon", told as four decisions, and the learner's next shift."""

from training.demo.content.shapes import Callout, Option, Section, SingleChoice, Text

FIRST_CALLS = Section(
    "Four calls before noon: calls 1 and 2",
    (
        Text(
            "<p>It is 9:30. You help with Win's care today. "
            "You might be a ward nurse, a care worker, a GP receptionist or a physiotherapist.</p>"
            "<p>Win has agreed that you may look at her record. "
            "She is happy for you to talk to her niece, Dee.</p>"
            "<p>Your own view may show less than this one. If so, ask a colleague who can see more.</p>"
            "<h2>Call 1: Dee rings you</h2>"
            "<p>“Win is on something new,” says Dee. “I don't know what.”</p>"
        ),
        SingleChoice(
            slug="call-1-something-new",
            question="Call 1. Win is “on something new”. What do you do first?",
            options=(
                Option(
                    slug="ask-win-only",
                    text="Ask Win, and leave it there",
                    feedback=(
                        "Asking Win is right. She says “a little tablet”, so you still need to check the "
                        "record."
                    ),
                ),
                Option(
                    slug="open-medicines-and-letters",
                    text="Open the shared record: medicines and recent letters",
                    feedback=(
                        "Good: right place, right time. You find the clinic letter from 12 days ago: start "
                        "vitamin D."
                    ),
                    correct=True,
                ),
                Option(
                    slug="ring-clinic-and-wait",
                    text="Ring the falls clinic and wait for an answer",
                    feedback=(
                        "This works, but it is slow: they ring back in an hour. "
                        "The letter was already in the record."
                    ),
                ),
                Option(
                    slug="last-months-chart",
                    text="Use the chart from last month",
                    feedback=(
                        "Not safe here: the chart is older than the change, so you find nothing. "
                        "You have to start again."
                    ),
                ),
            ),
            skill="when",
            why="Look in a source new enough to show the change. Then check it with the person.",
        ),
        Text(
            "<h2>Call 2: the GP surgery</h2>"
            "<p>The letter says to start vitamin D. The GP medicines list does not show it. "
            "You have the surgery on the line.</p>"
        ),
        SingleChoice(
            slug="call-2-letter-and-list-differ",
            question="Call 2. The letter and the list do not match. What do you do?",
            options=(
                Option(
                    slug="assume-she-takes-it",
                    text="Assume Win takes it, as the clinic said so",
                    feedback=(
                        "Not safe: advice in a letter does not show that she has it. "
                        "She could go without for weeks."
                    ),
                ),
                Option(
                    slug="assume-she-does-not",
                    text="Assume Win does not take it, as the list does not show it",
                    feedback=(
                        "Not safe: she may have it from the clinic or a shop. "
                        "She could end up with two supplies."
                    ),
                ),
                Option(
                    slug="tell-surgery-only",
                    text="Tell the surgery, and leave it there",
                    feedback="Telling them helps mend the list. But nobody has asked Win what she takes.",
                ),
                Option(
                    slug="tell-ask-and-write",
                    text=(
                        "Tell the surgery about the gap, ask Win what she takes, and write down what you find"
                    ),
                    feedback=(
                        "Good: the surgery notes the gap and will wait for your news. Next you ring Win."
                    ),
                    correct=True,
                ),
            ),
            skill="quality",
            why=(
                "A letter is a plan. A list shows what was issued. "
                "Only the person, or whoever helps them, can say what they take."
            ),
        ),
    ),
)

LAST_CALLS = Section(
    "Four calls before noon: calls 3 and 4",
    (
        Text("<h2>Call 3: ringing Win</h2><p>You are about to ring Win. You have half a minute.</p>"),
        SingleChoice(
            slug="call-3-ringing-win",
            question="Call 3. How do you use the half minute?",
            options=(
                Option(
                    slug="just-ring",
                    text="Just ring: she will pick up",
                    feedback="You do reach her. But Win mishears you twice, and the call takes ten minutes.",
                ),
                Option(
                    slug="read-about-me",
                    text="Read About Me, then ring and ask her to listen with her left ear",
                    feedback=(
                        "Good: Win hears you first time. She has the tablets but was not sure about "
                        "starting, "
                        "so you tell the surgery."
                    ),
                    correct=True,
                ),
                Option(
                    slug="ring-dee-instead",
                    text="Ring Dee instead, as she will hear better",
                    feedback=(
                        "Dee is kind, but she does not know. Win can tell you herself if you help her hear."
                    ),
                ),
            ),
            skill="helps",
            why="Ten seconds in About Me give Win a better call, and give you a shorter one.",
        ),
        Text(
            "<h2>Call 4: the physiotherapist</h2>"
            "<p>It is 11:50. The physiotherapist who will visit Win rings you. “What should I know?”</p>"
        ),
        SingleChoice(
            slug="call-4-handing-on",
            question="Call 4. What do you pass on, and note in your own record?",
            options=(
                Option(
                    slug="all-sorted",
                    text="“All sorted, she's fine.”",
                    feedback=(
                        "It sounds kind, but it tells the physiotherapist nothing. "
                        "Win will have to start again."
                    ),
                ),
                Option(
                    slug="short-note-with-source",
                    text=(
                        "“Clinic letter 12 days ago: start vitamin D. Win has not started. "
                        "Surgery told 11:40. "
                        "Hears better on left.”"
                    ),
                    feedback=(
                        "Good: what, where from, and who knows. "
                        "The physiotherapist confirms a date for the visit."
                    ),
                    correct=True,
                ),
                Option(
                    slug="whole-record",
                    text="A printout of everything in Win's record",
                    feedback=(
                        "That is more than the visit needs. "
                        "The useful part gets lost, and so does Win's privacy."
                    ),
                ),
                Option(
                    slug="it-is-in-the-record",
                    text="“It's all in the record. Have a look.”",
                    feedback=(
                        "Your calls are not in any record yet. "
                        "If you do not write them down, nobody can see them."
                    ),
                ),
            ),
            skill="act",
            why="What you found helps the next worker only if you pass it on and write it down.",
        ),
        Text(
            "<h2>How it ends</h2>"
            "<p><b>When you looked first:</b> the surgery knows about the vitamin D and will advise Win. "
            "The physiotherapist has a date. Win did not have to tell her story again.</p>"
            "<p><b>When nobody looked:</b> two people each got vitamin D for Win. "
            "The next day a pharmacist found the double supply and put it right. "
            "Win told her story a sixth time.</p>"
        ),
    ),
)

NEXT_SHIFT = Section(
    "My next shift",
    (
        Text(
            "<p>Pick one moment in your own job. Make it small and real. This pattern helps:</p>"
            "<p>“Before I <i>do this</i>, I will check <i>that</i>, so that <i>this person</i> gains.”</p>"
        ),
        SingleChoice(
            slug="a-plan-that-works",
            question="Which plan is most likely to work on a busy shift?",
            options=(
                Option(
                    slug="look-more-often",
                    text="I will look at the record more often.",
                    feedback="A good wish. Without a moment to tie it to, a busy shift soon pushes it out.",
                ),
                Option(
                    slug="before-ringing-family",
                    text="Before I ring a family about going home, I will check what social care knows.",
                    feedback="It names the moment and what to look for. You know when to do it.",
                    correct=True,
                ),
                Option(
                    slug="whole-record-for-everyone",
                    text="I will read the whole record for everyone on my list.",
                    feedback=(
                        "That takes too long, and shows you more than you need. Choose a moment and a part."
                    ),
                ),
                Option(
                    slug="when-things-go-wrong",
                    text="I will look when something goes wrong.",
                    feedback="Looking then can still help. Looking before might stop it going wrong.",
                ),
            ),
            skill="when",
            why="A plan that names a moment and a thing to look for is easier to keep.",
        ),
        Callout(
            "remember",
            "Your pocket card",
            "<ol><li>Who wrote it, when, and where?</li><li>What is missing?</li>"
            "<li>Does it fit the person?</li><li>Act.</li><li>Write it down.</li></ol>"
            "<p><b>For you:</b> fewer calls and fewer gaps. "
            "<b>For the person:</b> less repeating, and care that fits.</p>",
        ),
    ),
)

SCENARIO_SECTIONS = (FIRST_CALLS, LAST_CALLS, NEXT_SHIFT)
