"""Register numbers: given on the main branch after merging, the same on every machine, none given again."""

from __future__ import annotations

import contextlib
import io
import json
import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.merging.conftest import IDENTITY, git
from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

CITY = {
    "thidua.yaml": "format: 1\norganisation: thanh-pho-vi-du\n",
    "records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n",
}
BOOK = "records/numbers/2023.yaml"


def thidua(root: Path, command: str, *arguments: str) -> tuple[int, str, str]:
    out, error = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        status = run([command, "--root", str(root), *arguments])
    return status, out.getvalue(), error.getvalue()


def decision(number: int, day: str = "2023-03-06") -> dict[str, str]:
    text = (
        f"decision:\n  number: {number}/QĐ-UBND\n  date: {day}\n  authority: thanh-pho-vi-du\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    counted:\n      individuals: 3\n"
    )
    return {f"records/awards/{day[:4]}/{number}-qd-ubnd.yaml": text}


def repository(root: Path, files: dict[str, str]) -> Path:
    git(root.parent, "init", "--quiet", "-b", "main", str(root))
    return committed(root, CITY | files)


def committed(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "--no-verify", "--allow-empty", "-m", "ghi")
    return root


def blob(path: str, text: str) -> str:
    return f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"


def merged(root: Path, branches: list[tuple[str, str]], order: list[int]) -> Path:
    """Return a repository in which branches, each with a decision of its own, were merged in some order."""
    repository(root, {})
    commits = [
        f"commit refs/heads/nhanh-{place}\ncommitter {IDENTITY}\ndata 0\nfrom refs/heads/main^0\n{blob(*branch)}"
        for place, branch in enumerate(branches)
    ]
    git(root, "fast-import", "--quiet", data="".join(commits).encode())
    for first in range(0, len(order), 20):
        git(root, "merge", "--quiet", "--no-edit", "--no-ff", *(f"nhanh-{one}" for one in order[first : first + 20]))
    return root


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {**decision(10), **decision(9), **decision(2, "2023-01-05"), **decision(1, "2022-05-05")}
    return repository(tmp_path_factory.mktemp("three") / "kho", files)


@pytest.mark.parametrize("many", [10, pytest.param(100, marks=pytest.mark.long)])
def test_branches_merged_in_two_orders_get_the_same_numbers(tmp_path: Path, many: int) -> None:
    random = Random(1)
    branches = [next(iter(decision(n, f"{2022 + n % 2}-{1 + n % 12:02}-15").items())) for n in range(1, many + 1)]
    books = []
    for name in ("may-mot", "may-hai"):
        order = random.sample(range(many), many)
        root = merged(tmp_path / name, branches, order)
        assert thidua(root, "number")[0] == 0
        books.append([(root / f"records/numbers/{year}.yaml").read_bytes() for year in (2022, 2023)])
        assert thidua(root, "number")[1] == "không có quyết định nào cần cấp số\n"
        assert books[-1] == [(root / f"records/numbers/{year}.yaml").read_bytes() for year in (2022, 2023)]
    assert books[0] == books[1]
    assert books[0][0].count(b"number: KT-2022-") + books[0][1].count(b"number: KT-2023-") == many


def test_the_order_is_by_date_then_number(three: Path) -> None:
    status, out, _ = thidua(three, "number")
    assert status == 0
    assert "đã cấp 4 số" in out
    assert re.search(r"^KT-2023-0001  2/QĐ-UBND · \d\d/\d+/2023 · awards/2023/2-qd-ubnd$", out, re.MULTILINE)
    assert 'lưu ngay vào nhánh chính: `git add records/numbers`, `git commit -m "Cấp số đăng ký"`' in out
    assert (three / BOOK).read_text("utf-8") == (
        "numbers:\n"
        "  - {number: KT-2023-0001, decision: 2023/2-qd-ubnd}\n"
        "  - {number: KT-2023-0002, decision: 2023/9-qd-ubnd}\n"
        "  - {number: KT-2023-0003, decision: 2023/10-qd-ubnd}\n"
    )
    assert thidua(three, "fmt", "--check")[0] == 0
    assert json.loads(thidua(three, "validate", "--format", "json")[1])["diagnostics"] == []


def test_a_number_is_shown_found_and_exported(three: Path) -> None:
    thidua(three, "number")
    shown = thidua(three, "show", "kt-2023-0003")[1]
    assert "10/QĐ-UBND" in shown
    assert "KT-2023-0003" in shown
    assert json.loads(thidua(three, "show", "10/QĐ-UBND", "--format", "json")[1])["register_number"] == "KT-2023-0003"
    assert "10/QĐ-UBND (KT-2023-0003)" in thidua(three, "find", "KT-2023-0003")[1]
    exported = thidua(three, "export", "awards", "--format", "csv")[1]
    assert "KT-2023-0002" in exported


def test_later_decisions_go_on_and_none_is_given_again(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {**decision(1), **decision(2)})
    thidua(root, "number")
    committed(root, {})
    first = (root / BOOK).read_text("utf-8")
    (root / "records/awards/2023/2-qd-ubnd.yaml").unlink()  # the decision that has the last number
    committed(root, decision(3, "2023-01-01"))
    assert thidua(root, "number")[0] == 0
    assert (root / BOOK).read_text("utf-8") == first + "  - {number: KT-2023-0003, decision: 2023/3-qd-ubnd}\n"
    found = json.loads(thidua(root, "validate", "--format", "json")[1])["diagnostics"]
    assert [one["code"] for one in found] == ["TD933"]
    void = (root / BOOK).read_text("utf-8").replace("2023/2-qd-ubnd}", "2023/2-qd-ubnd, void: nhập trùng}")
    committed(root, {BOOK: void})
    assert json.loads(thidua(root, "validate", "--format", "json")[1])["diagnostics"] == []


def test_a_row_taken_out_of_the_book_leaves_its_number_taken(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {**decision(1), **decision(2)})
    thidua(root, "number")
    committed(root, {})
    book = (root / BOOK).read_text("utf-8")
    (root / BOOK).write_text("".join(book.splitlines(keepends=True)[:2]), "utf-8")
    assert thidua(root, "number")[0] == 0
    assert "{number: KT-2023-0003, decision: 2023/2-qd-ubnd}" in (root / BOOK).read_text("utf-8")


def test_a_number_that_nobody_could_have_been_given_begins_no_count(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {**decision(1), **decision(2)})
    odd = f"numbers:\n  - {{number: KT-2023-{'9' * 5000}, decision: 2023/1-qd-ubnd}}\n"
    committed(root, {BOOK: odd})
    assert thidua(root, "number")[0] == 0
    assert (root / BOOK).read_text("utf-8") == odd + "  - {number: KT-2023-0001, decision: 2023/2-qd-ubnd}\n"


def test_a_decision_without_a_date_waits(tmp_path: Path) -> None:
    undated = {path: text.replace("  date: 2023-03-06\n", "") for path, text in decision(5).items()}
    status, out, _ = thidua(repository(tmp_path / "kho", {**decision(1), **undated}), "number")
    assert status == 0
    assert "1 quyết định chưa rõ số hoặc ngày" in out
    assert "awards/2023/5-qd-ubnd" in out


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", decision(1))
    assert "sẽ cấp 1 số" in thidua(root, "number", "--dry-run")[1]
    assert not (root / BOOK).exists()


def test_one_year_alone(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {**decision(1), **decision(2, "2022-05-05")})
    assert "đã cấp 1 số" in thidua(root, "number", "--year", "2023")[1]
    assert not (root / "records/numbers/2022.yaml").exists()


def test_only_the_main_branch_as_others_have_it_gives_numbers(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", decision(1))
    git(root, "checkout", "--quiet", "-b", "nhanh-hai")
    assert "chỉ cấp trên nhánh chính `main`" in refused(root)
    committed(root, decision(2))
    git(root, "checkout", "--quiet", "--detach")
    assert "chỉ cấp trên nhánh chính `main`" in refused(root)
    git(root, "checkout", "--quiet", "--detach", "main")
    assert thidua(root, "number", "--dry-run")[0] == 0  # as a server checks it out
    git(root, "checkout", "--quiet", "main")
    (root / "records/awards/2023/9-qd-ubnd.yaml").write_text(next(iter(decision(9).values())), "utf-8")
    assert "`records/awards/2023/9-qd-ubnd.yaml` chưa commit" in refused(root)


def test_a_branch_whose_name_breaks_the_line_is_no_matter(tmp_path: Path) -> None:
    root = repository(tmp_path / "a", decision(1))
    git(root, "branch", "hai\u2028dòng")
    assert thidua(root, "number")[0] == 0


def test_a_branch_that_is_behind_its_remote_gives_no_numbers(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", decision(1))
    git(tmp_path, "clone", "--quiet", str(root), "ban-sao")
    committed(root, decision(2))
    copy = tmp_path / "ban-sao"
    assert thidua(copy, "number", "--dry-run")[0] == 0
    git(copy, "fetch", "--quiet")
    assert "chạy `git pull`" in refused(copy)


def test_a_decision_that_cannot_be_read_stops_the_numbering(tmp_path: Path) -> None:
    root = repository(tmp_path / "kho", {**decision(1), "records/awards/2023/7-qd-ubnd.yaml": "decision: [\n"})
    status, _, error = thidua(root, "number")
    assert status == 1
    assert "không đọc được nên thứ tự chưa chắc" in error


def refused(root: Path) -> str:
    status, _, error = thidua(root, "number")
    assert status == 2
    assert not (root / BOOK).exists()
    return error


@pytest.mark.parametrize("left", ["", "numbers:\n- {number: KT-2023-0001, decision: 2023/1-qd-ubnd}\n"])
def test_a_number_that_any_commit_had_is_not_given_again(tmp_path: Path, left: str) -> None:
    root = repository(tmp_path / "kho", {**decision(1), **decision(2)})
    assert thidua(root, "number")[0] == 0
    committed(root, {})
    for number in (1, 2):
        (root / f"records/awards/2023/{number}-qd-ubnd.yaml").unlink()
    (root / BOOK).unlink()
    committed(root, decision(1) | ({BOOK: left} if left else {}))
    committed(root, decision(3))
    assert thidua(root, "number")[0] == 0
    numbers = [line.split()[2].rstrip(",") for line in (root / BOOK).read_text("utf-8").splitlines()[1:]]
    assert numbers == (["KT-2023-0001", "KT-2023-0003"] if left else ["KT-2023-0003", "KT-2023-0004"])


def test_a_repository_that_git_does_not_open_gives_no_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "kho/ban-ghi"
    repository(tmp_path / "kho", {f"ban-ghi/{path}": text for path, text in (CITY | decision(1)).items()})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    status, _, error = thidua(root, "number")
    assert (status, (root / BOOK).exists()) == (2, False)
    assert "dubious ownership" in error
