"""Calls that go wrong outside of any record: one or two lines, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.office import called, office, thidua
from thidua.cli import main, one_command
from thidua.diagnostics import Label, Language, Position, Span, Text, printable
from thidua.store.workspace import NoWorkspace, Workspace, find_workspace

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="the system has other streams and folders"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return office(tmp_path / "kho")


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([b"find", b"\xff"], "`\\xff`"),
        ([b"validate", b"records/\xff.yaml"], "`records/\\xff.yaml`"),
        (["find", "a\x1b[31m"], "`a\\x1b[31m`"),
        ([b"add", b"\xff"], "`\\xff`"),
        (["\x07"], "`\\x07`"),
    ],
)
def test_an_argument_that_cannot_be_read_is_named(root: Path, arguments: list[str | bytes], shown: str) -> None:
    for language, begins in (("vi", "tham số"), ("en", "the argument")):
        done = thidua(*arguments, at=root, THIDUA_LANG=language)
        assert done.returncode == 2
        assert done.stderr.startswith(f"{begins} {shown}")


def test_a_link_to_itself_and_a_name_too_long_are_said(root: Path) -> None:
    (root / "vong.yaml").symlink_to("vong.yaml")
    for arguments in (
        ["validate", "vong.yaml"], ["fmt", "vong.yaml"], ["validate", "--root", "vong.yaml"],
        ["validate", "x" * 5000], ["fmt", "x" * 5000], ["validate", "--root", "/" + "x" * 5000],
        ["report", "2023", "-o", "x" * 5000 + ".md"],
    ):  # fmt: skip
        done = thidua(*arguments, at=root)
        assert done.returncode in (1, 2), arguments
        assert len(done.stderr.splitlines()) == 1, done.stderr[-500:]
        assert "developers" not in done.stderr
        assert "người phát triển" not in done.stderr


def test_a_current_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f'cd "{gone}" && rmdir "{gone}" && exec "{sys.executable}" -m thidua validate'
    environment = {**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])}
    done = subprocess.run(["sh", "-c", script], capture_output=True, encoding="utf-8", env=environment, check=False)
    assert (done.returncode, done.stderr) == (2, "thư mục hiện tại không còn; chuyển sang thư mục khác\n")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_surprise(root: Path, closed: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])}
    script = f'"{sys.executable}" -m thidua validate {closed}'
    done = subprocess.run(
        ["sh", "-c", script], cwd=root, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == (2 if closed.startswith(">") else 0)
    assert "Traceback" not in done.stderr + done.stdout
    if closed == ">&-":
        assert done.stderr == "đầu ra của lệnh đang đóng\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [["validate"], ["--help"], ["validate", "--help"], ["report", "2023"]])
def test_a_full_disk_under_the_output_is_said(root: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = called(*arguments, at=root, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert os.strerror(28) in done.stderr


def test_ctrl_c_ends_with_one_line(root: Path) -> None:
    os.mkfifo(root / "records/organisations/x.yaml")
    script = (
        "import os, signal, sys\n"
        "from thidua.cli import main\n"
        "main._tidy_environment = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "main.main(['validate'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(Path(main.__file__).parents[2])},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "đã dừng\n")


@pytest.mark.parametrize("given", ["en_US.UTF-8", "EN", " en ", "en"])
def test_a_language_is_known_by_its_first_letters(root: Path, given: str) -> None:
    assert thidua("--help", at=root, THIDUA_LANG=given).stdout.splitlines()[2].startswith("Usage")


def test_a_language_that_is_not_spoken_is_misuse(root: Path) -> None:
    done = thidua("--help", at=root, THIDUA_LANG="fr_FR")
    assert done.returncode == 2
    assert "THIDUA_LANG" in done.stderr


def test_what_nobody_foresaw_is_two_lines_and_a_way_to_see_more(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise TypeError("a\nb\x1b[31m")

    monkeypatch.setattr(one_command, "run_command", broken)
    monkeypatch.delenv("THIDUA_LANG", raising=False)
    assert main.run(["validate"]) == 2
    said = capsys.readouterr().err
    assert "TypeError: a b\\x1b[31m" in said
    assert "THIDUA_DEBUG=1" in said
    assert (len(said.splitlines()), "Traceback" in said) == (2, False)
    assert main.run(["validate", "--lang", "en"]) == 2
    assert "please tell its developers" in capsys.readouterr().err
    monkeypatch.setenv("THIDUA_DEBUG", "1")
    main.run(["validate"])
    assert "Traceback" in capsys.readouterr().err


def test_text_that_no_record_can_hold_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unclean(*_: object) -> int:
        raise ValueError("not clean text: 'a\\x01b'")

    monkeypatch.setattr(one_command, "run_command", unclean)
    assert main.run(["validate"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("variable", "value"), [("HOME", "nha"), ("XDG_CACHE_HOME", "dem")])
def test_a_cache_folder_that_is_not_absolute_is_not_believed(
    root: Path, variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(variable, value)
    assert Workspace(root).register_folder.is_absolute()
    done = thidua("validate", at=root, XDG_CACHE_HOME="dem", HOME="nha")
    assert done.returncode == 0
    assert sorted(one.name for one in root.iterdir()) == ["records", "thidua.yaml"]


def test_no_home_folder_is_no_obstacle(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert Workspace(root).register_folder.is_absolute()


def test_a_folder_that_leads_nowhere_holds_no_records(tmp_path: Path) -> None:
    (tmp_path / "vong").symlink_to("vong")
    with pytest.raises(OSError, match="vong"):
        find_workspace(tmp_path / "vong")
    with pytest.raises(NoWorkspace):
        find_workspace(tmp_path / ("x" * 300))


def test_what_is_repeated_from_a_file_fills_one_line() -> None:
    assert printable("Nguyễn Thị Ví Dụ") == "Nguyễn Thị Ví Dụ"
    assert printable("a\n::error\x1b\udcff\ud800\u202e") == "a\\n::error\\x1b\\xff\\ud800\\u202e"
    at = Span(Position(1, 1), Position(1, 1))
    assert str(Label("a\nb", at)) == "a\\nb:1:1"
    assert Text("`{x}`", "{x}").words(Language.VI, {"x": "a\nb"}) == "`a\\nb`"
