"""M9, "Merrowfield House joins late": the ward that does not look, and what the report may tell."""

from training.demo.content.shapes import Choice, Node

THREE_WARDS = Node(
    key="three-wards",
    title="Three wards",
    text=(
        "<p>Four weeks after the launch. Two wards love the record. Ward 3 hardly opens it: "
        "4 of 100 contacts, and the others 30 of 100.</p>"
        "<p>Your director asks what you will do.</p>"
    ),
    choices=(
        Choice(
            slug="themes-and-moments",
            text="Look at Ward 3's attitude themes and moments, ask its champion, and mend the way in",
            verdict="good",
            feedback="The theme is permission. And the way in takes two log-ins at the busiest moment of the day.",
            next="too-few",
            hits=("information", "source"),
        ),
        Choice(
            slug="reminder-mails",
            text="Send Ward 3 reminder e-mails",
            verdict="okay",
            feedback="Reminders help those who forgot. Nobody on Ward 3 forgot.",
            next="third-reminder",
            misses=("information", "source"),
        ),
        Choice(
            slug="report-the-average",
            text="Report the average of the three, 21 of 100, which is above what you promised for week four",
            verdict="unsafe",
            feedback="The average looks fine, so nobody asks about Ward 3. Its patients are asked everything again.",
            next="third-reminder",
            misses=("information",),
        ),
    ),
)

THIRD_REMINDER = Node(
    key="third-reminder",
    title="Week six, and nothing has changed",
    text=(
        "<p>Ward 3 is still at 4 of 100. A nurse stops you in the corridor. "
        "“I would look. But I'm not sure that I may, and it takes two log-ins.”</p>"
    ),
    choices=(
        Choice(
            slug="look-at-both-with-her",
            text="Ask her to show you, take both points to the team, and give her the answer by Friday",
            verdict="good",
            feedback="One log-in goes. The team talks “May I look?” through in ten minutes at handover.",
            next="too-few",
            hits=("source", "time"),
        ),
        Choice(
            slug="it-is-in-the-training",
            text="“That is all in the training. Everybody on Ward 3 has finished it, I saw the list this morning.”",
            verdict="unsafe",
            feedback="She had done the training. She does not stop you a second time.",
            next="nobody-looks",
            misses=("information", "source"),
        ),
    ),
)

TOO_FEW = Node(
    key="too-few",
    title="Too few to show",
    text=(
        "<p>The new report is out. For Ward 3's night staff it says “too few to show”.</p>"
        "<p>“There are only five of them,” says your director. "
        "“You have the totals. Work it out for me, would you?”</p>"
    ),
    choices=(
        Choice(
            slug="work-it-out",
            text="Work it out from the totals, tell only your director, and use it for nothing but good",
            verdict="unsafe",
            feedback="It takes you two minutes. Now two people know what five were promised nobody would.",
            next="quoted-back",
            misses=("permission",),
        ),
        Choice(
            slug="drop-the-nights",
            text="Keep it hidden, and leave the nights out of the plan",
            verdict="okay",
            feedback="The promise is kept. But the nights need the record most, when nobody can be rung.",
            next="week-twelve",
            hits=("permission",),
            misses=("information",),
        ),
        Choice(
            slug="keep-hidden-and-talk",
            text="Keep it hidden, say why, and go to a night handover to listen to the team",
            verdict="good",
            feedback="They talk for ten minutes. Agency staff cannot sign in. You had no idea.",
            next="week-twelve",
            hits=("permission", "source", "information"),
        ),
    ),
)

QUOTED_BACK = Node(
    key="quoted-back",
    title="A nurse hears her own answer",
    text=(
        "<p>At a meeting the director says: “Nights don't trust it.” "
        "A night nurse goes pale. “You said that it was anonymous.”</p>"
    ),
    choices=(
        Choice(
            slug="own-up",
            text="Say sorry, withdraw the figure, and tell your information governance lead the same day",
            verdict="good",
            feedback="It costs you, and it is right. The report is changed so that nobody can work it out again.",
            next="week-twelve",
            hits=("permission", "time"),
        ),
        Choice(
            slug="no-names-were-given",
            text="“No names were given.”",
            verdict="unsafe",
            feedback="With five people, a number is nearly a name. Few will answer next time.",
            next="nobody-looks",
            misses=("permission",),
        ),
    ),
)

WEEK_TWELVE = Node(
    key="week-twelve",
    title="Week twelve",
    text=(
        "<p>Ward 3 is at 24 of 100 contacts. It was 4. "
        "Your sponsor wants one line for the board: “Training has fixed it.”</p>"
    ),
    choices=(
        Choice(
            slug="training-fixed-it",
            text="Let the line go out: it is good news",
            verdict="okay",
            feedback="Next year the board pays for training alone. The log-ins and the night visit are forgotten.",
            next="it-fades",
            misses=("information",),
        ),
        Choice(
            slug="close-the-project",
            text="Send it, and close the project: the aim is met",
            verdict="unsafe",
            feedback="New staff come each month. With nobody to look, habits wear off.",
            next="it-fades",
            misses=("information", "time"),
        ),
        Choice(
            slug="numbers-story-and-next-date",
            text="Give both numbers, say what else changed, tell staff one story, and set the next date",
            verdict="good",
            feedback="The board sees what to keep up. Ward 3 hears what its looks did for a person.",
            next="it-holds",
            hits=("information", "source", "time"),
        ),
    ),
)

WARD_NODES = (THREE_WARDS, THIRD_REMINDER, TOO_FEW, QUOTED_BACK, WEEK_TWELVE)
