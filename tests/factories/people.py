"""People."""

from typing import Any

import factory
from django.contrib.auth.models import Group

from learners.people.models import User

PASSWORD = "correct horse battery"


class PersonFactory(factory.django.DjangoModelFactory[User]):
    """Somebody with a password. In the CMS by the traits `educator`, `reviewer` and `administrator`."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    first_name = factory.Sequence(lambda n: f"Person{n}")
    last_name = "Example"
    email = factory.LazyAttribute(lambda person: f"{person.first_name}@example.org".lower())
    password = factory.django.Password(PASSWORD)

    class Params:
        administrator = factory.Trait(is_superuser=True, is_staff=True)

    @factory.post_generation
    def groups(self: Any, create: bool, extracted: list[str] | None, **kwargs: Any) -> None:
        """`groups=["Educators"]` puts the person into these groups of the CMS."""
        for name in extracted or []:
            self.groups.add(Group.objects.get(name=name))
