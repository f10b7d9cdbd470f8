"""M2, sections 6 and 7: "Just a quick look", as four decisions by three of the staff."""

from training.demo.content.shapes import Callout, Option, Section, SingleChoice, Text

WEDNESDAY = Section(
    "Just a quick look: Wednesday",
    (
        Text(
            "<p>You are K Doyle, a healthcare assistant in Outpatients. It is Wednesday.</p>"
            "<p>At lunch a friend from work sits down. "
            "“My neighbour Gareth is in. Can you see how he is? I'm so worried.”</p>"
        ),
        SingleChoice(
            slug="friend-asks-about-neighbour",
            question="Your friend is waiting. What do you say?",
            options=(
                Option(
                    slug="look-no-harm",
                    text="“Give me a minute.” You look: no harm is done.",
                    feedback=(
                        "Not safe: worry is not a work reason, and being kind does not change that. "
                        "The log now shows your name."
                    ),
                ),
                Option(
                    slug="cannot-but-ward-can-help",
                    text="“I'm not looking after him, so I can't. The ward can pass him a message.”",
                    feedback="Good: your friend has a way to reach Gareth, and Gareth decides what to tell.",
                    correct=True,
                ),
                Option(
                    slug="only-the-ward-name",
                    text="“I can't say how he is. I'll only tell you which ward.”",
                    feedback=(
                        "Not safe: a ward's name can say a lot, so this is still sharing. "
                        "Your friend starts to guess why he is in."
                    ),
                ),
            ),
            skill="may_i",
            why="You can care about the asker and still keep the person's confidence.",
        ),
        Text(
            "<p>The chat reminds you of something. Yesterday at 13:40 you opened the wrong record. "
            "A clinic patient had a name like Gareth's. "
            "You typed “checking”, saw your mistake and closed it.</p>"
        ),
        SingleChoice(
            slug="opened-by-mistake",
            question="Nobody has said anything about yesterday. What do you do?",
            options=(
                Option(
                    slug="hope-nobody-sees",
                    text="Say nothing: you closed it at once",
                    feedback=(
                        "Not safe: the view is in the log even so. "
                        "When someone asks next week, silence looks worse."
                    ),
                ),
                Option(
                    slug="tell-lead-today",
                    text="Tell your manager or information governance lead today, and note the error",
                    feedback=(
                        "Good: your manager thanks you and helps you make a note. "
                        "An early report is easier to settle."
                    ),
                    correct=True,
                ),
                Option(
                    slug="reopen-to-explain",
                    text="Open Gareth's record again to add a better reason",
                    feedback=(
                        "You mean well, but that is a second view without a care reason. "
                        "Tell your manager instead."
                    ),
                ),
            ),
            skill="act",
            why="Anyone can open the wrong record by mistake. Saying so the same day is what keeps trust.",
        ),
    ),
)

THURSDAY_FRIDAY = Section(
    "Just a quick look: Thursday and Friday",
    (
        Text(
            "<p>Now you are Dr Imrie. It is Thursday, 21:05. Gareth went home yesterday.</p>"
            "<p>Tonight an ambulance brings him in, unconscious. You cannot ask him. "
            "You need to know now: does he take an anticoagulant?</p>"
        ),
        SingleChoice(
            slug="unconscious-in-emergency-department",
            question="How do you find out?",
            options=(
                Option(
                    slug="wait-for-wife-to-agree",
                    text="Wait for his wife to arrive and agree",
                    feedback=(
                        "Not safe: minutes pass, and the wait could harm him. "
                        "Being his wife does not, by itself, let her decide."
                    ),
                ),
                Option(
                    slug="use-nurses-open-screen",
                    text="Use the screen that a nurse has left open",
                    feedback="Not safe: the log now shows the nurse, who must explain a view that was yours.",
                ),
                Option(
                    slug="emergency-access-with-reason",
                    text="Use emergency access as yourself, and give a clear reason",
                    feedback=(
                        "Good: you see what you need in a minute. "
                        "The reason you typed will answer any question."
                    ),
                    correct=True,
                ),
            ),
            skill="may_i",
            why=(
                "Emergency access is for this: the person cannot be asked, and it is in their best interests."
            ),
        ),
        Text(
            "<p>Now you are A Rahman, the nurse on Ward 6. It is Friday. "
            "Gareth is awake and getting better.</p>"
            "<p>“Who has looked at my record?” he asks.</p>"
        ),
        SingleChoice(
            slug="who-has-looked-at-my-record",
            question="What do you answer?",
            options=(
                Option(
                    slug="nobody",
                    text="“Nobody. Please don't worry.”",
                    feedback=(
                        "Not safe: you want to calm him, but it is not true. "
                        "When he hears of the log, trust is lost."
                    ),
                ),
                Option(
                    slug="logged-and-how-to-ask",
                    text="“Each view is logged. I'll find out how you can ask about it.”",
                    feedback=(
                        "Good: it is honest, and it helps him. "
                        "Your information governance lead knows the local way."
                    ),
                    correct=True,
                ),
                Option(
                    slug="cannot-tell-you",
                    text="“That's confidential, I can't talk about it.”",
                    feedback=(
                        "It is his record, and a fair question. "
                        "You may not know the answer, but you can find who does."
                    ),
                ),
            ),
            skill="act",
            why=(
                "People should know how their information is used. "
                "That is the eighth principle: no surprises."
            ),
        ),
        Text(
            "<h2>How it ends</h2>"
            "<p>The privacy officer rings about Tuesday, 13:40. "
            "K Doyle's report is already there, so it closes at once. "
            "The clinic now checks the date of birth as well as the name.</p>"
            "<p>Gareth learns who opened his record and why. He says he is glad that someone checks.</p>"
        ),
        Callout(
            "remember",
            "Your pocket card: at the search box",
            "<ul><li>Am I signed in as me?</li><li>Am I involved in this person's care now?</li>"
            "<li>Which part do I need?</li><li>Would I be glad to tell the person why?</li></ul>",
        ),
    ),
)

SCENARIO_SECTIONS = (WEDNESDAY, THURSDAY_FRIDAY)
