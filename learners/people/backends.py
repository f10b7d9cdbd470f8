"""Who somebody is by their password, and whether an open session still stands."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from learners.people.lookup import former_person_by_address, person_by_address


class PersonBackend(AuthenticationBackend):
    """The only backend. Django asks it at every sign-in and with every request of a session."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Neither retired nor anonymised: this ends sessions that are open, too."""
        return bool(super().user_can_authenticate(user) and user.anonymised_at is None)

    def _authenticate_by_email(self, email: str, password: str) -> Any:
        # Somebody who was retired is told so when the password is right, and does not get in.
        return self._check_password(person_by_address(email) or former_person_by_address(email), password)
