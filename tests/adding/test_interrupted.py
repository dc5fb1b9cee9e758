"""Ctrl-C in the middle of long work: nothing half is left, and it is said; what is being done is said at a terminal."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from tests.adding.conftest import DECISION, Repository
from tests.adding.test_killed_writers import leftovers
from thidua.render.progress import working

pytestmark = pytest.mark.long


LIST = "Họ và tên,Danh hiệu\nNguyễn Văn An,giay-khen-cap-huyen\n"
IMPORT = ("--decision", "9/QĐ-UBND", "--date", "1/2/2023", "--authority", "ubnd-mong-cai")
LONG_WORK = (
    ("export", "awards", "-o", "{out}.csv"),
    ("export", "awards", "-o", "{out}.xlsx"),
    ("export", "awards", "-o", "{out}", "--format", "parquet"),
    ("report", "2023", "-o", "{out}.html"),
    ("report", "2023", "-o", "{out}.docx"),
    ("paper", "decision", "412/QĐ-UBND", "-o", "{out}.pdf"),
    ("paper", "certificate", "412/QĐ-UBND", "-o", "{out}.docx"),
    ("import-awards", "{out}-ds.csv", *IMPORT),
    ("rename", "organisations/ubnd-mong-cai", "uy-ban"),
    ("fmt", "records"),
)


@pytest.mark.parametrize("command", LONG_WORK, ids=" ".join)
def test_ctrl_c_at_the_last_moment_leaves_what_was_there(
    decided: Repository, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = decided.root / "out"
    (out / "nam=2023").mkdir(parents=True)
    for ending in (".csv", ".xlsx", ".html", ".docx", ".pdf"):
        (out.parent / f"out{ending}").write_text("old", "utf-8")
    (out.parent / "out-ds.csv").write_text(LIST, "utf-8")
    decided.git("add", "-A")
    decided.git("commit", "-qm", "outputs")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    answer = decided.thidua(*(part.replace("{out}", str(out)) for part in command))
    said = "đã dừng giữa chừng; tệp nào đã ghi là trọn vẹn\n" if command[0] == "fmt" else "đã dừng, không ghi gì\n"
    assert (answer.status, answer.out, answer.err) == (130, "", said)
    assert decided.changed() == []
    assert leftovers(decided) == []
    assert DECISION in decided.git("ls-files")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_work_that_takes_long_is_shown_at_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr("sys.stderr", screen)
        with working("đang lập giấy tờ", patience=0):
            time.sleep(0.2)
        assert ("đang lập giấy tờ" in screen.getvalue()) is shown


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", screen := Terminal())
    with working("đang lập giấy tờ"):
        pass
    assert screen.getvalue() == ""
