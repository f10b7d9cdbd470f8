"""M8, "Fourth visit in seven months": when the mother says no, the write-up, and the surgery's part."""

from training.demo.content.m8_kayleigh import KAYLEIGH_MAE
from training.demo.content.shapes import Choice, Node

JODIE_SAYS_NO = Node(
    key="jodie-says-no",
    title="“You're not telling anybody”",
    text=(
        "<p>Jodie's partner has gone to move the car. "
        "The council's team is about to ring back. “You're not telling anybody about this,” says Jodie.</p>"
    ),
    choices=(
        Choice(
            slug="stop-there",
            text="Stop. Without her agreement, you share nothing more.",
            verdict="unsafe",
            feedback="You want to respect her. But when a child may be at risk, you may share without consent.",
            next="nurse-in-charge-asks",
            misses=("information", "time"),
        ),
        Choice(
            slug="share-in-secret",
            text="Say, “All right,” and take the call in the office.",
            verdict="okay",
            feedback=(
                "The team hears all, so the child is safer. "
                "But it was safe to tell her, and she feels tricked later."
            ),
            next="write-it-up",
            hits=("source", "time"),
            misses=("permission",),
        ),
        Choice(
            slug="explain-share-record",
            text="It is safe to explain, so you do: whom you will tell, what, and why. Then you share, and note your "
            "reason.",
            verdict="good",
            feedback=(
                "“I'm worried about her, and about you. I have to tell them.” Jodie cries. "
                "Then she begins to talk."
            ),
            next="write-it-up",
            hits=("permission", "information", "time", "source"),
        ),
    ),
)

NURSE_IN_CHARGE_ASKS = Node(
    key="nurse-in-charge-asks",
    title="“What has changed for the child?”",
    text="<p>“So her mother says no,” says the nurse in charge. “What has changed for Kayleigh-Mae?”</p>",
    choices=(
        Choice(
            slug="nothing-so-share",
            text="“Nothing. I'll tell the team all of it now, tell Jodie if that is safe, and write down why.”",
            verdict="good",
            feedback="Social care has what it needs within the hour. Jodie is angry, but she stays.",
            next="write-it-up",
            hits=("information", "time", "permission"),
        ),
        Choice(
            slug="wait-for-meeting",
            text="“I'll bring it to the safeguarding meeting next week.”",
            verdict="unsafe",
            feedback="Next week is a long time when you are three. Tonight nobody knows what you know.",
            next="fifth-visit",
            misses=("time", "source"),
        ),
    ),
)

WRITE_IT_UP = Node(
    key="write-it-up",
    title="The write-up",
    text=(
        "<p>Social care has been told. Now you write. Others will act on your words. "
        "A new entry may show on a phone within minutes.</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("proxy", "today-first-look"),
    choices=(
        Choice(
            slug="label-the-mother",
            text="“Neglectful mum, chaotic family.” Save.",
            verdict="unsafe",
            feedback="These are labels. They prove nothing, they hurt, and the next worker stops looking.",
            next="on-her-phone",
            misses=("information", "permission"),
        ),
        Choice(
            slug="facts-and-hide",
            text="Write times, exact words, who was there and whom you told. Use the local process to hide it from "
            "online view.",
            verdict="good",
            feedback="Anybody can act on it, and nobody at home reads it first. The lead checks that it is hidden.",
            next="joined-up",
            hits=("information", "permission", "source"),
        ),
        Choice(
            slug="facts-and-save",
            text="Write times, exact words and who was there. Save it as usual.",
            verdict="unsafe",
            feedback="Good words, in the wrong light: her mother has online access, and others may hold that phone.",
            next="on-her-phone",
            hits=("information",),
            misses=("permission",),
        ),
    ),
)

ON_HER_PHONE = Node(
    key="on-her-phone",
    title="It shows on a phone",
    text=(
        "<p>The safeguarding lead rings. “Your entry can be read online, through proxy access. "
        "Somebody at home may have seen it.”</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("proxy",),
    choices=(
        Choice(
            slug="hide-and-warn",
            text="Hide it by the local process now. Tell social care that it may have been seen. Correct what was not "
            "fact.",
            verdict="good",
            feedback="Social care changes its plan for tonight. The record stays true, and shows what was corrected.",
            next="seen-too-soon",
            hits=("permission", "time", "information"),
        ),
        Choice(
            slug="delete-it",
            text="Delete the entry, and say no more about it.",
            verdict="unsafe",
            feedback="Now those who need it cannot find it, and nobody warns social care.",
            next="fifth-visit",
            misses=("information", "source"),
        ),
    ),
)

UNIT_RINGS = Node(
    key="unit-rings",
    title="Reception, 5 pm on Friday",
    text=(
        "<p>You work at Ashdown Lane Surgery. The phone rings. “Minor injuries unit. We have Kayleigh-Mae Thirlwell "
        "here, and we are worried. What do you know?”</p>"
    ),
    choices=(
        Choice(
            slug="confidential-goodbye",
            text="“I'm sorry, that's confidential.”",
            verdict="unsafe",
            feedback=(
                "It feels safe. But data protection law is a framework for sharing well, not a wall around a "
                "child."
            ),
            next="lead-hears",
            misses=("information", "time"),
        ),
        Choice(
            slug="check-caller-share-what-matters",
            text="Ring back on a number you know, tell the duty doctor, and share what matters to her safety.",
            verdict="good",
            feedback=(
                "“Not brought twice. Proxy access is on.” Two facts that nobody else had. "
                "You note what you shared."
            ),
            next="letter-arrives",
            hits=("information", "source", "time", "permission"),
        ),
        Choice(
            slug="send-it-all",
            text="Send them the whole record, to be quick.",
            verdict="okay",
            feedback="They have it, but 60 pages hide the two lines that count. You did not check who was calling.",
            next="letter-arrives",
            hits=("time",),
            misses=("permission", "information"),
        ),
    ),
)

LEAD_HEARS = Node(
    key="lead-hears",
    title="The practice's safeguarding lead",
    text="<p>Dr Amari, the safeguarding lead, hears you put the phone down. “Who was that?”</p>",
    choices=(
        Choice(
            slug="tell-her-and-ring-back",
            text="Tell her. Ring the unit back together, now.",
            verdict="good",
            feedback=(
                "The unit is still on the case. "
                "Your two facts go to social care ten minutes late, not three days."
            ),
            next="letter-arrives",
            hits=("information", "source", "time"),
        ),
        Choice(
            slug="somebody-fishing",
            text="“Somebody fishing for information.”",
            verdict="unsafe",
            feedback="Perhaps it was. But nobody checked, and nobody will now ask the surgery again.",
            next="fifth-visit",
            misses=("source", "time"),
        ),
    ),
)

LETTER_ARRIVES = Node(
    key="letter-arrives",
    title="The letter from the unit",
    text=(
        "<p>At six the unit's letter arrives, to be filed. "
        "It says who was told and why. Kayleigh-Mae's mother has proxy access.</p>"
    ),
    record=KAYLEIGH_MAE.slug,
    rows=("proxy",),
    choices=(
        Choice(
            slug="file-as-usual",
            text="File it as usual, so that it is there on Monday.",
            verdict="unsafe",
            feedback="It is there at once, for whoever holds that phone. The unit had hidden its own copy.",
            next="on-her-phone",
            hits=("time",),
            misses=("permission",),
        ),
        Choice(
            slug="hide-then-file",
            text="Hide it by the local process first, then file it. Tell the safeguarding lead that it has come.",
            verdict="good",
            feedback="It is there for those who need it. Dr Amari reads it before she goes home.",
            next="joined-up",
            hits=("permission", "information", "time"),
        ),
    ),
)

LATER_NODES: tuple[Node, ...] = (
    JODIE_SAYS_NO,
    NURSE_IN_CHARGE_ASKS,
    WRITE_IT_UP,
    ON_HER_PHONE,
    UNIT_RINGS,
    LEAD_HEARS,
    LETTER_ARRIVES,
)
