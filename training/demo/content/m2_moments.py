"""M2, moments: at the search box, when somebody asks, when the person says no, in an emergency."""

from training.demo.content.shapes import Moment

SLUG = "may-i-look"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="at-the-search-box",
        title="My fingers are on the search box",
        roles=("doctor", "nurse", "gp-admin", "pharmacy", "social-worker", "manager"),
        question="May I open this person's record?",
        where="In your own work: are you involved in this person's care now, and which part do you need?",
        why="Each view is logged as yours. A clear reason protects the person, and you.",
        check_against="The person, wherever you can: “May I check your shared record?”",
        if_not_there="If you have no reason that you could tell the person, do not open it. Ask your manager.",
        module=SLUG,
    ),
    Moment(
        slug="can-you-just-look-him-up",
        title="“Can you just look him up for me?”",
        roles=("ward-clerk", "gp-admin", "care-worker", "nurse", "volunteer"),
        question="A colleague or friend asks about somebody I do not care for. What do I say?",
        where="Not in the record. “I'm not looking after him, so I can't. The ward can pass on a message.”",
        why="You can be kind and give nothing away. Even a ward's name can say a lot.",
        check_against="Would you be glad to tell the person why you looked?",
        if_not_there="If somebody presses you, tell your manager or your information governance lead.",
        module=SLUG,
    ),
    Moment(
        slug="the-person-says-no",
        title="“I don't want them to know”",
        roles=("mental-health", "midwife-health-visitor", "allied-health-professional", "hospice", "nurse"),
        question="The person objects to sharing. What do I do?",
        where="Listen first. Your organisation has a route for objections: ask before you promise anything.",
        why="People speak more openly when they are heard. You may not be able to keep a quick promise.",
        check_against="Is somebody at risk? Then speak to your safeguarding lead straight away.",
        if_not_there="If you do not know the route, write down what was said, and ask your lead today.",
        module=SLUG,
    ),
    Moment(
        slug="they-cannot-tell-me",
        title="They cannot tell me, and it will not wait",
        roles=("paramedic", "doctor", "nurse"),
        question="The person cannot be asked. May I use emergency access?",
        where="Emergency access, as yourself: alerts, allergies and the medicines that change what you do now.",
        why="It is there for this. A clear reason takes ten seconds and answers later questions.",
        check_against="Family and the medicines they bring. You may always listen.",
        if_not_there="Treat as you would without it, and note that you could not look. Look later if care needs it.",
        module=SLUG,
        information=("allergies", "medicines"),
    ),
)
