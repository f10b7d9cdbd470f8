"""M6, the scenario as the ward meets it, until the door closes."""

from training.demo.content.shapes import Choice, Node

RECORD = "beatrice-okonjo-hale"

FRIDAY_FOUR = Node(
    key="friday-four",
    title="The bed is needed",
    text=(
        "<p>Friday, 4 pm. You are the ward nurse. Beatrice can go home, and her bed is needed by six. "
        "The form asks: “Care at home?”</p>"
        "<p>Beatrice has agreed that you may look and ring.</p>"
    ),
    record=RECORD,
    rows=("home-care", "about-son"),
    choices=(
        Choice(
            slug="new-care-request",
            text="Fill in a new care request, so that all of it is in one place",
            verdict="unsafe",
            feedback="It is thorough. But it joins a queue, and the package she has stays suspended.",
            next="nobody-for-tea",
            misses=("information", "time"),
        ),
        Choice(
            slug="restart-the-visits",
            text="Ring Kindly Home Care and the council to restart visits",
            verdict="good",
            feedback="The agency still has her place. It can come at seven tonight. You note who agreed it.",
            next="two-blanks",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="son-will-manage",
            text="Write “son at home”: he lives there, so he will manage",
            verdict="unsafe",
            feedback="He is there at nights only, and About Me says so. By day she would be alone.",
            next="nobody-for-tea",
            misses=("information", "source"),
        ),
    ),
)

NOBODY_FOR_TEA = Node(
    key="nobody-for-tea",
    title="Nobody for tea",
    text=(
        "<p>5 pm. The discharge coordinator rings. “Who helps her tonight and tomorrow? "
        "A new request can take days. And her son is at work until ten.”</p>"
    ),
    record=RECORD,
    rows=("home-care", "contact-agency"),
    choices=(
        Choice(
            slug="send-her-anyway",
            text="Let her go home as planned, and ask the community nurses to look in",
            verdict="unsafe",
            feedback="They have no visit free. She sits in her chair until ten, with nothing to drink.",
            next="back-in-hospital",
            misses=("information", "time"),
        ),
        Choice(
            slug="restart-now",
            text="Ring the agency and the council now, and restart her visits",
            verdict="good",
            feedback="It is later than it need be. But at seven someone will be there. You stop the new request.",
            next="two-blanks",
            hits=("information", "source", "time"),
        ),
    ),
)

TWO_BLANKS = Node(
    key="two-blanks",
    title="Two blanks",
    text=(
        "<p>A care worker will be there at seven. Now the summary. It is still a draft, and it has two "
        "blanks.</p>"
    ),
    record=RECORD,
    rows=("draft-ramipril", "draft-bloods", "problem-kidney"),
    choices=(
        Choice(
            slug="surgery-can-work-it-out",
            text="Let it go as it is: the surgery can work it out",
            verdict="unsafe",
            feedback="The surgery was not there. A blank can be read in two ways, and one would hurt her.",
            next="why-stopped",
            misses=("information", "source"),
        ),
        Choice(
            slug="tell-the-son-only",
            text="Tell Tobi that the tablet has stopped, and leave the summary",
            verdict="okay",
            feedback="Beatrice wants him told, so do, but not instead. At five the pharmacist has you fill the blanks.",
            next="drinks",
            hits=("permission",),
            misses=("information",),
        ),
        Choice(
            slug="fill-the-blanks",
            text="Ask the doctor for the reason, the date and who acts",
            verdict="good",
            feedback=(
                "Now it reads: stopped, kidney injury. Surgery repeats the blood test by Friday. "
                "Dr Amari decides about ramipril."
            ),
            next="drinks",
            hits=("information", "source", "time"),
        ),
    ),
)

WHY_STOPPED = Node(
    key="why-stopped",
    title="The pharmacist rings",
    text=(
        "<p>5:30 pm. The hospital pharmacist has her bag to check. “Ramipril stopped: why, and until when? "
        "If I can't tell, nor can the surgery.”</p>"
    ),
    record=RECORD,
    rows=("ramipril-on-repeat", "ramipril-held"),
    choices=(
        Choice(
            slug="mend-it-now",
            text="Get the line completed now, and send a corrected copy",
            verdict="good",
            feedback="Four minutes' work. The surgery will see one clear line, and know which copy counts.",
            next="drinks",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="it-has-gone",
            text="Say that it has gone, and that the surgery can ring if it wonders",
            verdict="unsafe",
            feedback="Nobody wonders. On Monday a repeat request goes through, as it has each month.",
            next="days-of-ramipril",
            misses=("information", "time"),
        ),
    ),
)

DRINKS = Node(
    key="drinks",
    title="What the plan does not say",
    text=(
        "<p>You write the handover for the agency. The draft says “soft diet”. "
        "It says nothing about drinks. On the ward, her jug has a sign: “Thickened”.</p>"
    ),
    record=RECORD,
    rows=("drinks-level-2", "draft-diet"),
    choices=(
        Choice(
            slug="confirm-and-add",
            text="Check with therapy that level 2 still stands, and add it to both papers",
            verdict="good",
            feedback="It still stands. The line says what, why and who confirmed it. The first cup will be right.",
            next="seven-pm",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="copy-the-sign",
            text="Write “thickened drinks”, as on the jug",
            verdict="okay",
            feedback="Far better than nothing. But how thick? The care worker has to find out with the kettle on.",
            next="seven-pm",
            hits=("time",),
            misses=("information", "source"),
        ),
        Choice(
            slug="community-can-sort-it",
            text="Leave it: community staff know her, and can sort it out next week",
            verdict="unsafe",
            feedback="Some do know her. The worker who comes tonight is new, and has only your handover.",
            next="wet-cough",
            misses=("information", "time"),
        ),
    ),
)

SEVEN_PM = Node(
    key="seven-pm",
    title="7 pm: the ward's phone",
    text=(
        "<p>Beatrice is home. The care worker rings the ward. “I can't open the summary. "
        "What has changed?”</p>"
    ),
    record=RECORD,
    rows=("contact-agency",),
    choices=(
        Choice(
            slug="it-was-sent",
            text="Say that it was sent at five, so it is there. The rest is for the agency",
            verdict="unsafe",
            feedback="Sent it was. But she cannot see it, and she is the one with the kettle.",
            next="wet-cough",
            misses=("information", "time"),
        ),
        Choice(
            slug="read-it-all-out",
            text="Read the whole summary to her over the phone",
            verdict="unsafe",
            feedback="It was her, but you did not check. She hears what she needs, among much that she does not.",
            next="monday-request",
            hits=("time",),
            misses=("permission", "source"),
        ),
        Choice(
            slug="local-route",
            text="Ring back through the agency's desk, then use the secure route",
            verdict="good",
            feedback="She reads it back to you. She knows that Beatrice has a paper copy too.",
            next="monday-request",
            hits=("information", "source", "time", "permission"),
        ),
    ),
)

WET_COUGH = Node(
    key="wet-cough",
    title="A cough",
    text=(
        "<p>7:40 pm. The care worker rings the ward. “She coughed and coughed on her tea. "
        "She breathes well now, but her voice sounds wet. I had seen nothing that said to thicken it.”</p>"
    ),
    record=RECORD,
    rows=("drinks-level-2",),
    choices=(
        Choice(
            slug="advice-now",
            text="No more thin drinks. Get a doctor's advice now; 999 if her breathing gets worse. Send the plan",
            verdict="good",
            feedback="A doctor rings Beatrice within the hour. You tell the nurse in charge, and report it.",
            next="rough-night",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="see-tomorrow",
            text="Say that she does cough at times, and ask the next visit to see how she is in the morning",
            verdict="unsafe",
            feedback="It sounds calm. But tea may have gone into her lungs, and no clinician looks until Sunday.",
            next="back-in-hospital",
            misses=("information", "time"),
        ),
    ),
)

WARD_NODES: tuple[Node, ...] = (
    FRIDAY_FOUR,
    NOBODY_FOR_TEA,
    TWO_BLANKS,
    WHY_STOPPED,
    DRINKS,
    SEVEN_PM,
    WET_COUGH,
)
