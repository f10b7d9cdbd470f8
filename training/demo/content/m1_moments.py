"""M1, moments: the start of contact, before a decision, and before handing on."""

from training.demo.content.shapes import Moment

SLUG = "right-information-right-place-right-time"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="somebody-new-on-my-list",
        title="Somebody new is on my list",
        roles=("nurse", "allied-health-professional", "care-home-nurse", "hospice", "social-worker"),
        question="What do other services already know about this person?",
        where="About Me first, then alerts, recent letters, and the care and support plan.",
        why="You start from what is known. The person does not have to tell it all again.",
        check_against="The person. Ask: “I read this about you. Is it still right?”",
        if_not_there="Ask the person, or whoever helps them. Then write it down for the next worker.",
        module=SLUG,
        information=("about-me", "letters", "care-plans"),
    ),
    Moment(
        slug="a-relative-says-something-changed",
        title="“She is on something new, I don't know what”",
        roles=("care-worker", "nurse", "gp-admin", "volunteer"),
        question="What has changed since our last contact, and who changed it?",
        where="Recent letters and the list of medicines. No access? Ask your office or a colleague to look.",
        why="A recent letter can save you three calls and an hour of waiting.",
        check_against="What the person says they take. A letter is a plan; a list is what was issued.",
        if_not_there="Ring the service that saw the person last. Letters can arrive days later.",
        module=SLUG,
        information=("letters", "medicines"),
    ),
    Moment(
        slug="before-i-ring-a-family",
        title="Before I ring a family",
        roles=("ward-clerk", "nurse", "social-worker"),
        question="Who already helps this person at home, and whom may I talk to?",
        where="The care and support plan, and the contacts. Look for permission to talk to this relative.",
        why="You ask the family less, and the right team gets the call.",
        check_against="The person's own wishes today. Who do they want you to ring?",
        if_not_there="Ask the person. If they cannot tell you, ask your manager before you share anything.",
        module=SLUG,
        information=("care-plans", "carers"),
    ),
    Moment(
        slug="before-i-hand-somebody-on",
        title="Before I hand somebody on",
        roles=("doctor", "nurse", "paramedic", "allied-health-professional", "care-home-nurse"),
        question="What will the next worker need, and can they see it?",
        where="Your own note, and what the shared record shows of it to the service that takes over.",
        why="What you learned helps the next worker only if it reaches them.",
        check_against="Ask the next worker: “Can you see this?” Do not assume it.",
        if_not_there="Tell them by your secure local route: what you found, where it is from, who knows.",
        module=SLUG,
    ),
)
