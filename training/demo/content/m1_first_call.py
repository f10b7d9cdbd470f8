"""M1, "Four calls before noon": the first call, as each role meets it, and what an old chart leads to."""

from training.demo.content.shapes import Choice, Node

RING_CLINIC = Choice(
    slug="ring-clinic-and-wait",
    text="Ring the falls clinic and wait for an answer",
    verdict="okay",
    feedback="This works, but it is slow: they ring back in an hour. Their letter was already in the record.",
    next="letter-and-list",
    hits=("information",),
    misses=("source", "time"),
)

WARD = Node(
    key="call-1-ward",
    title="Call 1: Dee rings the ward",
    text=(
        "<p>You are a nurse on the day surgery ward. Win comes in tomorrow for her eye. "
        "You ring round the day before.</p>"
        "<p>It is 9:30. Win's niece Dee rings you first. "
        "“Win is on something new,” she says. “I don't know what.”</p>"
    ),
    choices=(
        Choice(
            slug="ask-win-only",
            text="Ask Win, and leave it there",
            verdict="okay",
            feedback="Asking Win is right. She says “a little tablet”, so you still need to check the record.",
            next="letter-and-list",
            hits=("source",),
            misses=("information",),
        ),
        Choice(
            slug="open-medicines-and-letters",
            text="Open the shared record: medicines and recent letters",
            verdict="good",
            feedback="You find the clinic letter from 12 days ago: start vitamin D. It took you one minute.",
            next="letter-and-list",
            hits=("information", "source", "time"),
        ),
        RING_CLINIC,
        Choice(
            slug="last-months-chart",
            text="Use the medicines chart from her visit last month: it has everything in one place",
            verdict="unsafe",
            feedback="The chart is older than the change. You find nothing new, and you tell Dee so.",
            next="second-ring",
            misses=("information", "time"),
        ),
    ),
)

CARE = Node(
    key="call-1-care",
    title="Call 1: Dee rings you between visits",
    text=(
        "<p>You work for Kindly Home Care. You see Win again this evening. "
        "You cannot open the shared record yourself.</p>"
        "<p>It is 9:30. Your office puts Win's niece Dee through. "
        "“Win is on something new,” she says. “I don't know what.”</p>"
    ),
    choices=(
        Choice(
            slug="leave-a-note-for-tonight",
            text="Write a note for tonight, look in Win's cupboard then, and ring Dee with what you find",
            verdict="okay",
            feedback=(
                "You will look, which is good. But the day is lost. At 10:30 you ask the office after all."
            ),
            next="letter-and-list",
            hits=("source",),
            misses=("time",),
        ),
        Choice(
            slug="go-by-the-folder",
            text="Tell Dee what the folder says: the medicines chart from the day that home care began",
            verdict="unsafe",
            feedback="The chart is older than the change. You find nothing new, and you tell Dee so.",
            next="second-ring",
            misses=("information", "time"),
        ),
        Choice(
            slug="ask-office-to-look",
            text="Ask the office: “Could someone check the shared record for a recent letter?”",
            verdict="good",
            feedback=(
                "Your manager has access and reads it to you: a clinic letter, 12 days old. Start vitamin D."
            ),
            next="letter-and-list",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

DESK = Node(
    key="call-1-desk",
    title="Call 1: Dee rings the surgery",
    text=(
        "<p>You are on reception at Ashdown Lane Surgery. "
        "The record shows that Win is happy for staff to talk to her niece Dee.</p>"
        "<p>It is 9:30. Dee is on the line. “Win is on something new,” she says. “I don't know what.”</p>"
    ),
    choices=(
        Choice(
            slug="open-letters-and-pass-on",
            text="Check it is Dee, look for recent letters, and tell the pharmacist",
            verdict="good",
            feedback=(
                "You find the clinic letter: start vitamin D. "
                "The practice pharmacist asks you to find out what Win takes."
            ),
            next="letter-and-list",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="nothing-on-our-list",
            text="“I have her list here. There is nothing new on it, so she cannot be on anything.”",
            verdict="unsafe",
            feedback="Your list shows what was issued here. Somebody else can start a medicine, and did.",
            next="second-ring",
            misses=("information", "source"),
        ),
        Choice(
            slug="book-in-two-weeks",
            text="Book Win a medicines review in two weeks",
            verdict="okay",
            feedback=(
                "A review is useful, but nobody knows more today. "
                "A colleague sees the letter waiting and shows you."
            ),
            next="letter-and-list",
            misses=("time",),
        ),
    ),
)

PHYSIO = Node(
    key="call-1-physio",
    title="Call 1: Dee asks about the visit",
    text=(
        "<p>You are a physiotherapist at Tarn &amp; Vale. Win is on your list of new referrals.</p>"
        "<p>It is 9:30. Her niece Dee rings to ask when you will come. "
        "“And Win is on something new,” she says. “I don't know what.”</p>"
    ),
    choices=(
        Choice(
            slug="referral-form-only",
            text="Read the referral form again: it gives her medicines as of last month, and it is quick",
            verdict="unsafe",
            feedback="The list on the form is older than the change. You tell Dee that nothing is new.",
            next="second-ring",
            misses=("information", "time"),
        ),
        Choice(
            slug="read-letter-behind-referral",
            text="Open the shared record, and read the letter behind the referral",
            verdict="good",
            feedback="It is all in one letter: why she was referred, and “start vitamin D”. Now you can plan.",
            next="letter-and-list",
            hits=("information", "source", "time"),
        ),
        RING_CLINIC,
    ),
)

SECOND_RING = Node(
    key="second-ring",
    title="Dee rings again",
    text=(
        "<p>It is 10:15. Dee sounds worried. “You said nothing was new. "
        "But there is a new box on Win's table, from the hospital.”</p>"
        "<p>You can still put this right.</p>"
    ),
    choices=(
        Choice(
            slug="say-sorry-and-look",
            text="Say sorry, and have the recent letters looked at now",
            verdict="good",
            feedback="There is the clinic letter: start vitamin D. Dee is glad that somebody checked.",
            next="letter-and-list",
            hits=("information", "source"),
        ),
        Choice(
            slug="tell-dee-to-throw-it-away",
            text="Tell Dee to put the box away, to be safe, until somebody knows what it is",
            verdict="unsafe",
            feedback="Nobody knows yet what it is for. Dee puts it in a drawer, and Win cannot read out the label.",
            next="nobody-asked-win",
            misses=("information", "source", "permission"),
        ),
        Choice(
            slug="ask-dee-to-read-the-label",
            text="Ask Dee to read you the label",
            verdict="okay",
            feedback="“Vitamin D, from the falls clinic.” A good clue. You still need the letter that explains it.",
            next="letter-and-list",
            hits=("information",),
            misses=("source",),
        ),
    ),
)

FIRST_CALL = (WARD, CARE, DESK, PHYSIO, SECOND_RING)
