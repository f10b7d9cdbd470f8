"""People in the CMS: made, changed and retired there, never deleted."""

from functools import cached_property
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views import View
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserCreationForm, UserEditForm, UserForm
from wagtail.users.views import users

from learners.people import second_step
from learners.people.actions import may_remove_second_step, remove_second_step
from learners.people.models import User
from learners.people.selectors import ways_in
from modules.register import RegisterChooserViewSet


class PersonForm(UserForm):
    """What adding and changing a person share. `by` is who does it."""

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "is_superuser" in self.fields and not by.is_superuser:
            self.fields["is_superuser"].disabled = True
            self.fields["is_superuser"].help_text = "Only somebody who has this already can give or take it."

    def clean_email(self) -> str:
        """In small letters, because sign-in looks for it so; and nobody else's."""
        email: str = self.cleaned_data["email"].lower()
        if email and User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError("Somebody else has this e-mail address.")
        return email

    def _clean_username(self) -> None:
        """Wagtail takes two people without an address for one; `clean_email` knows better."""

    def save(self, commit: bool = True) -> User:
        """Save. An address that was changed no longer signs anybody in."""
        person: User = super().save(commit=commit)
        if commit:
            EmailAddress.objects.filter(user=person).exclude(email=person.email).delete()
        return person


class NewPersonForm(PersonForm, UserCreationForm):
    """Adds a person, who mostly chooses the password."""

    password_required = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "password1"
        ].help_text = (
            "Best left empty: the person then sets one by “Forgot your password?” on the sign-in page."
        )

    def save(self, commit: bool = True) -> User:
        """Save. Without a password nobody can sign in by one."""
        if not self.cleaned_data["password1"]:
            self.instance.set_unusable_password()
        return super().save(commit=commit)


class ChangePersonForm(PersonForm, UserEditForm):
    """Changes a person, or retires them: no longer active."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = bool(self.instance.email)  # whoever has one keeps one
        if "is_active" in self.fields:
            self.fields[
                "is_active"
            ].help_text = (
                "Untick when somebody has left for good: they can no longer sign in, and their record stays."
            )


class PeopleView(users.IndexView):
    """The list of people."""

    page_title = "People"
    add_item_label = "Add a person"

    @cached_property
    def columns(self) -> list[Any]:
        """Wagtail's, which calls every address a user name."""
        columns = super().columns
        for column in columns:
            if column.name == "email":
                column.label = "E-mail address"
        return columns

    def get_delete_url(self, instance: User) -> None:
        """Offer no deletion."""


class AddPersonView(users.CreateView):
    """Adds a person."""

    page_title = "Add a person"
    success_message = "“%(object)s” was added."

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who fills it in."""
        return super().get_form_kwargs() | {"by": self.request.user}


class ChangePersonView(users.EditView):
    """Changes a person."""

    success_message = "“%(object)s” was changed."

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        """Offer no deletion."""
        super().setup(request, *args, **kwargs)
        self.can_delete = False

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Wagtail's, and the way to help somebody who lost their phone."""
        allowed = may_remove_second_step(person=self.object, by=self.request.user)
        if not (allowed and second_step.has_any(self.object)):
            return super().header_more_buttons
        url = reverse("wagtailusers_users:remove_second_step", args=[self.object.pk])
        button = Button("Remove the second step", url=url, icon_name="lock-open", priority=30)
        return [*super().header_more_buttons, button]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form who fills it in."""
        return super().get_form_kwargs() | {"by": self.request.user}


class RemoveSecondStepView(PermissionCheckedMixin, View):
    """Asks, and takes away the second step of somebody who lost theirs."""

    permission_required = "change"
    model = User

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question, with what would go."""
        person = self._person(pk)
        context = {
            "person": person,
            "ways": ways_in(person),
            "page_title": f"Remove the second step of {person}",
        }
        return render(request, "learners/people/remove_second_step.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove it, and say so."""
        person = self._person(pk)
        if remove_second_step(person=person, by=request.user):
            messages.success(
                request, f"{person} now signs in without a second step, and was told so by e-mail."
            )
        else:
            messages.warning(request, f"{person} had no second step. Nothing was changed.")
        return redirect("wagtailusers_users:edit", pk)

    def _person(self, pk: int) -> User:
        person = get_object_or_404(User, pk=pk)
        if not may_remove_second_step(person=person, by=self.request.user):
            raise PermissionDenied
        return person


class PersonViewSet(users.UserViewSet):
    """People, in the place of Wagtail's users."""

    menu_label = "People"
    index_view_class = PeopleView
    add_view_class = AddPersonView
    edit_view_class = ChangePersonView
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        """Our forms."""
        return ChangePersonForm if for_update else NewPersonForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Wagtail's, and the removal of a second step."""
        remove = self.construct_view(RemoveSecondStepView)
        return [
            *super().get_urlpatterns(),
            path("second-step/<int:pk>/remove/", remove, name="remove_second_step"),
        ]


class PersonChooserViewSet(RegisterChooserViewSet):
    """Finds a person by name or address."""

    model = User
    icon = "user"
    choose_one_text = "Choose a person"
    choose_another_text = "Choose another person"
    edit_item_text = "Change this person"
    search_fields = ["first_name", "last_name", "email"]
    more = [Column("email", label="E-mail address")]

    def get_object_list(self) -> Any:
        """Everybody who has not been retired."""
        return User.objects.filter(is_active=True).order_by("last_name", "first_name", "pk")
