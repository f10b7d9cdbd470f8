"""An operator loads a file of organisations: all of it, or nothing."""

import datetime
import zipfile
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command

from learners.organisations.models import OdsEntry, OdsLoad, OdsSuccession
from learners.organisations.ods import file as ods_file

pytestmark = pytest.mark.django_db
HEADED = """code,name,active,role,start,end,successor,postcode
RR8,ASHDOWN NHS TRUST,yes,NHS TRUST,1998-04-01,,,ZZ1 1AA
RR7,"OLD, SMALL TRUST",no,NHS TRUST,1990-04-01,31/03/2020,RR8;R0A,
"""
BLANK = '"",' * 6


def classic(code: str, name: str, opened: str = "19740401", closed: str = "", state: str = "A") -> str:
    """A line of epraccur.csv: 27 columns without headings."""
    address = '"1 HIGH STREET","","","","",'
    return f'"{code}","{name}","Y59","QNX",{address}"ZZ1 1AA","{opened}","{closed}","{state}",{BLANK}{BLANK}"4",""\n'


def load(*files: Path) -> str:
    out = StringIO()
    call_command("load_ods", *files, stdout=out)
    return out.getvalue()


def refusal(*files: Path) -> str:
    with pytest.raises(CommandError) as refused:
        load(*files)
    assert refused.value.returncode == 1
    assert "Nothing was changed." in str(refused.value)
    return str(refused.value)


@pytest.fixture
def written(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def zipped(tmp_path):
    def write(**members):
        path = tmp_path / "ods.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name.replace("_", "."), content)
        return path

    return write


def test_a_file_with_headings_is_loaded(written):
    assert "2 organisations are loaded; there were 0 before." in load(written("ours.csv", HEADED))
    old = OdsEntry.objects.get(code="RR7")
    assert (old.name, old.active, old.role) == ("OLD, SMALL TRUST", False, "NHS TRUST")
    assert (old.starts_on, old.ends_on) == (datetime.date(1990, 4, 1), datetime.date(2020, 3, 31))
    assert OdsEntry.objects.get(code="RR8").postcode == "ZZ1 1AA"
    assert set(OdsSuccession.objects.values_list("predecessor", "successor")) == {
        ("RR7", "RR8"),
        ("RR7", "R0A"),
    }
    assert OdsLoad.objects.get().files == "ours.csv"


def test_only_code_and_name_are_needed_and_other_columns_are_left_out(written):
    load(written("short.csv", "Organisation Code,Telephone,Organisation_Name\nrr8,0113 496 0000,Ashdown\n"))
    assert OdsEntry.objects.values_list("code", "name", "active").get() == ("RR8", "Ashdown", True)


@time_machine.travel("2026-05-04")
def test_the_services_own_files_are_loaded(written):
    lines = [
        classic("G81086", "BIRD-IN-EYE SURGERY"),
        classic("G81001", "SHUT SURGERY", closed="20200331", state="C"),
        classic("RR8", "ASHDOWN NHS TRUST", state=""),
        classic("RR7", "OLD TRUST", closed="20200331", state=""),
        classic("RR6", "ENDING TRUST", closed="20260504", state=""),
    ]
    load(written("epraccur.csv", "".join(lines)))
    active = dict(OdsEntry.objects.values_list("code", "active"))
    assert active == {"G81086": True, "G81001": False, "RR8": True, "RR7": False, "RR6": True}
    surgery = OdsEntry.objects.get(code="G81086")
    assert (surgery.starts_on, surgery.postcode) == (datetime.date(1974, 4, 1), "ZZ1 1AA")


def test_several_files_and_those_in_a_zip_are_loaded_together(written, zipped):
    packed = zipped(etr_csv=classic("RR8", "ASHDOWN"), ect_CSV=classic("TAD", "CARE TRUST"), notes_pdf="%PDF")
    assert "3 organisations" in load(packed, written("own.csv", "code,name\nG81086,SURGERY\n"))
    assert OdsLoad.objects.get().files == "ods.zip, own.csv"


def test_a_file_takes_the_place_of_the_one_before(written):
    load(written("first.csv", HEADED))
    assert "1 organisations are loaded; there were 2 before." in load(
        written("second.csv", "code,name\nRR9,NEW\n")
    )
    assert [entry.code for entry in OdsEntry.objects.all()] == ["RR9"]
    assert not OdsSuccession.objects.exists()


def test_the_same_file_again_changes_nothing(written):
    path = written("ours.csv", HEADED)
    load(path)
    before = list(OdsEntry.objects.order_by("code").values())
    load(path)
    assert list(OdsEntry.objects.order_by("code").values()) == before
    assert OdsLoad.objects.count() == 1


def test_a_code_that_comes_again_is_kept_as_it_came_first_and_told(written):
    said = load(written("ours.csv", "code,name\nRR8,FIRST\nRR8,SECOND\n"))
    assert "1 rows named a code again" in said
    assert OdsEntry.objects.get().name == "FIRST"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("\ufeffcode,name\nRR8,Café\n".encode(), "Café"),
        ("code,name\nRR8,Café\n".encode("cp1252"), "Café"),
        (b"code,name\r\n\r\nRR8,  Two   words\r\n\r\n", "Two words"),
    ],
    ids=["with a mark of its encoding", "from Windows", "with empty lines"],
)
def test_files_come_in_many_ways(written, content, name):
    load(written("ours.csv", content))
    assert OdsEntry.objects.get().name == name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no organisation"),
        ("code,name\n", "holds no organisation"),
        ("Forename,Surname,Email\nAda,Lovelace,ada@example.org\n", "no list of organisations"),
        ("RR8,TRUST\n", "no list of organisations"),
        ("code,name\nRR8,Trust\nR!8,Other\n", "Row 3: “R!8” is no code"),
        ("code,name\nRR8,\n", "Row 2: the name is missing"),
        (f"code,name\nRR8,{'x' * 201}\n", "Row 2: the name is longer than 200"),
        ("code,name,start\nRR8,Trust,31.13.2020\n", "Row 2: “31.13.2020” is no date"),
        ("code,name,active\nRR8,Trust,perhaps\n", "Row 2: “perhaps” does not say"),
        ("code,name,successor\nRR8,Trust,R-9\n", "the successor “R-9” is no code"),
        (classic("G7112418", "SMITH AB"), "a person who prescribes"),
        (f'code,name\nRR8,"{"x" * 200_000}"\n', "is no CSV file"),
        ("code,name\nRR8,Trust\n".encode("utf-16"), "is no text"),
        (b"code,name\nRR8,\x81\x8d\n", "is no CSV file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text"),
    ],
)
def test_a_wrong_file_is_refused_and_what_was_loaded_stays(written, content, said):
    load(written("good.csv", HEADED))
    assert said in refusal(written("wrong.csv", content))
    assert set(OdsEntry.objects.values_list("code", flat=True)) == {"RR8", "RR7"}
    assert OdsLoad.objects.get().files == "good.csv"


def test_one_wrong_file_of_several_stops_them_all(written):
    refusal(written("good.csv", HEADED), written("wrong.csv", "a,b\n1,2\n"))
    assert not OdsEntry.objects.exists()
    assert not OdsLoad.objects.exists()


def test_a_file_that_is_not_there_is_said(tmp_path):
    assert "absent.csv can't be read" in refusal(tmp_path / "absent.csv")
    assert "can't be read" in refusal(tmp_path)


def test_a_zip_without_csv_and_a_damaged_one_are_refused(written, zipped):
    packed = zipped(xl_xml="<worksheet/>")
    assert "holds no CSV file" in refusal(packed)
    whole = zipped(etr_csv=classic("RR8", "ASHDOWN") * 50).read_bytes()
    damaged = written("damaged.zip", whole[:60] + b"\xff" * 20 + whole[80:])
    assert "can't be unpacked" in refusal(damaged)


def test_a_zip_that_swells_is_refused_before_it_is_read(zipped, monkeypatch):
    monkeypatch.setattr(ods_file, "LARGEST", 1000)
    assert "is larger than" in refusal(zipped(etr_csv=classic("RR8", "A") * 50))
