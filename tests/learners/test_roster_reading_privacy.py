"""What stands in columns that are not read is never stored, logged or quoted; and no file is written."""

import io
import logging
import zipfile
from typing import Any

import pytest

from learners.rosters.reading.file import FileRefused, open_roster
from tests.fakes.roster_files import (
    HEADER,
    csv_of,
    workbook,
)

SECRETS = ["QQ123456C", "01/01/1980", "Jedi", "secret colour"]
PRIVATE = ["employee_number", "last_name", "NI Number", "Date of Birth", "Religion", "Favourite"]


@pytest.mark.parametrize("wrap", [csv_of, lambda rows: workbook({"Staff": rows})], ids=["csv", "excel"])
def test_what_stands_in_other_columns_is_never_seen_again(wrap: Any, caplog: Any, recwarn: Any) -> None:
    caplog.set_level(logging.DEBUG)
    rows = [PRIVATE, ["1", "Archer", *SECRETS], ["", "", *SECRETS], ["=1", "#REF!", *SECRETS]]
    file = open_roster(wrap(rows), name="x")
    seen = repr((file.heading, list(file.lines()))) + caplog.text + repr([str(w.message) for w in recwarn])
    assert not [secret for secret in SECRETS if secret in seen]
    assert (file.heading.ignored, file.heading.sensitive) == (4, 3)


@pytest.mark.parametrize(
    "row", [["1", *SECRETS], ["1", "Archer", *SECRETS, "more"], ["1", '"', *SECRETS], ["1", "\x81", *SECRETS]]
)
def test_nor_where_a_row_is_broken(row: list[str]) -> None:
    content = ",".join(PRIVATE).encode() + b"\n" + ",".join(row).encode("latin-1") + b"\n"
    try:
        seen = repr(list(open_roster(io.BytesIO(content), name="x").lines()))
    except FileRefused as refused:
        seen = repr((refused, refused.__context__, refused.__cause__))
    assert not [secret for secret in SECRETS if secret in seen]


def test_nothing_is_written_to_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("a file was opened")

    content = workbook({"Staff": [HEADER, ["1", "Archer", "Ann", "a@x.org", "x"]]})
    monkeypatch.setattr("builtins.open", never)
    monkeypatch.setattr("io.open", never)
    monkeypatch.setattr("os.open", never)
    assert len(list(open_roster(content, name="x").lines())) == 1
    assert zipfile.is_zipfile(content)  # and the stream is still its owner's
