"""M7, its moments: public pages about care at home, by day and at night."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "care-plans-at-home"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="before-i-knock",
        title="Before I knock",
        roles=("care-worker", "nurse", "allied-health-professional"),
        question="What has changed since my last visit, and how does this person like things done?",
        where="The care and support plan first, then alerts, About Me, and who may be told.",
        why="Two minutes outside save a wrong start inside. The person need not explain it again.",
        check_against="The person, and the folder in the house. If dates differ, ask which one is newer.",
        if_not_there="Ring your office or the team that wrote the plan. Do not guess.",
        module=MODULE_SLUG,
        information=("care-plans", "about-me", "carers"),
    ),
    Moment(
        slug="when-something-has-changed",
        title="Something has changed today",
        roles=("unpaid-carer", "care-worker", "care-home-nurse"),
        question="Does the plan say what to do about this, and whom to ring?",
        where="The care plan: look for a number, and for when to use it. At home, look in the folder.",
        why="The plan was made on a calm day. Using it early may spare the person a hard night.",
        check_against="The person: “How do you feel, compared with yesterday?” Compare it with the last note.",
        if_not_there="Ring your office, the GP surgery or NHS 111. If it looks like an emergency, ring 999.",
        module=MODULE_SLUG,
        information=("care-plans",),
    ),
    Moment(
        slug="a-relative-asks-me",
        title="A relative asks me how they are",
        roles=("care-worker", "care-home-nurse", "nurse", "hospice"),
        question="What has this person said that I may tell, and to whom?",
        where="Contacts and permissions. Look for the date, and for what the permission covers.",
        why="You can be warm and still keep a confidence. You can always listen.",
        check_against="The person, today. They may say more than is written down, or less.",
        if_not_there="Listen, say that you will ask, and tell nothing yet. Then ask the person.",
        module=MODULE_SLUG,
        information=("carers",),
    ),
    Moment(
        slug="the-call-at-3-am",
        title="The call at 3 am",
        roles=("paramedic", "doctor", "hospice"),
        question="Is there a plan for tonight, and is the one in my hand the latest?",
        where="The end of life section and documents: date, version, who made it. Then the advice line's number.",
        why="The plan helps you to offer what this person wanted, and to look for what can be put right.",
        check_against="The person first, if they can speak for themselves. Then those close to them.",
        if_not_there="Care for the person, ask them, and ring your local advice line. Note that you found no plan.",
        module=MODULE_SLUG,
        information=("end-of-life-plans",),
    ),
    Moment(
        slug="after-somebody-has-died",
        title="After somebody has died",
        roles=("hospice", "nurse", "doctor", "care-home-nurse", "care-worker"),
        question="Who else would still ring, write or visit, because nobody told them?",
        where="Care plan, contacts and coming visits: each team named there may need to know.",
        why="A cheerful call a week later hurts a family. One round of calls can spare them that.",
        check_against="Your service's own steps after a death, and whoever is in charge today.",
        if_not_there="Ask the family which services came, if the time is right. Then tell your manager.",
        module=MODULE_SLUG,
        information=("care-plans", "carers", "appointments"),
    ),
)
