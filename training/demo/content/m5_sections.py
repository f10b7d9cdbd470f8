"""M5, sections 1 to 3: Rosalind between three teams, the five things, and the status words."""

from training.demo.content.shapes import (
    Callout,
    Option,
    RecordExcerpt,
    Row,
    Section,
    ShortReason,
    Text,
    TrueFalse,
)

LOST = Section(
    "Lost between three teams",
    (
        Text(
            "<p>Rosalind Achterberg is 67. She has fallen three times in four months. "
            "Her memory worries her.</p>"
            "<p>Her surgery has written to the memory clinic. An ambulance crew has written to the falls "
            "service. The council is talking with her husband, Ruben.</p>"
            "<p>Three teams. Each thinks that another has it in hand. "
            "Ruben sits by the phone. “Is anyone coming?”</p>"
            "<p>So he asks the surgery to refer her again. It sounds like help. It could make the wait "
            "longer.</p>"
            "<h2>Four moments to look</h2>"
            "<ul>"
            "<li><b>Before you write.</b> What is already under way?</li>"
            "<li><b>When one arrives.</b> Do I have what I need to decide?</li>"
            "<li><b>When one is declined.</b> Who will act, and who will tell the person?</li>"
            "<li><b>Before you close it.</b> What came of it?</li>"
            "</ul>"
        ),
        Callout(
            "remember",
            "What a look gives",
            "<p><b>For you:</b> fewer calls to chase, and fewer forms sent back. "
            "<b>For the person:</b> one story, and one place in the queue.</p>",
        ),
    ),
)

FIVE_THINGS = Section(
    "Five things the receiver needs",
    (
        Text(
            "<ol>"
            "<li><b>The question.</b> What should the service find out, or do?</li>"
            "<li><b>How soon, and why.</b> What could happen if it waits?</li>"
            "<li><b>History that matters.</b> What bears on this question, with current medicines.</li>"
            "<li><b>What matters and what helps.</b> How to reach the person. Any adjustment: a change that "
            "makes care easier to use, such as large print.</li>"
            "<li><b>What the person knows.</b> What have they been told? What have they agreed to?</li>"
            "</ol>"
            "<p><b>Hard to use:</b> “Physio please.”</p>"
            "<p><b>Easy to use:</b> “Can you help him to climb his stairs again? Soon: he sleeps in a chair. "
            "New hip five weeks ago; medicines attached. Needs large print. He knows, and agrees.”</p>"
        ),
        Callout(
            "important",
            "No more than they need",
            "<p>Send what <i>this</i> service needs for <i>this</i> purpose. Leave the rest. "
            "That is the third Caldicott Principle: use the minimum necessary.</p>"
            "<p>Holding back what they need is no safer. "
            "The seventh says that the duty to share for care is as important.</p>",
        ),
        ShortReason(
            slug="the-question-in-one-sentence",
            question="Write the question for Rosalind's falls referral, in one sentence.",
            model=(
                "Please assess why she has fallen three times in four months, "
                "and whether her home needs changes."
            ),
            points=(
                "It asks for something: find out, check, advise or treat.",
                "It says what happened, how often and since when.",
                "It could not be about just anybody.",
            ),
            skill="helps",
            why="A clear question lets the receiver see how soon, who should go and what to bring.",
            hint="Begin with “Please”. Name what you want them to find out.",
            outcome=2,
        ),
    ),
)

SENDER_VIEW = RecordExcerpt(
    title="What the sender sees",
    person="Rosalind Achterberg",
    nhs_number="999 105 6408",
    age=67,
    rows=(Row("Falls service referral", "Sent", "5 days ago", "Paramedic", "Vale Ambulance"),),
    note="Fictional training record. To the crew, this looks done.",
)

RECEIVER_VIEW = RecordExcerpt(
    title="What the receiver sees",
    person="Rosalind Achterberg",
    nhs_number="999 105 6408",
    age=67,
    rows=(
        Row(
            "Falls service referral: “Fall. Please see.” No question, no contact.",
            "Received, no detail",
            "5 days ago",
            "Referral clerk",
            "Tarn & Vale Community Health",
        ),
    ),
    note="Fictional training record. To the service, this looks stuck.",
)

STATUS_WORDS = Section(
    "Six words, two views",
    (
        Text(
            "<p>These words show where a referral is. Services do not all use them the same way. "
            "If one matters, ask what it means there.</p>"
            "<ul>"
            "<li><b>Sent:</b> it has left the sender.</li>"
            "<li><b>Received:</b> it has arrived. Nobody need have decided yet.</li>"
            "<li><b>Accepted:</b> the service has agreed to take it on.</li>"
            "<li><b>Waiting:</b> there is no date yet.</li>"
            "<li><b>Declined:</b> the service has said no. There should be a reason.</li>"
            "<li><b>Closed:</b> the service has finished. There may be advice for you.</li>"
            "</ul>"
            "<p>Now see one referral from both ends.</p>"
        ),
        SENDER_VIEW,
        RECEIVER_VIEW,
        TrueFalse(
            slug="sent-means-received",
            statement="If a referral is marked “sent”, the other service has it.",
            answer=False,
            feedback_true="It is easy to read it so. But the sender's screen shows only that it left.",
            feedback_false="“Sent” is the sender's half of the story. The other half comes from the receiver.",
            reasons=(
                Option(
                    slug="systems-always-deliver",
                    text="Systems deliver, or they show an error.",
                    feedback="Often they do. But a form can land in a box that nobody opens.",
                ),
                Option(
                    slug="needs-word-from-receiver",
                    text="Only word from the receiver shows that it arrived and can be used.",
                    feedback="A status, a message or a call from them will do. Until then, you do not know.",
                    correct=True,
                ),
                Option(
                    slug="person-would-ring",
                    text="The person would ring if nothing happened.",
                    feedback="Some do. Some wait for months, because they think that a queue is moving.",
                ),
                Option(
                    slug="too-many-to-check",
                    text="There are too many to check, so we have to trust it.",
                    feedback="There are many. So pick a day to check, and note it when you send.",
                ),
            ),
            skill="quality",
            why="“Sent” is where your part begins, not where it ends.",
            outcome=4,
        ),
    ),
)

OPENING_SECTIONS = (LOST, FIVE_THINGS, STATUS_WORDS)
