"""M3, its moments: public pages for the front door."""

from training.demo.content.shapes import Moment

MODULE_SLUG = "at-the-front-door"

MOMENTS: tuple[Moment, ...] = (
    Moment(
        slug="before-i-call-the-next-name",
        title="Before I call the next name",
        roles=("nurse", "doctor"),
        question="What should I know about this person before I ask them to start again?",
        where="Alerts and allergies first, then medicines that matter today, then adjustments and plans.",
        why="A minute of reading saves repeat questions. You ask better ones, and the person is heard once.",
        check_against="The person, and whoever came with them. If entries disagree, act on the safer one for now.",
        if_not_there="Ask, and write down what you hear. An empty section does not mean that there is nothing.",
        module=MODULE_SLUG,
        information=("allergies", "medicines"),
    ),
    Moment(
        slug="on-scene-before-we-move",
        title="On scene, before we move",
        roles=("paramedic",),
        question="Is there already a plan for this person, and is somebody at home with them?",
        where="Alerts, the care and support plan, and contacts. Look for an on-call number.",
        why="You find the plan before you decide. Support that is already there may change where you go.",
        check_against="The person, the home, and any paper plan. Look at the date of each.",
        if_not_there="Ring the number in the home, or your clinical advice line. Hand over that you could not find a "
        "plan.",
        module=MODULE_SLUG,
        information=("care-plans", "carers"),
    ),
    Moment(
        slug="choosing-where-somebody-waits",
        title="Choosing where somebody waits",
        roles=("gp-admin", "nurse"),
        question="Does this person need a quiet place, more time or another way to be called?",
        where="The reasonable adjustment flag, where your role lets you see it.",
        why="You can act first. The right place from the start means a calmer visit for all.",
        check_against="The person: “Is this still what helps?” Needs change, so look at the review date.",
        if_not_there="Ask everyone, “Is there anything that would make this easier?” Offer to have it recorded.",
        module=MODULE_SLUG,
    ),
    Moment(
        slug="before-i-send-somebody-home",
        title="Before I send somebody home at night",
        roles=("nurse", "doctor", "paramedic"),
        question="Who will be there, and who must know what happened tonight?",
        where="The care and support plan and contacts. Look for on-call numbers and who helps with medicines.",
        why="The next dose and the next visit depend on somebody knowing. One call now can save a return.",
        check_against="The person, and the service itself. Rotas change faster than records.",
        if_not_there="Ask the person who helps them. If nobody can be reached, tell the nurse in charge before they "
        "leave.",
        module=MODULE_SLUG,
        information=("care-plans", "carers", "medicines"),
    ),
)
