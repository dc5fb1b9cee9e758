"""Names of any kind, files that cannot be read, repositories that lack something: plain words, no traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reviewing.office import DECISION, FILES, OTHER, SOURCE, Office, git
from thidua.render.review_markdown import MOST

LIMIT = 65_536
"""How long a comment may be at GitHub."""

NASTY = (
    "@octocat", "#12", "GH-12", "https://example.org/x", "www.example.org", "a@example.org", "<img src=x>", "![a](b)",
    "[a](b)", "`code`", "| a | b |", "</details>", "<!-- x -->", "&lt;b&gt;", "* x", "$x^2$", ":smile:", "nguyen/kho#1",
    "deadbeef12",
)  # fmt: skip


@pytest.mark.parametrize("output", ["terminal", "markdown", "json", "html"])
def test_every_format_takes_every_name(office: Office, output: str) -> None:
    rows = "".join(f"      - {{name: '{name}', unit: '{name}'}}\n" for name in NASTY)
    office.change(DECISION, ("      - {collective: phong-x}\n", rows))
    status, out, _ = office.run("--format", output)
    assert status == 0
    assert out.endswith("\n")
    if output == "html":
        assert "<img" not in out
        assert not re.search(r"(src|href)=.?http", out)


def test_nothing_in_a_comment_is_more_than_text(office: Office) -> None:
    from markdown_it import MarkdownIt

    rows = "".join(f"      - {{name: '{name}', unit: '{name}'}}\n" for name in NASTY)
    office.change(DECISION, ("      - {collective: phong-x}\n", rows))
    office.change("records/campaigns/phong-trao-mau.yaml", ("name: Phong trào Mẫu", "name: '@octocat <b>x</b> #12'"))
    out = office.review("--format", "markdown")
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(out)
    tags = {tag.lower() for tag in re.findall(r"</?([a-zA-Z0-9]+)", page)}
    assert tags <= {
        "h3",
        "h4",
        "p",
        "ul",
        "li",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "code",
        "details",
        "summary",
    }
    shown = re.sub(r"<code>.*?</code>", "", page)
    shown = re.sub(r"<[^>]*>", "\n", shown).replace("\u2060", "|")
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.|:smile:|\bdeadbeef12\b|\$\w", shown.replace("&#8288;", "|"))
    assert page.count("<details>") == page.count("</details>")


def test_a_name_cannot_leave_the_place_it_stands_in(office: Office) -> None:
    office.change("records/campaigns/phong-trao-mau.yaml", ("name: Phong trào Mẫu", "name: '</summary></details><b>'"))
    out = office.review("--format", "markdown")
    assert "<summary>Phong trào: &lt;/summary&gt;&lt;/details&gt;&lt;b&gt;</summary>" in out


def test_names_of_files_that_forge_lines(office: Office) -> None:
    text = FILES[OTHER].replace("9/QĐ-UBND", "90/QĐ-UBND")
    names = ['nháy"kép.yaml', "dòng\nmới.yaml", "thẻ\ttab.yaml", "`huyền`.yaml", "-n.yaml"]
    for name in names:
        office.write({f"records/awards/2023/{name}": text})
    folder = os.fsencode(office.root / "records/awards/2023")
    Path(os.fsdecode(folder + b"/\xff\xfe.yaml")).write_bytes(text.encode())
    office.commit()
    told = office.json()
    paths = [item["path"] for group in told["groups"] for item in group["items"]]
    assert len(paths) == len(names) + 1
    assert any("dòng\\nmới" in path for path in paths)
    for output in ("terminal", "markdown", "html"):
        out = office.review("--format", output)
        assert "\ndòng" not in out
        assert "\nmới" not in out
    office.git("checkout", "--quiet", "main")
    assert office.json("main..nhanh-moi")["summary"]["records"] == {"new": len(names) + 1}


def test_files_that_cannot_be_read(office: Office) -> None:
    office.git("checkout", "--quiet", "main")
    office.write({DECISION: "awards: [\n"})
    office.write({"records/awards/2023/ghi-chu.txt": "x"})
    office.commit()
    office.git("checkout", "--quiet", "-B", "nhanh-moi")
    office.write({DECISION: FILES[DECISION], OTHER: "\x00\x01", "records/awards/2023/ghi-chu.txt": "y"})
    (office.root / "records/awards/2023/lien-ket.yaml").symlink_to("/etc/hostname")
    told = office.json()
    assert "unreadable" in [one["ask"] for one in told["questions"]]
    assert "TD001" in {one["code"] for one in told["found"]}
    assert "TD002" in {one["code"] for one in told["mended"]}
    assert told["summary"]["records"]["new"] == 1


def test_rows_that_are_none(office: Office) -> None:
    office.change(DECISION, ("      - {collective: phong-x}\n", "      - [a, b]\n      - x\n      - {name: {a: b}}\n"))
    assert "TD007" in {one["code"] for one in office.json()["found"]}
    office.write({DECISION: "awards: x\n"})
    office.review()
    office.write({DECISION: "- a\n- b\n"})
    office.review("--format", "html")


@pytest.mark.parametrize(
    "revision", ["-", "^main", "main --output=x", "main...HEAD", "..--output=x", "no-such", "HEAD@{upstream}", "x\ny"]
)
def test_a_revision_that_is_none(office: Office, revision: str) -> None:
    status, out, err = office.run(revision)
    assert (status, out) == (2, "")
    assert "git ở máy này không có" in err or "ký tự" in err
    assert not (office.root / "x").exists()


def test_no_git(empty: Office) -> None:
    empty.root.mkdir()
    empty.write(FILES)
    status, out, err = empty.run()
    assert (status, out) == (2, "")
    assert "không ở gốc một kho git" in err
    assert "not at the top of a git repository" in empty.run("--lang", "en")[2]


def test_a_branch_without_a_commit(empty: Office) -> None:
    empty.root.mkdir()
    empty.write(FILES)
    empty.git("init", "--quiet", "--initial-branch=main")
    status, _, err = empty.run()
    assert status == 2
    assert "chưa có commit" in err


def test_a_clone_that_lacks_the_history(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    office.commit()
    base = office.git("rev-parse", "main")
    folder = tmp_path / "nong"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{office.root}", str(folder))
    clone = Office(folder, capsys)
    status, _, err = clone.run()
    assert status == 2
    assert "không có nhánh chính `main`" in err
    status, _, err = clone.run(base)
    assert status == 2
    assert "git fetch --unshallow" in err
    git(folder, "fetch", "--quiet", "--unshallow")
    assert clone.rows(base) == [("new", "Trần Thị Lan"), ("removed", "Trần Thị Bình")]


def test_a_clone_that_lacks_contents(empty: Office) -> None:
    office = empty.begin()  # one whose contents are a file each
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    office.commit()
    blob = office.git("rev-parse", f"main:{DECISION}")
    (office.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    told = office.json()
    assert [one["ask"] for one in told["questions"]] == ["unreadable"]


def test_nothing_of_the_repository_runs(office: Office, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    trap = f'echo ran >> "{ran.as_posix()}"; cat'
    for key in (
        "filter.bay.clean",
        "filter.bay.smudge",
        "diff.bay.textconv",
        "diff.bay.command",
        "core.fsmonitor",
        "core.pager",
    ):
        office.git("config", key, trap)
    hooks = office.root / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f'#!/bin/sh\necho ran >> "{ran.as_posix()}"\n', "utf-8")
        (hooks / name).chmod(0o755)
    office.git("config", "core.hooksPath", str(hooks))
    office.write({".gitattributes": "*.yaml filter=bay diff=bay\n"})
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    ran.unlink(missing_ok=True)
    assert office.rows() == [("new", "Trần Thị Lan"), ("removed", "Trần Thị Bình")]
    assert not ran.exists()


def test_links_are_not_followed(office: Office, tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.yaml"
    secret.write_text("name: Điều bí mật\nsource: {document: Kín}\n", "utf-8")
    (office.root / "records/people").mkdir()
    (office.root / "records/people/bi-mat.yaml").symlink_to(secret)
    (office.root / DECISION).unlink()
    (office.root / DECISION).symlink_to(secret)
    for output in ("terminal", "markdown", "json", "html"):
        out = office.review("--format", output)
        assert "bí mật" not in out
        assert "bi-mat" in out
    head = office.commit()
    assert "bí mật" not in office.review(f"main..{head}", "--format", "json")


def test_two_thousand_rows_are_cut_where_people_read_and_whole_in_json(office: Office) -> None:
    rows = "".join(f"      - {{name: Nguyễn Thị Mẫu {n:04}, unit: phong-x}}\n" for n in range(2000))
    office.change(DECISION, ("      - {collective: phong-x}\n", rows))
    assert office.json()["summary"]["rows"] == {"new": 2000, "removed": 1}
    out = office.review()
    assert out.startswith("So bản đang làm với ")
    assert "dòng khen thưởng: 2.000 thêm, 1 bỏ" in out.splitlines()[2]
    assert "… và 1.981 dòng nữa" in out
    assert len(out.splitlines()) < 100
    comment = office.review("--format", "markdown")
    assert len(comment) <= MOST + 500 < LIMIT
    assert re.search(r"Còn 1\.\d{3} dòng không in ở đây", comment)
    assert comment.count("<details>") == comment.count("</details>") == 1
    assert "Nguyễn Thị Mẫu 1999" in office.review("--format", "html")


def test_it_writes_nothing_in_the_work_tree(office: Office) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    before = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file() and ".git" not in path.parts}
    status = office.git("status", "--porcelain")
    for output in ("terminal", "markdown", "json", "html"):
        office.review("--format", output)
    after = {path: path.read_bytes() for path in office.root.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert (before, status) == (after, office.git("status", "--porcelain"))


def test_a_register_that_cannot_be_kept_is_done_without(office: Office) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    office.review()
    kept = office.root / ".git/thidua/base/register.sqlite"
    kept.write_bytes(b"x" * 5000)
    assert len(office.rows()) == 2
    shutil.rmtree(office.root / ".git/thidua")
    (office.root / ".git/thidua").write_text("", "utf-8")
    assert len(office.rows()) == 2


def test_new_records_with_nothing_but_a_source(office: Office) -> None:
    office.write(
        {"records/exemplars/guong-mau.md": "---\nname: Đỗ Thị Hà\n" + SOURCE + "---\n\nBà làm **tốt** việc.\n"}
    )
    assert "Bài viết: Bà làm" in office.review()


@pytest.mark.long
def test_a_second_review_loads_no_model(office: Office) -> None:
    row = "      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n"
    office.change(DECISION, (row, row + row.replace("Bình", "Lan")))
    command = [sys.executable, "-X", "importtime", "-m", "thidua", "review", "--root", str(office.root)]
    loaded = [
        subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True).stderr
        for _ in range(2)
    ]
    assert "pydantic" in loaded[0]
    assert "pydantic" not in loaded[1]
    assert "jinja2" not in loaded[1]
