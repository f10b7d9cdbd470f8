"""M6, the moments of work at which a look makes leaving hospital safer."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "leaving-hospital"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="before-i-discharge-somebody",
        title="Before I discharge somebody",
        roles=("nurse", "doctor", "ward-clerk"),
        question="What help does this person have at home, and who must restart it?",
        where="Shared record: care plan, social care, About Me, contacts.",
        why="A suspended package may restart in hours. A new request can take days.",
        check_against="The person, then the agency. Is it still right, now that they have been ill?",
        if_not_there="Social care does not share everywhere. Ring the council or the agency, and ask the family.",
        module=MODULE_SLUG,
        information=("care-plans", "social-care", "about-me", "carers"),
    ),
    Moment(
        slug="the-bed-is-needed-today",
        title="“The bed is needed today”",
        roles=("ward-clerk", "social-worker"),
        question="What is already in place, and what is the one thing that still holds this up?",
        where="Shared record: care plan, equipment, recent therapy notes.",
        why="You ring the one person who can say yes. You order no hoist that is there already.",
        check_against="The agency and the therapist. Note who agreed to what, and at what time.",
        if_not_there="Ask at the board round who knows the home. Write down what you could not check.",
        module=MODULE_SLUG,
        information=("care-plans",),
    ),
    Moment(
        slug="first-visit-after-hospital",
        title="The first visit after hospital",
        roles=("care-worker", "care-home-nurse"),
        question="What has changed since I was last here: medicines, drinks, moving, skin?",
        where="The discharge summary, if you can open it. If not, your office, or the person's own copy.",
        why="The chart in the house may be older than the change.",
        check_against="The care plan in place before. If one is silent, ring: silence is not a change.",
        if_not_there="Ring the ward through your office. Do not guess about a medicine or a drink.",
        module=MODULE_SLUG,
        information=("discharge-summaries",),
    ),
    Moment(
        slug="the-discharge-summary-is-in",
        title="The discharge summary is in",
        roles=("gp-admin", "pharmacy", "doctor"),
        question="What does it ask of us, by when, and does our list still say something else?",
        where="The summary: changes to medicines, requested actions. Then the repeat list.",
        why="A repeat request may come before anyone has compared. Then a stopped medicine goes out.",
        check_against="The person: what do they have at home, and what do they take?",
        if_not_there="Reason or date blank? Ring the ward or its pharmacy before the next supply.",
        module=MODULE_SLUG,
        information=("discharge-summaries", "medicines"),
    ),
)
