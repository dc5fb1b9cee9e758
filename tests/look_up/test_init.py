from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from thidua.app.init import guess
from thidua.app.schema import schema_files
from thidua.diagnostics import Language
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from tests.look_up.office import Office

NAMED = ("--organisation", "mong-cai", "--name", "Thành phố Móng Cái")


def made(office: Office, *arguments: str) -> Path:
    answer = office.run("init", str(office.root / "kho"), *arguments)
    assert (answer.status, answer.err) == (0, "")
    return office.root / "kho"


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".git"
    }


def test_a_new_repository_has_nothing_wrong(empty: Office) -> None:
    root = made(empty, *NAMED)
    answer = empty.run("validate", "--root", str(root), "--format", "json")
    assert (answer.status, answer.json["diagnostics"]) == (0, [])


def test_without_a_name_it_has_nothing_wrong_either(empty: Office) -> None:
    root = made(empty)
    assert empty.run("validate", "--root", str(root), "--format", "json").json["diagnostics"] == []


def test_every_kind_of_record_has_its_folder(empty: Office) -> None:
    root = made(empty)
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


def test_git_is_made_with_the_branch_main(empty: Office) -> None:
    root = made(empty)
    assert (root / ".git/HEAD").read_text() == "ref: refs/heads/main\n"


def test_the_hook_can_be_run_and_is_plain_shell(empty: Office) -> None:
    hook = made(empty) / ".git/hooks/pre-commit"
    assert hook.stat().st_mode & stat.S_IXUSR
    assert b"\r" not in hook.read_bytes()
    assert subprocess.run(["sh", "-n", hook], check=False).returncode == 0


def test_the_hook_lets_good_records_pass_and_stops_bad_ones(empty: Office) -> None:
    empty.root = made(empty, *NAMED)
    commit = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Ví dụ"]

    def commit_all() -> subprocess.CompletedProcess[str]:
        empty.git("add", "--all")
        return subprocess.run(commit, cwd=empty.root, capture_output=True, text=True)

    empty.write({"records/organisations/dung.yaml": "name: Phòng Ví Dụ\nsource:\n  document: Ví dụ\n"})
    first = commit_all()
    assert first.returncode == 0, first.stdout + first.stderr
    empty.write({"records/organisations/sai.yaml": "ten: Sai\n", "records/people/an.yaml": "name:   An\n"})
    second = commit_all()
    assert second.returncode != 0
    told = second.stdout + second.stderr
    assert "sai.yaml" in told
    assert "an.yaml" in told
    assert told.splitlines()[-1].startswith("CHƯA LƯU: ")


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


def test_the_first_commit_holds_what_was_made(empty: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ví Dụ")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "vi-du@example.org")
    answer = empty.run("init", str(empty.root / "kho"), "--name", "Phường Ví Dụ")
    assert "  đã lưu lần đầu vào nhánh `main`; bắt đầu một phần việc bằng `thidua start`" in answer.out.splitlines()
    empty.root /= "kho"
    assert empty.git("status", "--porcelain") == ""
    assert set(empty.git("ls-files").split()) == set(files_of(empty.root))
    assert empty.git("log", "--format=%s %an") == "Lập kho bản ghi Ví Dụ\n"
    assert "đã lưu lần đầu" not in empty.run("init", str(empty.root)).out


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


def test_the_hook_is_put_back_into_a_clone(empty: Office) -> None:
    root = made(empty, *NAMED)
    before = (root / ".git/hooks/pre-commit").read_bytes()
    (root / ".git/hooks/pre-commit").unlink()
    made(empty)
    assert (root / ".git/hooks/pre-commit").read_bytes() == before


def test_nothing_advises_a_package_that_is_not_published(empty: Office) -> None:
    root = made(empty)
    for path in (
        ".git/hooks/pre-commit",
        ".github/workflows/thidua.yml",
        ".github/actions/thidua/action.yml",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
    ):
        assert "pip install thidua" not in (root / path).read_text("utf-8")


def test_without_the_program_the_hook_says_how_to_open_its_environment(empty: Office) -> None:
    root = made(empty)
    hook = root / ".git/hooks/pre-commit"
    hook.write_text(hook.read_text("utf-8").replace(Path(sys.executable).as_posix(), "/nowhere/python"), "utf-8")
    done = subprocess.run(["/bin/sh", hook], cwd=root, env={"PATH": "/bin"}, capture_output=True, text=True)
    assert done.returncode == 1
    assert ".venv\\Scripts\\activate" in done.stderr


def test_a_workflow_that_is_not_filled_in_stops_and_says_so(empty: Office) -> None:
    action = yaml.safe_load((made(empty) / ".github/actions/thidua/action.yml").read_text("utf-8"))
    step = next(one["run"] for one in action["runs"]["steps"] if "pip install" in one.get("run", ""))
    done = subprocess.run(["sh", "-ec", step], env={**os.environ, "THIDUA_FROM": ""}, capture_output=True, text=True)
    assert done.returncode == 1
    assert "chưa điền THIDUA_FROM" in done.stdout


def test_an_english_office_has_an_english_readme(empty: Office) -> None:
    assert "Every day" in (made(empty, "--lang", "en") / "README.md").read_text("utf-8")


def test_inside_a_git_repository_no_other_is_made(empty: Office) -> None:
    empty.git("init", "--quiet")
    root = made(empty)
    assert not (root / ".git").exists()
    assert not (empty.root / ".git/hooks/pre-commit").exists()


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


def test_the_editor_finds_every_schema_and_the_files_it_is_for(empty: Office) -> None:
    root = made(empty)
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]
    assert {re.sub(r"/[/*]*\.yaml$", "", pattern.removeprefix("records/")) for pattern in schemas.values()} == set(
        FOLDERS
    )
    for name, text in schema_files(Language.VI).items():
        assert (root / "schema" / name).read_text("utf-8") == text
        assert f"./schema/{name}" in schemas
    assert (settings["files.eol"], settings["files.encoding"]) == ("\n", "utf8")


def test_what_is_private_is_never_seen_by_git(empty: Office) -> None:
    empty.root = made(empty)
    empty.write({"private/ngay-sinh.yaml": "a: b\n", "bao-cao-2025.html": "", "records/.thidua-1.tmp": ""})
    assert "private" not in empty.git("status", "--porcelain", "--untracked-files=all")
    assert "bao-cao" not in empty.git("status", "--porcelain", "--untracked-files=all")
    assert ".tmp" not in empty.git("status", "--porcelain", "--untracked-files=all")


def test_the_files_for_ci_and_pre_commit_are_yaml_that_checks_the_records(empty: Office) -> None:
    root = made(empty)
    workflow = yaml.safe_load((root / ".github/workflows/thidua.yml").read_text("utf-8"))
    runs = [step.get("run", "") for step in workflow["jobs"]["thidua"]["steps"]]
    assert "thidua validate --format github" in runs
    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert [hook["entry"] for hook in hooks] == ["thidua fmt --check", "thidua validate"]


def test_every_text_file_has_unix_lines_and_ends_with_one(empty: Office) -> None:
    for path, data in files_of(made(empty, *NAMED)).items():
        assert b"\r" not in data, path
        assert not data or data.endswith(b"\n"), path


def test_english_schemas_for_an_english_office(empty: Office) -> None:
    root = made(empty, "--lang", "en")
    assert (root / "schema/people.schema.json").read_text("utf-8") == schema_files(Language.EN)["people.schema.json"]


def test_records_can_be_added_at_once(empty: Office) -> None:
    root = made(empty, *NAMED)
    answer = empty.run(
        "add-organisation", "--name", "Phòng Nội vụ", "--parent", "mong-cai", "--root", str(root), "--yes"
    )
    assert answer.status == 0, answer.err
    assert empty.run("show", "phong-noi-vu", "--root", str(root)).status == 0


@pytest.fixture
def somebody(empty: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Somebody whom git knows, with settings of their own in `gitconfig`."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(empty.root / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ví Dụ")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "vi-du@example.org")
    return empty


def test_what_git_ignores_is_not_in_the_first_commit_and_does_not_hinder_it(somebody: Office) -> None:
    somebody.write({"gitconfig": f"[core]\n\texcludesFile = {somebody.root}/ignore\n", "ignore": ".vscode/\n"})
    somebody.write({"kho/.gitignore": "/schema/\n", "kho/cu.txt": "Có từ trước\n"})
    assert "đã lưu lần đầu vào nhánh `main`" in somebody.run("init", str(somebody.root / "kho")).out
    somebody.root /= "kho"
    saved = set(somebody.git("ls-tree", "-r", "--name-only", "HEAD").split())
    assert saved == {
        path
        for path in files_of(somebody.root)
        if not path.startswith((".vscode/", "schema/")) and path not in (".gitignore", "cu.txt")
    }
    assert somebody.git("status", "--porcelain") == "?? .gitignore\n?? cu.txt\n"


def test_a_repository_with_long_ids_gets_its_first_commit(somebody: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    assert "đã lưu lần đầu vào nhánh `main`" in somebody.run("init", str(somebody.root / "kho")).out


def test_why_there_is_no_first_commit_is_told(somebody: Office) -> None:
    somebody.write({"gitconfig": "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = khong-co-chuong-trinh-nay\n"})
    told = somebody.run("init", str(somebody.root / "kho")).out
    assert "chưa lưu lần đầu được; git nói: " in told
    assert "khong-co-chuong-trinh-nay" in told
    assert "bạn là ai" not in told


def test_hooks_that_git_looks_for_elsewhere_are_told(somebody: Office) -> None:
    somebody.write({"gitconfig": "[core]\n\thooksPath = /noi-khac\n", "hooks/pre-commit": "#!/bin/sh\nexit 1\n"})
    told = somebody.run("init", str(somebody.root / "kho")).out
    assert "tìm lệnh ở /noi-khac (core.hooksPath)" in told
    assert "đã lưu lần đầu" in told
    assert "core.hooksPath" not in somebody.run("init", str(somebody.root / "kho")).out
