"""The steps that administrators take: each a question, an action of ours, and a word of what came of it."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View
from wagtail.admin.views.generic import PermissionCheckedMixin

from learners.privacy.actions.anonymising import NotNow
from learners.privacy.actions.asking import ask_to_be_forgotten
from learners.privacy.actions.deciding import grant, refuse
from learners.privacy.actions.holding import lift_hold, place_hold
from learners.privacy.cms_forms import PersonAndReasonForm, PersonForm, ReasonForm
from learners.privacy.models import ErasureRequest, LegalHold

SETTLED = "It was settled meanwhile. Nothing was changed."


class Step(PermissionCheckedMixin, View):
    """Asks something of an administrator, and does it."""

    title = ""
    explains = ""
    button = ""
    back_url_name = ""

    def form(self, data: Any = None) -> Form:
        """What is asked."""
        return ReasonForm(data, label="Why", help_text="")

    def do(self, form: Form) -> bool:
        """Do it. False where it was done before."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The question."""
        return self._ask(self.form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do it, say so, and go back."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self._ask(form)
        try:
            done = self.do(form)
        except NotNow as stands:
            form.add_error(None, stands.obstacles)
            return self._ask(form)
        (messages.success if done else messages.warning)(request, self.done() if done else SETTLED)
        return redirect(self.back_url_name, **self.kwargs)

    def who(self) -> Any:
        """Who does it: somebody who is signed in, or nobody would have come here."""
        return self.request.user

    def done(self) -> str:
        """What is said afterwards."""
        return "Done."

    def _ask(self, form: Form) -> HttpResponse:
        context = {
            "form": form,
            "media": form.media,
            "explains": self.explains,
            "button": self.button,
            "page_title": self.title,
            "header_title": self.title,
            "back_url_name": self.back_url_name,
            "pk": self.kwargs.get("pk"),
        }
        return render(self.request, "learners/privacy/cms_step.html", context)


class RecordRequestView(Step):
    """Writes down that somebody asked by letter or on the phone."""

    model = ErasureRequest
    permission_required = "add"
    title = "Write down a request"
    explains = (
        "For somebody who asked by letter or on the phone. First make sure that it was really them. "
        "They are told by e-mail."
    )
    button = "Write it down"

    def form(self, data: Any = None) -> Form:
        """Who asked."""
        return PersonForm(data)

    def do(self, form: Form) -> bool:
        """Keep it."""
        ask_to_be_forgotten(by=form.cleaned_data["person"], recorded_by=self.who())
        return True

    def done(self) -> str:
        """That it waits."""
        return "The request is waiting to be decided."


class _Decide(Step):
    model = ErasureRequest
    permission_required = "decide"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the request."""
        self.object = get_object_or_404(ErasureRequest.objects.select_related("person"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)


class GrantView(_Decide):
    """Anonymises whoever asked."""

    title = "Anonymise this person"
    explains = (
        "Their name, addresses, numbers and everything that they wrote go. What they learnt stays, under “Anonymised "
        "person”. There is no way back. They are told by e-mail, as the last thing before their address goes."
    )
    button = "Anonymise for good"

    def form(self, data: Any = None) -> Form:
        """Why."""
        return ReasonForm(data, label="Why", help_text="Stays in the log. Do not write their name.")

    def do(self, form: Form) -> bool:
        """Anonymise them."""
        return grant(request=self.object, by=self.who(), reason=form.cleaned_data["reason"])

    def done(self) -> str:
        """That there is no way back."""
        return "The person is anonymised."


class RefuseView(_Decide):
    """Refuses a request."""

    title = "Refuse this request"
    explains = (
        "The person reads your reason in an e-mail and on their page. Say nothing of a legal hold: "
        "telling could harm what it is for."
    )
    button = "Refuse"

    def form(self, data: Any = None) -> Form:
        """Why."""
        return ReasonForm(data, label="Why, in words for the person", help_text="They read exactly this.")

    def do(self, form: Form) -> bool:
        """Refuse."""
        return refuse(request=self.object, by=self.who(), reason=form.cleaned_data["reason"])

    def done(self) -> str:
        """Who was told, or that nobody was."""
        told = (
            "They are told by e-mail."
            if self.object.person.email
            else "They have no e-mail address: write to them."
        )
        return f"The request is refused. {told}"


class PlaceHoldView(Step):
    """Places a legal hold."""

    model = LegalHold
    permission_required = "add"
    title = "Place a legal hold"
    explains = (
        "While it is in force nothing anonymises this person. They are not told, and neither is anybody "
        "who is no administrator."
    )
    button = "Place it"

    def form(self, data: Any = None) -> Form:
        """On whom, and why."""
        return PersonAndReasonForm(
            data, label="What needs it, and who asked", help_text="Only administrators see it."
        )

    def do(self, form: Form) -> bool:
        """Place it."""
        place_hold(by=self.who(), **form.cleaned_data)
        return True

    def done(self) -> str:
        """That it holds."""
        return "The hold is in force."


class LiftHoldView(Step):
    """Lifts a legal hold."""

    model = LegalHold
    permission_required = "lift"
    title = "Lift this legal hold"
    explains = "From then on the person can be anonymised: by request, or when their time is over."
    button = "Lift it"

    def form(self, data: Any = None) -> Form:
        """Nothing is asked."""
        return Form(data)

    def do(self, form: Form) -> bool:
        """Lift it."""
        hold = get_object_or_404(LegalHold, pk=self.kwargs["pk"])
        return lift_hold(hold=hold, by=self.who())

    def done(self) -> str:
        """That it holds no more."""
        return "The hold is lifted."
