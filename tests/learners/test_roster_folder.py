"""Staff lists by command, and from a folder that a scheduled task looks through."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from learners.organisations.models import Membership
from learners.rosters.models import RosterImport
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

GOOD = "employee_number,first_name,last_name,work_email\n100,Ann,Archer,ann.archer@example.org\n"


@pytest.fixture(autouse=True)
def trust():
    return OrganisationFactory(ods_code="RR8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "RR8").mkdir()
    return tmp_path


def put(folder: Path, text: str = GOOD, name: str = "RR8/staff.csv") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def test_the_command_previews_and_only_then_applies(folder, capsys) -> None:
    path = put(folder)
    call_command("import_roster", "rr8", str(path))
    assert "1  new" in capsys.readouterr().out
    assert not Membership.objects.exists()
    call_command("import_roster", "RR8", str(path), "--apply")
    assert Membership.objects.count() == 1
    with pytest.raises(CommandError, match="nothing to apply"):
        call_command("import_roster", "RR8", str(path), "--apply")


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [("NONE", GOOD, "ODS code"), ("RR8", "", "empty"), ("RR8", "Farbe,Art\nrot,1\n", "not known")],
)
def test_the_command_says_what_is_wrong(folder, code, text, why) -> None:
    with pytest.raises(CommandError, match=why):
        call_command("import_roster", code, str(put(folder, text)))
    assert not RosterImport.objects.exists()


def test_a_file_of_the_folder_is_taken_in_and_gone(folder) -> None:
    path = put(folder)
    call_command("watch_rosters", str(folder), "--still", "0")
    assert RosterImport.objects.get().state == "previewed"
    assert not path.exists()


def test_the_folder_can_apply(folder) -> None:
    put(folder)
    call_command("watch_rosters", str(folder), "--still", "0", "--apply")
    assert Membership.objects.count() == 1


def test_a_file_that_is_still_growing_waits(folder) -> None:
    path = put(folder)
    call_command("watch_rosters", str(folder))
    assert path.exists()
    assert not RosterImport.objects.exists()


@pytest.mark.parametrize(
    ("name", "text"), [("RR8/staff.csv", "Farbe,Art\nrot,1\n"), ("NONE/staff.csv", GOOD)]
)
def test_a_file_that_cannot_be_read_stays_with_the_reason(folder, name, text) -> None:
    path = put(folder, text, name)
    with pytest.raises(CommandError, match="1 of the lists"):
        call_command("watch_rosters", str(folder), "--still", "0")
    assert not path.exists()
    assert path.with_name("staff.csv.refused.txt").read_text().strip()
    call_command("watch_rosters", str(folder), "--still", "0")  # it is not tried again


def test_a_folder_that_is_not_there(tmp_path) -> None:
    with pytest.raises(CommandError, match="no folder"):
        call_command("watch_rosters", str(tmp_path / "nowhere"))
