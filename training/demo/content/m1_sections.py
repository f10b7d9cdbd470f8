"""M1, sections 1 to 3: Win's story, who knew what and when, three kinds of record."""

from training.demo.content.shapes import (
    Callout,
    LocalFact,
    Option,
    Picture,
    Section,
    SingleChoice,
    Text,
    WhatIsSeen,
)

THE_MOMENT = Section(
    "Win tells it again",
    (
        Text(
            "<p>Winifred Tansley is 82. She likes to be called Win.</p>"
            "<p>Four weeks ago Win fell at night. She told the ambulance crew. She told her GP surgery. "
            "She told the falls clinic. She told her care worker.</p>"
            "<p>Today she meets you. “I was on my way to the bathroom,” she begins. "
            "It is the fifth time she has told it.</p>"
            "<p>Win is tired of her own story. Each time, a small part of it gets lost.</p>"
            "<h2>Three moments to look</h2>"
            "<ul>"
            "<li><b>At the start of contact.</b> What is already known?</li>"
            "<li><b>Before a decision.</b> What has changed, and who else is involved?</li>"
            "<li><b>Before you hand the person on.</b> What will the next worker need?</li>"
            "</ul>"
        ),
        Callout(
            "note",
            "People make the difference",
            "<p>A 2010 study looked at how often staff opened one national record. "
            "What mattered most was who the clinician was. Some never opened it. "
            "The highest opened 84 of every 100 that were there to see.</p>",
        ),
    ),
)

WHO_KNEW_WHAT = Section(
    "Who knew what, when",
    (
        Picture(
            "who-knew-what.png",
            "Fictional example. A timeline headed “Who knew what, when” for Winifred Tansley, 82. "
            "It has six steps. 1: five weeks ago, Tarn & Vale Community Health knew she hears better on "
            "her left. "
            "2: four weeks ago, Vale Ambulance knew she fell at night. "
            "3: three weeks ago, Ashdown Lane Surgery, her GP, issued five medicines. "
            "4: two weeks ago, Fennings Vale Council set up home care, 2 visits a day. "
            "5: 12 days ago, Brackwater falls clinic advised her to start vitamin D and see a physio. "
            "6: today, marked in red, Kindly Home Care has not been told about the vitamin D. "
            "Below it: “Each service knew one part. Win told her story five times.”",
            "Six services, six parts of one story. Fictional example.",
        ),
        Text(
            "<p>Here is the same timeline in words.</p>"
            "<ul>"
            "<li><b>5 weeks ago</b>, Tarn &amp; Vale Community Health learned that Win hears better on her "
            "left.</li>"
            "<li><b>4 weeks ago</b>, Vale Ambulance learned that she fell at night.</li>"
            "<li><b>3 weeks ago</b>, Ashdown Lane Surgery issued her five medicines.</li>"
            "<li><b>2 weeks ago</b>, Fennings Vale Council set up home care, 2 visits a day.</li>"
            "<li><b>12 days ago</b>, Brackwater falls clinic advised vitamin D. "
            "It also asked for a physio.</li>"
            "<li><b>Today</b>, nobody has told Kindly Home Care about the vitamin D.</li>"
            "</ul>"
            "<p>Nobody did anything wrong. Nobody could see the whole picture. "
            "A shared record puts many of these parts side by side.</p>"
        ),
        SingleChoice(
            slug="what-changed-since-home-care-began",
            question=(
                "Win's home care began 2 weeks ago. Her care worker asks, “Has anything changed since then?” "
                "Whose entry holds the answer?"
            ),
            options=(
                Option(
                    slug="gp-surgery",
                    text="Ashdown Lane Surgery",
                    feedback=(
                        "A sensible place to think of. But its entry is 3 weeks old, from before home care "
                        "began."
                    ),
                ),
                Option(
                    slug="council",
                    text="Fennings Vale Council",
                    feedback="The council set up the visits. Its entry does not show what came after.",
                ),
                Option(
                    slug="falls-clinic",
                    text="Brackwater falls clinic",
                    feedback=(
                        "The clinic wrote 12 days ago, after home care began. Its entry is the one with news."
                    ),
                    correct=True,
                ),
                Option(
                    slug="ambulance",
                    text="Vale Ambulance",
                    feedback="The crew knew about the fall 4 weeks ago. The change came later than that.",
                ),
            ),
            skill="when",
            why="Dates matter. Ask what has happened since the last time your service knew the whole story.",
        ),
    ),
)

THREE_RECORDS = Section(
    "Three kinds of record",
    (
        Text(
            "<p>The names sound alike. The records are not the same.</p>"
            "<ul>"
            "<li><b>Summary Care Record</b>: a national summary, taken from the GP record. "
            "It shows medicines, allergies and personal details. "
            "It may hold more, such as care plan information.</li>"
            "<li><b>Local shared care record</b>: a local view of what several services share. "
            "These may be the GP, hospital, community, mental health, social care and ambulance. "
            "It can hold letters.</li>"
            "<li><b>Your own record</b>: what your service writes. Others may see some of it, or none.</li>"
            "</ul>"
        ),
        Text("<h2>Where you work</h2><p>This is what your organisation says about its own record.</p>"),
        LocalFact("record-name"),
        LocalFact("way-in"),
        LocalFact("services-sharing"),
        WhatIsSeen(("allergies", "medicines", "letters", "results", "about-me", "care-plans", "maternity")),
        Callout(
            "note",
            "In this module",
            "<p>In our made-up area the record is called the <i>Vale Shared Record</i>. "
            "This module describes England. If you work elsewhere in the UK, ask what you have.</p>",
        ),
    ),
)

OPENING_SECTIONS = (THE_MOMENT, WHO_KNEW_WHAT, THREE_RECORDS)
