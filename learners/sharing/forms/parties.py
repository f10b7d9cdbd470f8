"""The form about one organisation's signature."""

from typing import Any

from django import forms

from learners.forms import LearnerForm, day_field
from learners.sharing.actions.parties import SIGNABLE
from learners.sharing.models import Party

SIGNED, PLANS, DECLINES, LEAVES, MISTAKE = "signed", "plans", "declines", "leaves", "mistake"
NOT_ASKED = "not_asked"
WORDS = {
    SIGNED: "It has signed",
    PLANS: "It means to sign by a day",
    DECLINES: "It will not sign",
    LEAVES: "It leaves",
    MISTAKE: "What stands here was noted by mistake",
    NOT_ASKED: "It was asked by mistake",
}
LEADS_ALONE = {MISTAKE, NOT_ASKED}
"""What nobody says but whoever leads the network."""
OPEN = {
    Party.State.ASKED: (SIGNED, PLANS, DECLINES, NOT_ASKED),
    Party.State.DECLINED: (SIGNED, PLANS, MISTAKE),
    Party.State.SIGNED: (LEAVES, MISTAKE),
    Party.State.LEFT: (MISTAKE,),
}
"""What can be said of a party in each state."""
DAYS = {
    SIGNED: "Enter the day of the signature",
    PLANS: "Enter the day by which it means to sign",
    LEAVES: "Enter its last day",
}
REASONS = {
    DECLINES: "Say why it will not sign",
    MISTAKE: "Say what was wrong",
    NOT_ASKED: "Say why it is no party",
}


class PartyForm(LearnerForm):
    """What happened with one organisation's signature. What has to be said depends on that."""

    answer = forms.ChoiceField(
        label="What is to be noted",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is to be noted", "invalid_choice": "Choose from the list"},
    )
    on = day_field(
        "Day",
        required=False,
        help_text="Of the signature, by which it means to sign, or its last day.",
    )
    signatory = forms.CharField(
        label="Role that signed", help_text="Caldicott Guardian. No name.", max_length=120, required=False
    )
    note = forms.CharField(
        label="Why",
        help_text="Needed where it will not sign, and for a mistake. No people's names.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    was = forms.ChoiceField(choices=Party.State.choices, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, party: Party, may_take_back: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = [each for each in WORDS if may_take_back or each not in LEADS_ALONE]
        said = [each for each in OPEN[Party.State(party.state)] if each in may]
        if party.agreement.stage not in SIGNABLE:
            said = [each for each in said if each != SIGNED]
        answer: Any = self.fields["answer"]
        answer.choices = [
            (each, WORDS[each]) for each in may
        ]  # what is sent twice is no mistake of its sender
        answer.widget.choices = [(each, WORDS[each]) for each in said]
        self.fields["was"].initial = party.state
        self.has_answers = bool(said)

    def clean(self) -> dict[str, Any]:
        """Ask for what the answer needs."""
        cleaned = super().clean() or {}
        answer = cleaned.get("answer", "")
        if answer in DAYS and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", DAYS[answer])
        if answer == SIGNED and not cleaned.get("signatory"):
            self.add_error("signatory", "Enter the role that signed")
        if answer in REASONS and not cleaned.get("note"):
            self.add_error("note", REASONS[answer])
        return cleaned
