"""The components that nhsuk-frontend does not have, and what our forms promise."""

from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.template.loader import render_to_string

from learners.forms import LearnerForm

RECORD = {
    "person": SimpleNamespace(name="Grace Example", age=81, nhs_number="9990000042"),
    "caption": "Medicines",
    "rows": [
        {
            "what": "Apixaban 5 mg",
            "status": "Current",
            "date": "4 March",
            "recorded_by": "A GP",
            "source": "GP",
        }
    ],
}


class Question(LearnerForm):
    """One field of each kind."""

    name = forms.CharField(help_text="As your colleagues know you")
    secret = forms.CharField(widget=forms.PasswordInput(attrs={"placeholder": "Password"}))
    role = forms.ChoiceField(choices=[("n", "Nurse")])
    first = forms.ChoiceField(choices=[("a", "Look"), ("b", "Ask")], widget=forms.RadioSelect)
    all_of = forms.MultipleChoiceField(choices=[("a", "Look")], widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(widget=forms.Textarea)
    agree = forms.BooleanField()


def soup(template: str, context: dict[str, Any]) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(f"components/{template}.html", context), "html.parser")


@pytest.fixture
def refused() -> BeautifulSoup:
    """A form that came back empty."""
    return BeautifulSoup(str(Question({})), "html.parser")


def test_every_error_in_the_summary_leads_to_its_control(refused: BeautifulSoup) -> None:
    links = refused.select(".nhsuk-error-summary a")
    controls = [refused.find(id=str(link["href"]).removeprefix("#")) for link in links]
    assert [control.name for control in controls if control] == [
        "input", "input", "select", "input", "input", "textarea", "input",
    ]  # fmt: skip


def test_every_control_has_a_label_and_is_tied_to_what_is_said_about_it(refused: BeautifulSoup) -> None:
    for control in refused.select("input, select, textarea"):
        assert refused.select_one(f'label[for="{control["id"]}"]'), control
    for described in refused.select("[aria-describedby]"):
        assert all(refused.find(id=id_) for id_ in str(described["aria-describedby"]).split()), described


def test_placeholders_do_not_stand_in_for_labels(refused: BeautifulSoup) -> None:
    assert not refused.select("[placeholder]")


def test_an_excerpt_always_says_that_it_is_fiction() -> None:
    assert "Fictional training record" in soup("record_excerpt", RECORD).get_text()
    assert "Fictional training record" in soup("record_excerpt", {}).get_text()


def test_an_excerpt_stays_a_table_when_it_looks_like_cards() -> None:
    roles = [tag["role"] for tag in soup("record_excerpt", RECORD).select("[role]")]
    assert roles == [
        "table",
        "rowgroup",
        "row",
        *["columnheader"] * 5,
        "rowgroup",
        "row",
        "rowheader",
        *["cell"] * 4,
    ]


def test_an_nhs_number_is_written_as_it_is_read() -> None:
    assert "999 000 0042" in soup("record_excerpt", RECORD).get_text()


def test_a_figure_comes_with_its_denominator() -> None:
    assert (
        "3 of 60 people"
        in soup("stat", {"label": "Overdue", "number": 3, "total": 60, "unit": "people"}).get_text()
    )


def test_a_figure_of_too_few_people_is_not_in_the_page() -> None:
    page = soup("stat", {"label": "Porters", "number": 3, "total": 4, "hidden": True}).get_text()
    assert "3" not in page
    assert "Too few to show" in page


def test_a_cell_may_hold_nought() -> None:
    table = soup("table", {"head": ["Done"], "rows": [[{"text": 0, "numeric": True}]]})
    assert [cell.get_text(strip=True) for cell in table.select("td")] == ["0"]


@pytest.mark.parametrize(
    ("result", "words"), [("right", "Right"), ("partly", "Partly right"), ("wrong", "Not right")]
)
def test_feedback_says_it_in_words(result: str, words: str) -> None:
    heading = soup("feedback", {"result": result}).find("h2")
    assert heading
    assert heading.get_text(strip=True) == words


def test_progress_says_it_in_words() -> None:
    assert "Section 2 of 6" in soup("progress", {"position": 2, "total": 6}).get_text()
