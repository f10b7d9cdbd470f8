"""M9, moments: before a launch date, when a team does not look, when a partner joins."""

from training.demo.content.shapes import Moment

SLUG = "leading-the-change"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="before-i-name-a-launch-date",
        title="Before I name a launch date",
        roles=("manager",),
        question="Are we ready, or only hopeful?",
        where="The agreement, the list of log-ins that were really tried, and the moments agreed with each role.",
        why="A date that slips costs trust. A gap that is found early costs an hour.",
        check_against="Ask three people on a night shift what will change for them.",
        if_not_there="Not sure counts as not in place. Give it an owner and a date.",
        module=SLUG,
    ),
    Moment(
        slug="a-new-partner-wants-to-join",
        title="“Can you train us next week?”",
        roles=("manager", "care-home-nurse", "social-worker"),
        question="What will this partner's staff see on their first day, and what not yet?",
        where="The scope of the sharing agreement: what is shared now, what is planned, and what is out.",
        why="Staff who look for what is not there yet soon stop looking.",
        check_against="Open it with one of their staff, in their own job, before you train the rest.",
        if_not_there="Add it as planned, with a date. Tell staff what they will not see, and what to use until then.",
        module=SLUG,
    ),
    Moment(
        slug="one-team-does-not-look",
        title="One of my teams does not use it",
        roles=("manager", "nurse", "ward-clerk"),
        question="What keeps this team from looking?",
        where="Use by place and role, the themes of the attitude survey, and ten minutes at a handover.",
        why="A reminder helps those who forgot. It does not help those who are unsure or cannot get in.",
        check_against="Watch one person do it, at the busiest time of the day.",
        if_not_there="Too few to show? Never work it out. Ask the team as a team.",
        module=SLUG,
    ),
)
