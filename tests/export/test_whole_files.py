"""The same records give the same bytes, a stopped export leaves no half file, and long ones need no more memory."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from tests.export.office import FILES, FORMATS, Office
from tests.program import thidua
from tests.reports.repository import PROJECT, files
from thidua.app.fresh import fingerprint
from thidua.cli.export_files import _write
from thidua.diagnostics import Language
from thidua.render.export_parquet import write_parquet
from thidua.render.export_xlsx import write_xlsx
from thidua.render.progress import watched
from thidua.report.export import Sheet, sheet
from thidua.report.export_columns import COLUMNS, What
from thidua.store.exported import Chosen, award_rows
from thidua.store.open_register import open_register
from thidua.store.queries import Scope
from thidua.store.writer import Aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua.store.exported import Values
    from thidua.store.register import Register


def exported(root: Path, out: Path, moment: str) -> dict[str, bytes]:
    """Export everything in a process of its own, with another clock zone, and return the bytes."""
    out.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TZ": moment, "PYTHONHASHSEED": moment[-1]}
    for ending in FORMATS:
        for what in ("awards", "units"):
            call = [sys.executable, "-m", "thidua", "export", what, "-o", str(out / f"{what}.{ending}")]
            subprocess.run(call, cwd=root, env=environment, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.mark.long
def test_the_same_records_give_the_same_bytes(tmp_path: Path, office: Office) -> None:
    backwards = files(tmp_path / "elsewhere" / "again", dict(reversed(FILES.items())))
    first = exported(office.root, tmp_path / "one", "UTC-7")
    second = exported(backwards, tmp_path / "two", "UTC+11")
    assert len(first) == 10
    assert first == second


class Stopped:
    """Rows that come until somebody presses Ctrl-C."""

    def __init__(self, row: Values, number: int) -> None:
        self._row = row
        self.left = number

    def __iter__(self) -> Iterator[Values]:
        return self

    def __next__(self) -> Values:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        return self._row


ROW: Values = ("a", *(None,) * (len(COLUMNS[What.UNITS]) - 1))


@pytest.mark.parametrize("form", FORMATS)
def test_a_stopped_export_leaves_the_old_file(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"don-vi.{form}"
    target.write_bytes(b"old")
    made = Sheet(What.UNITS, COLUMNS[What.UNITS], Stopped(ROW, 7_000))
    with pytest.raises(KeyboardInterrupt), Aside() as aside:
        _write(made, form, aside.at(target))  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"old"


def test_of_several_files_none_is_there_where_one_was_not_finished(tmp_path: Path) -> None:
    def write() -> None:
        with Aside() as aside:
            aside.at(tmp_path / "kho" / "nam=2022" / "a").write_bytes(b"whole")
            aside.at(tmp_path / "kho" / "nam=2023" / "a").write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_has_the_permissions_of_its_folder_not_of_a_temporary_one(office: Office, ending: str) -> None:
    file = office.file("units", ending)
    mask = os.umask(0)
    os.umask(mask)
    assert file.stat().st_mode & 0o777 == 0o666 & ~mask


MANY = 100_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """A register with 100,000 awards in 2,000 decisions, on the disk."""
    register = open_register(tmp_path_factory.mktemp("register"), fingerprint())
    with register.change():
        for number in range(2_000):
            path = f"records/awards/2023/{number}-qd.yaml"
            about = path, "awards", f"2023/{number}-qd", "", 0, 0, True, ""
            register.add_files([(about, list(rows_of_a_decision(number)), [])])
    return register


def rows_of_a_decision(number: int) -> Iterator[tuple[str, tuple[object, ...]]]:
    paper = (f"2023/{number}-qd", f"{number}/QĐ", f"{number}/qd", "2023-03-06", None, "mong-cai", None)
    yield "decision", (*paper, "2023", "2023-01-01", "2023-12-31", 2023, "period", None, None, None, None, None)
    for place in range(MANY // 2_000):
        name = f"Người số {number}-{place}"
        yield "recipient", (
            place, 0, place, place + 5, "lao-dong-tien-tien", "ca-nhan", name, f"don-vi-{number}", None,
            None, None, None, None, None, None, None, None, None,
        )  # fmt: skip


@pytest.mark.long
def test_a_hundred_thousand_rows_are_never_in_memory_at_once(large: Register) -> None:
    chosen = Chosen(Scope(), "mong-cai")
    tracemalloc.start()
    number = sum(1 for _ in award_rows(large, chosen))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert number == MANY
    assert most < 8_000_000


@pytest.mark.long
@pytest.mark.parametrize("form", FORMATS)
def test_writing_needs_no_more_memory_for_more_rows(tmp_path: Path, form: str) -> None:
    columns = COLUMNS[What.UNITS]

    def memory(number: int) -> int:
        rows = ((f"don-vi-{place}", *ROW[1:]) for place in range(number))
        tracemalloc.start()
        _write(Sheet(What.UNITS, columns, rows), form, tmp_path / f"{number}.{form}")  # type: ignore[arg-type]
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    memory(10)  # what is loaded once is loaded
    assert memory(60_000) < memory(6_000) + 1_500_000


def test_a_sheet_that_is_full_goes_on_in_a_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from openpyxl import load_workbook

    monkeypatch.setattr("thidua.render.export_xlsx.MOST_ROWS", 3)
    rows = iter([(f"don-vi-{place}", *ROW[1:]) for place in range(7)])
    write_xlsx(tmp_path / "a.xlsx", Sheet(What.UNITS, COLUMNS[What.UNITS], rows), Language.VI)
    sheets = load_workbook(tmp_path / "a.xlsx").worksheets
    assert [page.title for page in sheets] == ["Đơn vị", "Đơn vị (2)", "Đơn vị (3)"]
    assert [[cell.value for cell in page["A"]][1:] for page in sheets] == [
        ["don-vi-0", "don-vi-1", "don-vi-2"],
        ["don-vi-3", "don-vi-4", "don-vi-5"],
        ["don-vi-6"],
    ]


@pytest.mark.parametrize(
    ("library", "ending", "extra"), [("xlsxwriter", "xlsx", "office"), ("pyarrow", "parquet", "parquet")]
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_missing_library_is_told_with_what_to_run(
    office: Office, library: str, ending: str, extra: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # only the one module that needs the library is loaded anew: others would keep hold of what is put back afterwards
    for name in [one for one in sys.modules if one.partition(".")[0] == library or one.endswith(f"export_{ending}")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)  # type: ignore[arg-type]
    done = thidua("--lang", language, "export", "units", "-o", f"x.{ending}", at=office.root)
    assert done.returncode == 2
    assert f'python -m pip install "thidua[{extra}]"' in done.stderr
    assert not list(office.root.glob("x.*"))
    assert not list(office.root.glob(".thidua*"))


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_only() -> None:
    screen, file = Screen(), io.StringIO()
    assert list(watched(range(2_500), "đang xuất", screen)) == list(range(2_500))
    assert list(watched(range(2_500), "đang xuất", file)) == list(range(2_500))
    assert "đang xuất" in screen.getvalue()
    assert file.getvalue() == ""


def test_parquet_without_a_row_still_has_its_columns(tmp_path: Path, large: Register) -> None:
    from tests.export.office import from_parquet

    empty = sheet(What.AWARDS, large, Chosen(Scope(years=(1950, 1950))))
    write_parquet(tmp_path / "a.parquet", empty)
    assert from_parquet(str(tmp_path / "a.parquet")) == []
