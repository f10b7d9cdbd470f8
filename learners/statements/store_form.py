"""The form by which an administrator adds a record store, or changes one."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from learners.outward import NotAllowed
from learners.record_store import clock
from learners.sealing import can_seal, seal
from learners.statements.destinations import check_address, new_pseudonym_key
from learners.statements.models import Destination

ALL, FROM_NOW = "all", "now"


class StoreForm(WagtailAdminModelForm):
    """A password is asked for and never shown. What would make statements differ from those sent before stays fixed."""

    password = forms.CharField(
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Kept encrypted, and never shown again. Left empty, the one that is kept stays.",
    )
    own_pseudonyms = forms.BooleanField(
        required=False,
        label="Other names for people",
        help_text="People get names that no other store has. It can't be changed once the store is there.",
    )
    beginning = forms.ChoiceField(
        choices=[(ALL, "Everything so far, and what comes"), (FROM_NOW, "Only what comes from now on")],
        initial=ALL,
        widget=forms.RadioSelect,
        label="What it gets",
    )

    class Meta:
        model = Destination
        fields = ("name", "organisation", "endpoint", "username", "is_active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance._state.adding
        self.fields["endpoint"].required = True
        if not self.is_new:
            for name in ("name", "organisation", "own_pseudonyms", "beginning"):
                if name in self.fields:
                    self.fields[name].disabled = True
            self.fields["own_pseudonyms"].initial = self.instance.has_own_pseudonyms
            self.fields["beginning"].required = False

    def clean_name(self) -> str:
        """The environment's has its name."""
        name = str(self.cleaned_data["name"])
        if self.is_new and name == Destination.DEFAULT:
            raise forms.ValidationError("This is the name of the store that the environment sets.")
        return name

    def clean_endpoint(self) -> str:
        """An address on the open internet, or at a host that the operator named."""
        endpoint = str(self.cleaned_data["endpoint"]).rstrip("/")
        try:
            check_address(endpoint)
        except NotAllowed as problem:
            raise forms.ValidationError(str(problem)) from problem
        return endpoint

    def clean(self) -> Any:
        """Nothing can be kept safely without a key."""
        cleaned = super().clean()
        needs_key = self.cleaned_data.get("password") or self.cleaned_data.get("own_pseudonyms")
        if needs_key and not can_seal():
            self.add_error(
                "password", "Nothing can be encrypted here: SEALING_KEYS is not set, or holds no key."
            )
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Seal what is secret, say where it begins, and let a store that was mended be tried at once."""
        if self.cleaned_data.get("password"):
            self.instance.sealed_password = seal(self.cleaned_data["password"])
        if self.is_new and self.cleaned_data.get("own_pseudonyms"):
            self.instance.sealed_pseudonym_key = new_pseudonym_key()
        if self.is_new and self.cleaned_data.get("beginning") == FROM_NOW:
            self.instance.queued_through = clock.place_of(timezone.now())
        self.instance.paused_until, self.instance.last_error = None, ""
        return super().save(commit=commit)
