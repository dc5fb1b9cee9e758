"""Files that nobody would write by hand: every one is named, and none takes another down with it."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.hostile.office import CITY, office, thidua
from thidua.app.check import check
from thidua.diagnostics import Diagnostic, Language
from thidua.store import rows
from thidua.store.settings import MAX_BYTES
from thidua.store.workspace import find_workspace

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="such files cannot be made there")]


@pytest.fixture(params=[True, False], ids=["git", "no git"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return office(tmp_path / "kho", git=request.param)


def found(root: Path, language: Language = Language.VI) -> tuple[Diagnostic, ...]:
    return check(find_workspace(root), language, date(2026, 11, 22)).diagnostics


def codes(root: Path) -> dict[str, str]:
    return {str(one.primary).rpartition("/")[2]: one.code for one in found(root)}


def test_a_count_too_long_for_a_database_is_refused(root: Path) -> None:
    decision = root / "records/awards/2023/1-qd.yaml"
    decision.parent.mkdir(parents=True)
    for digits, is_refused in (("9" * 15, False), ("1" + "0" * 15, True), ("9" * 5000, True)):
        decision.write_text(f"awards:\n  - {{award: giay-khen, counted: {{individuals: {digits}}}}}\n", "utf-8")
        refused = [one for one in found(root) if one.code == "TD007" and "quá dài" in one.message]
        assert bool(refused) is is_refused, found(root)


def test_a_folder_named_by_a_raised_two_is_no_year(root: Path) -> None:
    file = root / "records/campaigns/²/ky-luc.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "name: Phong trào Ví dụ\nperiod: 2023\nsource: {document: Ví dụ}\n"
        "figures:\n  - {name: Số nhà, value: 12, unit: nhà}\n",
        "utf-8",
    )
    assert "TD008" in {one.code for one in found(root)}
    assert "TD001" not in {one.code for one in found(root)}


def test_a_file_name_that_is_not_utf_8_is_named_and_the_others_are_checked(root: Path) -> None:
    odd = os.fsencode(root / "records/organisations") + b"/ph\xf2ng.yaml"
    Path(os.fsdecode(odd)).write_text(CITY, "utf-8")
    (root / "records/organisations/sai.yaml").write_text("nome: A\n", "utf-8")
    first = found(root)
    assert any(str(one.primary) == "records/organisations/ph\\xf2ng.yaml:1:1" and one.code == "TD008" for one in first)
    assert any(one.primary.path.endswith("sai.yaml") for one in first)
    assert found(root) == first
    assert thidua("validate", "--format", "json", at=root).returncode == 1
    assert "ph\\xf2ng.yaml" in thidua("report", "2023", at=root).stderr
    Path(os.fsdecode(odd)).unlink()
    assert not [one for one in found(root) if one.code == "TD008"]


def test_a_file_name_gives_neither_the_terminal_nor_a_workflow_commands(root: Path) -> None:
    name = "a\n::error file=x::\x1b[31mhong.yaml"
    (root / "records/organisations" / name).write_text("nome: A\n", "utf-8")
    for arguments in (["validate"], ["validate", "--format", "github"], ["fmt", "--check"]):
        done = thidua(*arguments, at=root)
        assert "\x1b" not in done.stdout + done.stderr
        assert not [x for x in (done.stdout + done.stderr).splitlines() if x.startswith("::error file=x")]


def test_an_error_of_the_program_in_one_file_is_a_finding_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "records/organisations/a-hong.yaml").write_text(CITY, "utf-8")
    (root / "records/organisations/sai.yaml").write_text("nome: A\n", "utf-8")
    rows_of = rows.rows_of

    def broken(folder: str, id_: str, *rest: object) -> object:
        if id_ == "a-hong":
            yield next(iter(rows_of(folder, id_, *rest)))  # type: ignore[arg-type]
            raise OverflowError("too large")
        yield from rows_of(folder, id_, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(rows, "rows_of", broken)
    diagnostics = found(root)
    broken_file = [one for one in diagnostics if one.primary.path.endswith("a-hong.yaml")]
    assert [one.code for one in broken_file] == ["TD001"]
    assert "OverflowError: too large" in broken_file[0].message
    assert any(one.primary.path.endswith("sai.yaml") for one in diagnostics)


def test_settings_that_are_no_plain_file_are_a_finding(root: Path) -> None:
    settings = root / "thidua.yaml"
    for make in (os.mkfifo, os.mkdir, lambda path: Path(path).symlink_to("/dev/zero")):
        settings.unlink()
        make(settings)
        assert "TD001" in codes(root).values()
        assert "thidua.yaml" in thidua("validate", "--format", "json", at=root).stdout
        if settings.is_dir():
            settings.rmdir()
            settings.touch()


def test_settings_larger_than_any_office_needs_are_a_finding(root: Path) -> None:
    (root / "thidua.yaml").write_text("#" * MAX_BYTES + "\n", "utf-8")
    assert codes(root)["thidua.yaml:1:1"] == "TD001"


def test_fmt_reads_no_pipe(root: Path) -> None:
    pipe = root / "records/organisations/ong.yaml"
    os.mkfifo(pipe)
    for arguments in ([], [str(pipe)]):
        done = thidua("fmt", *arguments, at=root)
        assert done.returncode == 1
        assert "ong.yaml: để nguyên, không phải là tệp thường" in done.stderr
