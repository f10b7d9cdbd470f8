"""Who may do what with content, from the first migration on."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission

from modules.groups import ADMINISTRATORS, EDUCATORS, REVIEWERS
from modules.models import CataloguePage, ClinicalReviewTask, HomePage
from tests.factories import PersonFactory

pages = pytest.mark.parametrize(
    ("group", "allowed"),
    [
        (EDUCATORS, {"add", "change"}),
        (REVIEWERS, {"change"}),
        (ADMINISTRATORS, {"add", "change", "publish", "lock", "unlock"}),
    ],
)


@pages
@pytest.mark.django_db
def test_what_a_group_may_do_in_the_catalogue(group, allowed):
    person = PersonFactory(groups=[group])
    assert CataloguePage.objects.get().permissions_for_user(person).permissions == allowed
    assert person.has_perm("wagtailadmin.access_admin")


@pytest.mark.django_db
def test_the_front_page_is_the_administrators_alone():
    home = HomePage.objects.get()
    assert not home.permissions_for_user(PersonFactory(groups=[EDUCATORS])).can_edit()
    assert home.permissions_for_user(PersonFactory(groups=[ADMINISTRATORS])).can_publish()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["image", "document"])
def test_files_are_added_by_educators_and_changed_by_administrators(kind):
    def allowed(group):
        granted = GroupCollectionPermission.objects.filter(
            group__name=group, collection=Collection.get_first_root_node()
        )
        codenames = granted.values_list("permission__codename", flat=True)
        return {name.removesuffix(f"_{kind}") for name in codenames if name.endswith(kind)}

    assert allowed(EDUCATORS) == {"add", "choose"}
    assert allowed(REVIEWERS) == {"choose"}
    assert allowed(ADMINISTRATORS) == {"add", "change", "choose"}


@pytest.mark.django_db
def test_each_permission_exists_once():
    assert Permission.objects.filter(codename="add_capability").count() == 1


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_groups_and_workflow_come_back_after_a_test_that_empties_the_database(time):
    assert set(Group.objects.values_list("name", flat=True)) >= {EDUCATORS, REVIEWERS, ADMINISTRATORS}
    assert ClinicalReviewTask.objects.get().groups.get().name == REVIEWERS
    assert CataloguePage.objects.get().get_workflow().name == "Clinical review"
    Group.objects.all().delete()
