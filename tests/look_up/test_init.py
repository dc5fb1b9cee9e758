"""`thidua init` makes a folder that an office can begin with."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.look_up.office import NAMED, files_of, made
from thidua.app.init import guess
from thidua.app.schema import schema_files
from thidua.cli.main import run
from thidua.diagnostics import Language
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.look_up.office import Office


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """What `init` makes of a new folder when it is told this, for tests that only look at it."""

    @cache
    def of(*arguments: str) -> Path:
        root = tmp_path_factory.mktemp("init") / "kho"
        out = io.StringIO()
        with redirect_stdout(out):
            assert run(["init", str(root), *arguments]) == 0
        return root

    return of


def test_a_new_repository_has_nothing_wrong(empty: Office) -> None:
    root = made(empty, *NAMED)
    answer = empty.run("validate", "--root", str(root), "--format", "json")
    assert (answer.status, answer.json["diagnostics"]) == (0, [])


def test_without_a_name_it_has_nothing_wrong_either(empty: Office) -> None:
    root = made(empty)
    assert empty.run("validate", "--root", str(root), "--format", "json").json["diagnostics"] == []


def test_every_kind_of_record_has_its_folder(once: Callable[..., Path]) -> None:
    root = once()
    assert {path.parent.relative_to(root / "records").as_posix() for path in root.glob("records/**/.gitkeep")} == set(
        FOLDERS
    )


def test_the_office_is_named_and_shown(empty: Office) -> None:
    root = made(empty, *NAMED)
    assert (root / "thidua.yaml").read_text("utf-8").splitlines()[:2] == ["format: 1", "organisation: mong-cai"]
    assert "Thành phố Móng Cái" in empty.run("show", "mong-cai", "--root", str(root)).out
    assert (root / "README.md").read_text("utf-8").startswith("# Thi đua, khen thưởng - Thành phố Móng Cái\n")


def test_settings_without_an_office_are_told_with_what_to_add(empty: Office) -> None:
    folder = str(empty.root / "kho")
    assert "`thidua add-organisation`, rồi thêm dòng `organisation: MÃ`" in empty.run("init", folder).out
    said = empty.run("init", folder, *NAMED).out
    assert "thêm dòng `organisation: mong-cai` vào tệp đó" in said
    assert "chưa ghi cơ quan nào" not in empty.run("init", str(empty.root / "kho-2"), *NAMED).out


def test_a_name_alone_gives_the_id(empty: Office) -> None:
    root = made(empty, "--name", "Phường Móng Cái 1")
    assert (root / "records/organisations/phuong-mong-cai-1.yaml").is_file()


def test_no_file_that_is_there_is_overwritten(empty: Office) -> None:
    own = {"README.md": "của cơ quan\n", "thidua.yaml": "format: 1\n", ".git/hooks/pre-commit": "#!/bin/sh\n"}
    empty.git("init", "--quiet")
    empty.write(own)
    answer = empty.run("init", str(empty.root), "--dry-run")
    assert "giữ nguyên 2 tệp đã có\n" in empty.run("init", str(empty.root)).out
    assert {path: (empty.root / path).read_text("utf-8") for path in own} == own
    kept = [Path(line.removeprefix("giữ nguyên ")).name for line in answer.out.splitlines() if "giữ nguyên " in line]
    assert kept == ["thidua.yaml", "README.md", "pre-commit đã có"]


def test_a_second_run_changes_nothing(empty: Office) -> None:
    root = made(empty, *NAMED)
    before = files_of(root)
    answer = empty.run("init", str(root), *NAMED)
    assert "đã ghi" not in answer.out
    assert files_of(root) == before


def test_a_dry_run_writes_nothing_and_lists_every_file(empty: Office) -> None:
    planned = empty.run("init", str(empty.root / "kho"), "--dry-run").out
    assert not (empty.root / "kho").exists()
    root = made(empty)
    listed = [line.removeprefix("sẽ ghi ") for line in planned.splitlines() if line.startswith("sẽ ghi ")]
    assert sorted(listed) == sorted(str(root / path) for path in [*files_of(root), ".git/hooks/pre-commit"])


def test_what_was_made_is_said_in_a_few_lines(empty: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    answer = empty.run("init", str(empty.root / "kho"), "--name", "Phường Ví Dụ")
    count = len(files_of(empty.root / "kho"))
    assert answer.out.splitlines() == [
        f"đã ghi {count} tệp vào kho bản ghi `{empty.root / 'kho'}`",
        "  cơ quan: Phường Ví Dụ · records/organisations/phuong-vi-du.yaml (don-vi-hanh-chinh, xa)",
        "  đã tạo kho git",
        (
            '  chưa lưu lần đầu vì git chưa biết bạn là ai: git config --global user.name "Họ tên",'
            ' git config --global user.email "thư@cơ-quan", rồi git add . và git commit -m "Lập kho bản ghi"'
        ),
        "  đã đặt pre-commit: trước mỗi lần lưu, git chạy `thidua fmt --check` và `thidua validate`",
        "  đã đặt cách gộp: hai nhánh cùng sửa một bản ghi thì git gộp theo từng dòng",
    ]


@pytest.mark.parametrize(
    ("name", "guessed"),
    [
        ("Phường Móng Cái 1", ("don-vi-hanh-chinh", "xa")),
        ("Đặc khu Vân Đồn", ("don-vi-hanh-chinh", "xa")),
        ("Thị xã Đông Triều", ("don-vi-hanh-chinh", "huyen")),
        ("Thành phố Móng Cái", ("don-vi-hanh-chinh", "")),
        ("Ủy ban nhân dân xã Ví Dụ", ("uy-ban-nhan-dan", "xa")),
        ("UBND thành phố Ví Dụ", ("uy-ban-nhan-dan", "")),
        ("Xãa Ví Dụ", ("", "")),
        ("Sở Nội vụ", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_name_tells_kind_and_level_where_it_is_sure(name: str, guessed: tuple[str, str]) -> None:
    assert guess(name) == guessed


def test_kind_and_level_that_are_given_are_written(empty: Office) -> None:
    root = made(empty, *NAMED, "--kind", "uy-ban-nhan-dan", "--level", "huyen")
    text = (root / "records/organisations/mong-cai.yaml").read_text("utf-8")
    assert text.startswith("name: Thành phố Móng Cái\nkind: uy-ban-nhan-dan\nlevel: huyen\n")
    assert empty.run("init", str(empty.root / "b"), *NAMED, "--kind", "phuong").status == 2


def test_nothing_advises_a_package_that_is_not_published(once: Callable[..., Path]) -> None:
    root = once()
    for path in (
        ".git/hooks/pre-commit",
        ".github/workflows/thidua.yml",
        ".github/actions/thidua/action.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
    ):
        assert "pip install thidua" not in (root / path).read_text("utf-8")


def test_a_workflow_that_is_not_filled_in_stops_and_says_so(once: Callable[..., Path]) -> None:
    action = yaml.safe_load((once() / ".github/actions/thidua/action.yml").read_text("utf-8"))
    step = next(one["run"] for one in action["runs"]["steps"] if "pip install" in one.get("run", ""))
    done = subprocess.run(["sh", "-ec", step], env={**os.environ, "THIDUA_FROM": ""}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "chưa điền THIDUA_FROM" in done.stdout


def test_an_english_office_has_an_english_readme(once: Callable[..., Path]) -> None:
    assert "Every day" in (once("--lang", "en") / "README.md").read_text("utf-8")


def test_inside_a_repository_of_records_it_is_refused(empty: Office) -> None:
    root = made(empty)
    answer = empty.run("init", str(root / "records"))
    assert (answer.status, answer.out) == (2, "")
    assert str(root) in answer.err


@pytest.mark.parametrize("organisation", ["Móng Cái", "a/b", "../a", "-a"])
def test_an_id_that_cannot_be_one_is_refused(empty: Office, organisation: str) -> None:
    answer = empty.run("init", str(empty.root / "kho"), f"--organisation={organisation}", "--name", "A")
    assert answer.status == 2
    assert not (empty.root / "kho").exists()


def test_a_name_that_gives_no_id_asks_for_one(empty: Office) -> None:
    answer = empty.run("init", str(empty.root / "kho"), "--name", "办公室")
    assert (answer.status, (empty.root / "kho").exists()) == (2, False)
    assert "--organisation ID" in answer.err


def test_an_id_needs_a_name(empty: Office) -> None:
    assert empty.run("init", str(empty.root / "kho"), "--organisation", "a").status == 2


def test_a_link_that_leads_out_is_not_followed(empty: Office) -> None:
    (empty.root / "elsewhere").mkdir()
    (empty.root / "kho").mkdir()
    (empty.root / "kho/schema").symlink_to(empty.root / "elsewhere")
    assert empty.run("init", str(empty.root / "kho")).status == 2
    assert list((empty.root / "elsewhere").iterdir()) == []


def test_the_editor_finds_every_schema_and_the_files_it_is_for(once: Callable[..., Path]) -> None:
    root = once()
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]
    assert {re.sub(r"/[/*]*\.yaml$", "", pattern.removeprefix("records/")) for pattern in schemas.values()} == set(
        FOLDERS
    )
    for name, text in schema_files(Language.VI).items():
        assert (root / "schema" / name).read_text("utf-8") == text
        assert f"./schema/{name}" in schemas
    assert (settings["files.eol"], settings["files.encoding"]) == ("\n", "utf8")


def test_the_files_for_ci_and_pre_commit_are_yaml_that_checks_the_records(once: Callable[..., Path]) -> None:
    root = once()
    workflow = yaml.safe_load((root / ".github/workflows/thidua.yml").read_text("utf-8"))
    runs = [step.get("run", "") for step in workflow["jobs"]["thidua"]["steps"]]
    assert "thidua validate --format github" in runs
    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == ["thidua fmt --check", "thidua validate"]


def test_every_text_file_has_unix_lines_and_ends_with_one(once: Callable[..., Path]) -> None:
    for path, data in files_of(once(*NAMED)).items():
        assert b"\r" not in data, path
        assert not data or data.endswith(b"\n"), path


def test_english_schemas_for_an_english_office(once: Callable[..., Path]) -> None:
    root = once("--lang", "en")
    assert (root / "schema/people.schema.json").read_text("utf-8") == schema_files(Language.EN)["people.schema.json"]


def test_records_can_be_added_at_once(empty: Office) -> None:
    root = made(empty, *NAMED)
    answer = empty.run(
        "add-organisation", "--name", "Phòng Nội vụ", "--parent", "mong-cai", "--root", str(root), "--yes"
    )
    assert answer.status == 0, answer.err
    assert empty.run("show", "phong-noi-vu", "--root", str(root)).status == 0
