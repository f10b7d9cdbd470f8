"""Look at a database from before as its people do. Run by the test in a process of its own; prints what is wrong."""

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from learners.organisations.models import Organisation  # noqa: E402
from learners.people.models import User  # noqa: E402
from learners.records.models import Certificate, Completion, LearningEvent  # noqa: E402
from learners.rosters.models import RosterImport  # noqa: E402
from learners.statements.models import Statement  # noqa: E402


def look(email: str, address: str, expected: str) -> None:
    """Open an address as somebody, and expect a text there."""
    client = Client()
    client.force_login(User.objects.get(email=email))
    response = client.get(address, follow=True)
    assert response.status_code == 200, (email, address, response.status_code)
    assert expected in response.text, (email, address, expected)


def main() -> None:
    """Everybody carries on where they were, and no history is lost."""
    completion = Completion.objects.get(edition__title="A module from before")
    look("done@example.org", reverse("records:completion", args=[completion.uuid]), "A module from before")
    for email, expected in (
        ("half-way@example.org", "Section 1 of 3"),
        ("failed@example.org", "Not there yet"),
    ):
        attempt = User.objects.get(email=email).attempts.get()
        look(email, reverse("attempts:carry_on", args=[attempt.pk]), expected)
    board = reverse("dashboards:organisation", args=[Organisation.objects.first().uuid])
    look("manager@example.org", board, "1 of 3")
    assert Certificate.objects.count() == Completion.objects.count()
    if Completion.objects.filter(edition__title="Practice from before").exists():
        look("done@example.org", reverse("reflection:cpd"), "I looked.")
        look("done@example.org", "/moments/moment-before/", "Practice from before")
    for listed in RosterImport.objects.select_related("organisation"):
        address = reverse("rosters:one", args=[listed.organisation.uuid, listed.uuid])
        look("keeper@example.org", address, "Ann Archer")
        look("keeper@example.org", reverse("joining:codes", args=[listed.organisation.uuid]), "Join codes")
    assert LearningEvent.objects.count() == Statement.objects.count() > 20


main()
