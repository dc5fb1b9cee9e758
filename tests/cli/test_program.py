"""The program itself: help that loads nothing, misuse in plain words, both languages, what commands import."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from thidua.cli.commands import COMMANDS
from thidua.cli.main import run as run_here
from thidua.cli.value_names import VIETNAMESE as VIETNAMESE_NAMES

ROOT = Path(__file__).parents[2]
VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE)


def thidua(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thidua", *arguments],
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "THIDUA_TODAY": "2026-11-22", "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "records", root / "records")
    shutil.copy(ROOT / "thidua.yaml", root)
    (root / "danh-sach.csv").write_text("Họ và tên;Danh hiệu\nNguyễn Ví Dụ;LĐTT\n", "utf-8")
    dossier = root / "records" / "nominations" / "2019" / "7-ttr-vd.yaml"
    dossier.parent.mkdir(parents=True)
    dossier.write_text(
        "number: 7/TTr-VD\ndate: 2019-12-02\nby: mong-cai\n"
        "rows:\n  - {award: lao-dong-tien-tien, counted: {individuals: 3}}\nsource: {document: Ví dụ}\n",
        "utf-8",
    )
    git = ["git", "-c", "user.name=Ví Dụ", "-c", "user.email=vi-du@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], cwd=root, check=True)
    subprocess.run([*git, "add", "-A"], cwd=root, check=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], cwd=root, check=True)
    subprocess.run([*git, "branch", "viec"], cwd=root, check=True)
    subprocess.run([*git, "bundle", "create", "-q", "../den.thidua-bundle", "viec"], cwd=root, check=True)
    thidua("report", "2019", "-o", "bao-cao.md", at=root)
    return root


def test_help_lists_every_command_in_both_languages(tmp_path: Path) -> None:
    vietnamese, english = thidua("--help", at=tmp_path).stdout, thidua("--help", "--lang", "en", at=tmp_path).stdout
    for name, command in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(command.vi)}$", vietnamese, re.MULTILINE)
        assert re.search(rf"^  {name} +{re.escape(command.en)}$", english, re.MULTILINE)


def test_every_command_of_the_table_is_a_function() -> None:
    for command in COMMANDS.values():
        module, _, function = command.module.partition(":")
        assert callable(getattr(import_module(f"thidua.cli.{module}"), function))


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_explains_itself_in_both_languages(name: str, tmp_path: Path) -> None:
    vietnamese = thidua(name, "--help", at=tmp_path)
    english = thidua(name, "--help", at=tmp_path, THIDUA_LANG="en")
    assert (vietnamese.returncode, english.returncode) == (0, 0)
    assert vietnamese.stdout.startswith(f"Cách dùng: thidua {name}")
    assert english.stdout.startswith(f"Usage: thidua {name}")
    described = re.sub(r"\d+/\S+|Móng Cái|Nguyễn \S+ \S+|“[^”]*”|\"[^\"]*\"|'[^']*'|`[^`]*`", "", english.stdout)
    left = [line for line in described.splitlines() if VIETNAMESE.search(line)]
    assert not left, left


def test_a_misused_command_says_what_and_where_to_look(office: Path) -> None:
    unknown = thidua("validat", at=office)
    option = thidua("validate", "--fromat", "json", at=office)
    missing = thidua("show", at=office)
    value = thidua("validate", "--format", "xml", at=office)
    surplus = thidua("verify", "bao-cao.md", "khac.md", at=office)
    assert [run.returncode for run in (unknown, option, missing, value, surplus)] == [2, 2, 2, 2, 2]
    assert "`validate`" in unknown.stderr
    assert "`--format`" in option.stderr
    assert "thiếu" in missing.stderr
    assert "`--format`" in value.stderr
    assert "thừa tham số: khac.md" in surplus.stderr
    for run in (unknown, option, missing, value, surplus):
        assert run.stdout == ""
        assert "Traceback" not in run.stderr


def test_outside_a_repository_of_records_the_program_says_so(tmp_path: Path) -> None:
    run = thidua("validate", at=tmp_path)
    assert run.returncode == 2
    assert "thidua init" in run.stderr


def test_json_is_all_there_is_on_standard_output(office: Path) -> None:
    run = thidua("validate", "--format", "json", at=office)
    found = json.loads(run.stdout)
    assert run.returncode == 0
    assert found["version"] == 1
    assert {d["severity"] for d in found["diagnostics"]} <= {"warning", "note"}


def test_annotations_begin_with_the_gravest(office: Path) -> None:
    lines = thidua("validate", "--format", "github", at=office).stdout.splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert all(
        re.match(r"::\w+ file=records/[^,]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=TD\d+::", x) for x in lines
    )


def test_findings_speak_english_when_asked(office: Path) -> None:
    text = thidua("validate", "--lang", "en", at=office).stdout
    assert "add up to" in text or "= 18" in text
    assert "cách sửa" not in text


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_what_stands_for_a_value_is_in_the_language_chosen(name: str, tmp_path: Path) -> None:
    named = re.compile(r"^  (?:--?[a-z][\w, -]* |\[?)([A-Z]+(?:[|-][A-Z]+)*)\b", re.MULTILINE)
    tables = re.split(r"\n(?:Arguments|Options):\n", thidua(name, "--help", "--lang", "en", at=tmp_path).stdout)[1:]
    english = set(named.findall("  \n" + "\n".join(tables))) - {"DECISION|YEAR"}
    assert {part for one in english for part in one.split("|")} <= {*VIETNAMESE_NAMES}
    vietnamese = "\n".join(re.split(r"\n(?:Tham số|Tuỳ chọn):\n", thidua(name, "--help", at=tmp_path).stdout)[1:])
    assert vietnamese
    for one in english:
        assert not re.search(rf"^  (?:--[\w, -]+ |\[)?{re.escape(one)}(?: |\]|$)", vietnamese, re.MULTILINE)


QUESTIONS_AND_PAGES = ("jinja2", "markdown_it", "questionary", "prompt_toolkit", "rich")
NEW = ("--source", "Ví dụ", "--dry-run")
LIGHT = {
    ("fmt", "--check", "records/organisations/mong-cai.yaml"): QUESTIONS_AND_PAGES,
    ("set", "organisations/mong-cai", "short", "Móng Cái", "--dry-run"): QUESTIONS_AND_PAGES,
    ("same-person", "Nguyễn Ví Dụ, mong-cai", "Nguyễn Ví Dụ, dong-ha", *NEW): QUESTIONS_AND_PAGES,
    ("different-person", "Nguyễn Ví Dụ, mong-cai", "Nguyễn Ví Dụ, dong-ha", *NEW): QUESTIONS_AND_PAGES,
    ("rename", "organisations/mong-cai", "thanh-pho-mong-cai", "--dry-run"): QUESTIONS_AND_PAGES,
    ("init", "../moi", "--dry-run"): QUESTIONS_AND_PAGES,
    ("number", "--dry-run"): QUESTIONS_AND_PAGES,
    ("merge-driver", *(["records/organisations/mong-cai.yaml"] * 4)): QUESTIONS_AND_PAGES,
    ("schema",): QUESTIONS_AND_PAGES,
    ("explain", "TD007"): QUESTIONS_AND_PAGES,
    ("add-organisation", "--name", "Phòng Ví Dụ", *NEW): QUESTIONS_AND_PAGES,
    ("add-person", "--name", "Nguyễn Ví Dụ", *NEW): QUESTIONS_AND_PAGES,
    ("add-campaign", "--name", "Phong trào Ví Dụ", *NEW): QUESTIONS_AND_PAGES,
    ("add-bloc", "--name", "Khối Ví Dụ", *NEW): QUESTIONS_AND_PAGES,
    ("add-exemplar", "--name", "Nguyễn Ví Dụ", *NEW): QUESTIONS_AND_PAGES,
    (
        "add-award", "--award", "giay-khen-cap-huyen", "--to", "Nguyễn Ví Dụ", "--by", "mong-cai",
        "--date", "1/2/2023", *NEW,
    ): QUESTIONS_AND_PAGES,
    (
        "add-nomination", "--award", "giay-khen-cap-huyen", "--to", "Nguyễn Ví Dụ", "--date", "1/2/2023", *NEW,
    ): QUESTIONS_AND_PAGES,
    (
        "import-awards", "danh-sach.csv", "--authority", "mong-cai", "--year", "2023", "--dry-run",
    ): (*QUESTIONS_AND_PAGES, "python_calamine", "xlsxwriter", "openpyxl"),
    (
        "correct", "2019/huan-chuong-lao-dong-mong-cai", "--field", "year", "--value", "2018", *NEW,
    ): QUESTIONS_AND_PAGES,
    (
        "revoke", "2019/huan-chuong-lao-dong-mong-cai", "--row", "mong-cai", "--source", "x", "--dry-run",
    ): QUESTIONS_AND_PAGES,
    ("--help",): ("typer", "pydantic", "yaml", "sqlite3", "rich", "jinja2"),
    ("--version",): ("typer", "pydantic", "yaml", "sqlite3", "rich", "jinja2"),
    ("validate", "--help"): ("pydantic", "jinja2", "rich", "questionary", "sqlite3"),
    ("validate",): ("pydantic", "jinja2", "rich", "questionary", "markdown_it", "thidua.model.award"),
    ("validate", "--format", "json"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it"),
    ("find", "mong cai"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it"),
    ("history", "mong-cai"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it"),
    ("review", "HEAD"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it"),
    ("report", "2019"): ("rich", "questionary", "markdown_it", "rapidfuzz"),
    ("verify", "bao-cao.md"): ("rich", "questionary", "markdown_it", "rapidfuzz", "docx", "typst"),
    ("paper", "achievements", "mong-cai"): (
        "rich", "questionary", "markdown_it", "rapidfuzz", "docx", "docxtpl", "typst",
    ),
    ("bonus", "2019"): ("rich", "questionary", "markdown_it", "rapidfuzz"),
    ("export", "awards"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it", "xlsxwriter", "pyarrow"),
    ("sheet", "new", "2019/huan-chuong-lao-dong-mong-cai", "-o", "phieu.xlsx"): QUESTIONS_AND_PAGES,
    ("eligible", "lao-dong-tien-tien", "2019"): QUESTIONS_AND_PAGES,
    ("check-nomination", "7/TTr-VD"): QUESTIONS_AND_PAGES,
    ("where", "--offline"): ("pydantic", "jinja2", "rich", "questionary", "markdown_it"),
    ("start", "Ví Dụ", "--dry-run"): QUESTIONS_AND_PAGES,
    ("send", "--dry-run"): QUESTIONS_AND_PAGES,
    ("receive", "../den.thidua-bundle", "--dry-run"): QUESTIONS_AND_PAGES,
    ("show", "mong-cai"): ("jinja2", "rich", "questionary", "markdown_it"),
}  # fmt: skip


def test_every_command_is_looked_at_for_what_it_loads() -> None:
    assert {command[0] for command in LIGHT if command[1:] != ("--help",)} >= set(COMMANDS)


def test_help_loads_nothing_from_outside_the_standard_library(tmp_path: Path) -> None:
    tell = "import sys; print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    help_ = f"import sys; sys.argv = ['thidua', '--help']; from thidua.cli.main import run; run(sys.argv[1:]); {tell}"
    empty, loaded = (
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
        ).stderr.split()
        for code in (tell, help_)
    )
    assert set(loaded) - set(empty) - sys.stdlib_module_names == {"thidua"}


@pytest.mark.long
@pytest.mark.parametrize("command", sorted(LIGHT), ids=" ".join)
def test_a_command_loads_only_what_it_uses(command: tuple[str, ...], office: Path) -> None:
    thidua("validate", at=office)  # the register is fresh
    tell = (
        "import sys; sys.argv[0] = 'thidua'\n"
        "from thidua.cli.main import run\n"
        "status = run(sys.argv[1:])\n"
        "print('\\n'.join(sorted(sys.modules)), file=sys.stderr)\n"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", tell, *command],
        cwd=office,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    loaded = set(done.stderr.split())
    assert done.returncode == 0, done.stderr[-500:]
    assert sorted(loaded & set(LIGHT[command])) == []


def test_output_is_utf8_whatever_the_machine_says(office: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "thidua", "report", "2019"],
        cwd=office,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "Móng Cái" in run.stdout.decode("utf-8")
    assert b"\r" not in run.stdout


def test_a_reader_that_goes_away_is_no_error(office: Path) -> None:
    run = subprocess.run(
        f'"{sys.executable}" -m thidua validate | head -1' if os.name != "nt" else "exit 0",
        shell=True,
        cwd=office,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Traceback" not in run.stderr


def test_a_check_of_some_paths_counts_only_their_files_and_says_so(office: Path) -> None:
    path = "records/organisations/mong-cai.yaml"
    every = len([file for file in (office / "records").rglob("*") if file.is_file()])
    assert thidua("validate", path, at=office).stdout.splitlines()[-1].startswith(f"1 trong {every} tệp: ")
    of_folder = len(list((office / "records/blocs").iterdir()))
    last = thidua("validate", "records/blocs", "--lang", "en", at=office).stdout.splitlines()[-1]
    assert last.startswith(f"{of_folder} of {every} files: ")
    assert thidua("validate", at=office).stdout.splitlines()[-1].startswith(f"{every} tệp: ")


def test_of_two_roots_the_last_one_chooses_the_language_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("vi", "en"):
        (tmp_path / language / "records").mkdir(parents=True)
        (tmp_path / language / "thidua.yaml").write_text(f"format: 1\nlanguage: {language}\n", "utf-8")
    said = []
    for roots in (("en",), ("vi", "en"), ("vi",), ("en", "vi")):
        run_here(["validate", *(part for root in roots for part in ("--root", str(tmp_path / root)))])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != said[2] == said[3]
