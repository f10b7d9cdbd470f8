"""M2, sections 1 and 2: eight principles as everyday choices, and the four locks."""

from training.demo.content.shapes import Callout, LocalFact, Option, Section, SingleChoice, Text

EIGHT_CHOICES = Section(
    "Eight choices at work",
    (
        Text(
            "<p>You are at the search box. A name is half typed. A colleague says, “Just have a quick look.” "
            "May you?</p>"
            "<p>Meet Gareth Lindqvist, 58. This week he is in hospital, on Ward 6. "
            "You will see how staff treat his record.</p>"
            "<h2>Eight principles, as everyday choices</h2>"
            "<p>The eight Caldicott Principles guide health and care staff.</p>"
            "<ol>"
            "<li><b>Have a reason.</b> Can I say why I am looking?</li>"
            "<li><b>Only when needed.</b> Could I do this task without it?</li>"
            "<li><b>As little as needed.</b> Which part do I need? I leave the rest.</li>"
            "<li><b>Need to know.</b> Do I need this for my own work with this person?</li>"
            "<li><b>Know my part.</b> Do I know my duties, and whom to ask?</li>"
            "<li><b>Keep to the law.</b> Am I sure this is allowed? If not, I ask first.</li>"
            "<li><b>Share for care.</b> The duty to share for care matters as much as the duty to "
            "protect.</li>"
            "<li><b>No surprises.</b> Does the person know how their information is used?</li>"
            "</ol>"
        ),
        SingleChoice(
            slug="when-a-colleague-holds-back",
            question=(
                "Gareth is coming to your clinic for treatment. You ask the ward about his allergies. "
                "“We can't say, it's confidential.” Which choice answers this best?"
            ),
            options=(
                Option(
                    slug="as-little-as-needed",
                    text="As little as needed",
                    feedback=(
                        "It limits how much the ward shares. "
                        "It is no reason to hold back what treatment needs."
                    ),
                ),
                Option(
                    slug="need-to-know",
                    text="Need to know",
                    feedback=(
                        "You do need to know, so this supports you. "
                        "But it does not say that the ward should share."
                    ),
                ),
                Option(
                    slug="share-for-care",
                    text="Share for care",
                    feedback=(
                        "You are treating Gareth, and allergies bear on that. Holding back could harm him."
                    ),
                    correct=True,
                ),
                Option(
                    slug="no-surprises",
                    text="No surprises",
                    feedback=(
                        "Gareth would expect his clinic to know. "
                        "Still, another choice speaks of the duty to share."
                    ),
                ),
            ),
            skill="helps",
            outcome=1,
            why=(
                "Confidential does not mean secret from the care team. "
                "Relevant information should reach those who treat him."
            ),
        ),
    ),
)

FOUR_LOCKS = Section(
    "Four locks",
    (
        Text(
            "<p>Four locks protect a shared record. Each one also protects you.</p>"
            "<ol>"
            "<li><b>You are you.</b> You sign in as yourself. Nobody borrows your log-in.</li>"
            "<li><b>Your role.</b> You see what your job lets you see.</li>"
            "<li><b>Your link to the person.</b> You are involved in their care now. "
            "This is called a <i>legitimate relationship</i>.</li>"
            "<li><b>The log.</b> Each view is recorded, and can be checked.</li>"
            "</ol>"
            "<p>In an emergency, some systems have one more door: <b>emergency access</b>. "
            "You give a reason, and someone may check it later. Where you work:</p>"
        ),
        LocalFact("emergency-access"),
        Callout(
            "important",
            "Stop and ask first",
            "<p>Your own record, or a list of people for an audit, may have other rules. "
            "Ask your manager or information governance lead before you look.</p>",
        ),
    ),
)

OPENING_SECTIONS = (EIGHT_CHOICES, FOUR_LOCKS)
