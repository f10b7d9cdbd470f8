"""What happens to files while others work on: nothing is lost, and nobody is told what is not so."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from learners.sharing.actions.visibility import CannotDo, end_line, keep_line
from learners.sharing.actions.visibility_files import apply_file, preview_file, undo_file
from learners.sharing.matrix_csv import MOST_ROWS, Line
from learners.sharing.models import Visibility, VisibilityFile
from learners.sharing.selectors.matrix import plain_of
from modules.models import InformationCategory
from tests.factories import AppointmentFactory
from tests.factories.organisations import days_ago
from tests.factories.sharing import information, switched_on
from tests.factories.visibility import visibility_file

pytestmark = pytest.mark.django_db
ROW = "allergies,,live,GP record,01/01/2026,,01/01/2026"


@pytest.fixture
def administrator() -> Any:
    return AppointmentFactory(capacity="administrator").person


@pytest.fixture
def organisation(administrator: Any) -> Any:
    return administrator.appointments.get().organisation


def previewed(organisation: Any, by: Any, *lines: Line) -> VisibilityFile:
    return preview_file(organisation=organisation, lines=list(lines), name="all.csv", by=by)


def desk(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def sent(person: Any, organisation: Any, file: Any) -> str:
    address = reverse("matrix:files", args=[organisation.uuid])
    return str(desk(person).post(address, {"file": file}, follow=True).text)


def test_a_file_is_not_undone_over_a_line_that_was_added_in_place_of_one_it_ended(
    administrator: Any, organisation: Any
) -> None:
    switched_on(organisation)
    file = apply_file(file=previewed(organisation, administrator), by=administrator)
    new = switched_on(organisation, starts_on=days_ago(-1))  # from the day after the last
    with pytest.raises(CannotDo, match="was added since"):
        undo_file(file=file, by=administrator)
    assert Visibility.objects.count() == 2
    end_line(line=new, on=timezone.localdate(), by=administrator)
    undo_file(file=file, by=administrator)
    assert Visibility.objects.get().ends_on is None


def test_a_file_is_not_undone_over_a_line_that_was_written_again(
    administrator: Any, organisation: Any
) -> None:
    coming = switched_on(organisation, starts_on=days_ago(-9))
    file = apply_file(file=previewed(organisation, administrator), by=administrator)
    assert not Visibility.objects.exists()
    keep_line(line=Visibility(**_values(coming)), by=administrator)
    with pytest.raises(CannotDo, match="was added since"):
        undo_file(file=file, by=administrator)
    assert Visibility.objects.count() == 1


def _values(line: Visibility) -> dict[str, Any]:
    names = ("organisation", "information", "role", "how", "source", "starts_on", "ends_on", "checked_on")
    return {name: getattr(line, name) for name in names}


def test_what_is_in_no_list_any_more_is_refused_and_loses_nothing(
    administrator: Any, organisation: Any
) -> None:
    line = switched_on(organisation)
    letters = Line("letters", "", "live", "GP record", days_ago(9), None, days_ago(9))
    file = previewed(organisation, administrator, letters)
    InformationCategory.objects.filter(slug="letters").update(slug="clinic-letters")
    with pytest.raises(CannotDo, match="not in the lists any more"):
        apply_file(file=file, by=administrator)
    assert Visibility.objects.get() == line
    page = desk(administrator).get(reverse("matrix:file", args=[organisation.uuid, file.uuid]))
    assert page.status_code == 200


def test_somebody_elses_preview_stays_and_ones_own_older_one_goes(
    administrator: Any, organisation: Any
) -> None:
    colleague = AppointmentFactory(capacity="administrator", organisation=organisation).person
    theirs = previewed(organisation, colleague)
    mine = previewed(organisation, administrator)
    newer = previewed(organisation, administrator)
    assert set(VisibilityFile.objects.all()) == {theirs, newer}
    with pytest.raises(CannotDo, match="another file meanwhile"):
        apply_file(file=mine, by=administrator)


def test_a_preview_says_something_else_once_another_was_applied(
    administrator: Any, organisation: Any
) -> None:
    colleague = AppointmentFactory(capacity="administrator", organisation=organisation).person
    first = plain_of(switched_on(organisation))
    theirs = previewed(organisation, colleague, first)
    apply_file(file=previewed(organisation, administrator), by=administrator)
    with pytest.raises(CannotDo, match="changed since"):
        apply_file(file=theirs, by=colleague)
    assert Visibility.objects.get().ends_on == timezone.localdate()
    apply_file(file=theirs, by=colleague)  # seen again
    assert Visibility.objects.get().ends_on is None


def test_a_line_that_is_over_stands_in_nobodys_way(administrator: Any, organisation: Any) -> None:
    over = switched_on(organisation, ends_on=days_ago(2))
    values = _values(over) | {"starts_on": days_ago(9), "ends_on": None}
    line = keep_line(line=Visibility(**values), by=administrator)
    line.checked_on = timezone.localdate()
    keep_line(line=line, by=administrator)
    assert Visibility.objects.get(pk=line.pk).checked_on == timezone.localdate()
    again = Visibility(**values | {"starts_on": over.starts_on, "source": over.source})
    with pytest.raises(CannotDo, match="such a line already"):
        keep_line(line=again, by=administrator)


def test_of_many_mistakes_and_many_lines_the_first_are_shown_and_the_rest_counted(
    administrator: Any, organisation: Any
) -> None:
    wrong = [f"nothing,,live,Source {n},01/01/2026,,01/01/2026" for n in range(103)]
    assert "And 3 more." in sent(administrator, organisation, visibility_file(*wrong))
    right = [f"allergies,,live,Source {n},01/01/2026,,01/01/2026" for n in range(501)]
    page = sent(administrator, organisation, visibility_file(*right))
    assert "501 added" in page
    assert "And 1 more," in page


def test_a_line_that_was_taken_out_is_not_brought_back_by_who_still_has_its_page(
    administrator: Any, organisation: Any
) -> None:
    line = switched_on(organisation, starts_on=days_ago(-3))
    stale = Visibility.objects.get()
    end_line(line=line, on=timezone.localdate(), by=administrator)
    with pytest.raises(CannotDo, match="taken out meanwhile"):
        keep_line(line=stale, by=administrator)
    assert not Visibility.objects.exists()


def test_a_line_that_has_not_begun_is_taken_out_in_words_that_say_so(
    administrator: Any, organisation: Any
) -> None:
    line = switched_on(organisation, starts_on=days_ago(-3))
    client, args = desk(administrator), [organisation.uuid, line.pk]
    page = client.get(reverse("matrix:line", args=args)).text
    assert "Take this line out" in page
    assert "Today is the last day" not in page
    page = client.post(reverse("matrix:end", args=args), follow=True).text
    assert f"Taken out: {information()}" in page


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (
            SimpleUploadedFile("a.csv", b"Information;Role;Source;From\nallergies;;GP;01/01/2026"),
            "Missing: checked on.",
        ),
        (
            visibility_file("1,Ann,Lee,a@example.org", heading="Employee number,First name,Last name,Email"),
            "Missing: information, source, from, checked on",
        ),
        (visibility_file(*[ROW] * (MOST_ROWS + 1)), "more than 5,000 rows"),
        (visibility_file(*[ROW] * 100_000), "larger than 1 MB"),
        (visibility_file(ROW, ROW), "Row 2 says the same"),
        (visibility_file(), "0 added, 0 changed, 1 ended"),
        (
            visibility_file(ROW, heading="information,role,how,source,from,to,from"),
            "Missing: checked on",
        ),
    ],
    ids=["a heading short", "a staff list", "too many", "far too many", "twice", "nothing", "a column twice"],
)
def test_a_file_that_is_wrong_is_told_why(
    administrator: Any, organisation: Any, file: Any, message: str
) -> None:
    switched_on(organisation)
    assert message in sent(administrator, organisation, file)
    assert Visibility.objects.get().ends_on is None


def test_a_staff_list_that_was_chosen_by_mistake_leaves_nothing_behind(
    administrator: Any, organisation: Any
) -> None:
    page = sent(administrator, organisation, visibility_file("Ann,Lee", heading="First name,Last name"))
    assert "Lee" not in page
    assert not VisibilityFile.objects.exists()


@pytest.mark.parametrize("mark", ["\ufeff", "sep=,\r\n"], ids=["Excel's mark", "sep"])
def test_what_excel_puts_before_a_file_is_passed_over(
    administrator: Any, organisation: Any, mark: str
) -> None:
    text = f'{mark}information,source,from,checked on\r\nallergies,"GP ""record"", notes",01/01/2026,1 Jan 2026\r\n'
    page = sent(administrator, organisation, SimpleUploadedFile("a.csv", text.encode()))
    assert "1 added, 0 changed, 0 ended" in page
    assert "GP &quot;record&quot;, notes" in page


def test_what_a_page_says_is_no_page(administrator: Any, organisation: Any) -> None:
    row = "allergies,,live,<script>alert(1)</script>,01/01/2026,,01/01/2026"
    assert "<script>alert" not in sent(administrator, organisation, visibility_file(row))
