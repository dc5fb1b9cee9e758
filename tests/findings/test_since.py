"""`validate --since` ends by what a change brings, and prints it where the change was made."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.findings.records import decision
from tests.rules.repository import write
from tests.rules.test_incremental import pool
from thidua.app.check import check
from thidua.app.since import brought
from thidua.diagnostics import Finding, Language, Place
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.look_up.office import Office

UNIT = "records/organisations/phong-vi-du.yaml"
OTHER = "records/organisations/phong-khac.yaml"
FIRST = "records/awards/2023/1-qd-ubnd.yaml"
SECOND = "records/awards/2023/2-qd-ubnd.yaml"
SOURCE = "source: {document: Ví dụ}\n"
DANGLING = f"name: Phòng Ví dụ\nparent: khong-co\n{SOURCE}"
WAIVER = f"code: TD902\npath: {UNIT}\nreason: Chờ mã\nby: {{name: Trần Văn Mẫu}}\nuntil: 2026-12-31\n"


WAIVERS: dict[str, list[str | bytes]] = {
    f"records/waivers/{code.lower()}-{place}.yaml": [
        WAIVER.replace("TD902", code).replace(UNIT, path).replace("2026-12-31", until)
        for until in ("2026-11-30", "2026-11-01")
    ]
    for place, (code, path) in enumerate(
        (
            ("TD902", "records/years/2023/mong-cai.yaml"),
            ("TD302", "records/awards/2023/50-qd-ubnd-vi-du.yaml"),
            ("TD202", "records/bloc-years/2023/khoi-vi-du-2.yaml"),
            ("TD013", "records/years/2024/vi-du.yaml"),
        )
    )
}
"""Waivers for what the examples of rules hold."""


def saved(office: Office, files: dict[str, str] | None = None) -> None:
    office.write(files or {})
    office.git("add", "--all")
    office.git("commit", "--quiet", "--allow-empty", "-m", "x")


def marks(office: Office, *arguments: str) -> list[tuple[str, str, bool]]:
    diagnostics: list[dict[str, Any]] = office("validate", "--since", "HEAD", "--format", "json", *arguments).json[
        "diagnostics"
    ]
    return [(one["code"], one["primary"]["path"], one["new"]) for one in diagnostics]


@pytest.fixture
def wrong(office: Office) -> Office:
    saved(office, {UNIT: DANGLING})
    return office


def test_errors_of_before_do_not_fail(wrong: Office) -> None:
    assert wrong("validate").status == 1
    answer = wrong("validate", "--since", "HEAD")
    assert (answer.status, answer.out) == (0, "1 tệp: không có phát hiện mới; 1 phát hiện có từ trước\n")
    assert "lỗi[TD902] (có từ trước): " in wrong("validate", "--since", "HEAD", "--all").out


def test_errors_that_the_change_brings_fail(wrong: Office) -> None:
    wrong.write({OTHER: DANGLING})
    answer = wrong("validate", "--since", "HEAD")
    assert answer.status == 1
    assert OTHER in answer.out
    assert UNIT not in answer.out
    assert answer.out.endswith("\n2 tệp: 1 lỗi; 1 phát hiện có từ trước\n")
    assert marks(wrong) == [("TD902", OTHER, True), ("TD902", UNIT, False)]


def test_a_finding_that_moved_to_another_line_is_old(wrong: Office) -> None:
    wrong.write({UNIT: f"# dòng mới\n{SOURCE}parent: khong-co\nname: Phòng Ví dụ\n"})
    assert marks(wrong) == [("TD902", UNIT, False)]


def test_one_more_of_the_same_is_one_new(office: Office) -> None:
    row = "      - {name: Người Ví Dụ, unit: khong-co}\n"
    text = "decision: {number: 1/QĐ-UBND, date: 2023-03-06}\nawards:\n"
    group = "  - award: giay-khen-cap-huyen\n    recipients:\n"
    saved(office, {FIRST: text + group + row})
    other = "  - award: lao-dong-tien-tien\n    recipients:\n" + row.replace("Người", "Kẻ")
    office.write({FIRST: text + group + row + other.replace("khong-co", "khong-co-2")})
    assert [new for code, _, new in marks(office) if code == "TD902"] == [False, True]


def test_renaming_a_file_brings_nothing(wrong: Office) -> None:
    (wrong.root / UNIT).rename(wrong.root / OTHER)
    assert marks(wrong) == [("TD902", OTHER, False)]
    wrong.write({OTHER: DANGLING + "aliases: [Phòng Mới]\n"})
    assert marks(wrong) == [("TD902", OTHER, False)]


def test_another_file_in_the_place_of_one_that_is_gone_is_new(wrong: Office) -> None:
    (wrong.root / UNIT).unlink()
    wrong.write({OTHER: "name: Sở Khác Hẳn\nkind: co-quan\nlevel: bo-tinh\nparent: khong-co\n"})
    assert ("TD902", OTHER, True) in marks(wrong)


def test_renaming_what_others_name_brings_only_what_it_breaks(office: Office) -> None:
    parent = "records/organisations/cha.yaml"
    saved(office, {parent: f"name: Cơ quan Cha\n{SOURCE}", UNIT: f"name: Phòng Ví dụ\nparent: cha\n{SOURCE}"})
    (office.root / parent).rename(office.root / "records/organisations/me.yaml")
    assert marks(office) == [("TD902", UNIT, True)]
    assert office("validate", "--since", "HEAD").status == 1


def test_a_finding_across_records_stands_in_the_file_that_changed(office: Office) -> None:
    numbered = decision("1/QĐ-UBND").replace(", authority: vi-du", "")
    saved(office, {FIRST: numbered.replace("1/QĐ", "9/QĐ"), SECOND: numbered})
    office.write({FIRST: numbered})
    assert [one for one in marks(office) if one[0] == "TD302"] == [("TD302", FIRST, True)]
    for output in ("terminal", "github", "gitlab", "sarif", "junit"):
        told = office("validate", "--since", "HEAD", "--format", output).out
        assert f"(nói về {SECOND}:1:20)" in told
    one = office("validate", "--since", "HEAD", "--format", "json").json["diagnostics"][0]
    assert one["related"][0]["path"] == SECOND
    english = office("validate", "--since", "HEAD", "--lang", "en").out
    assert f"(about {SECOND}:1:20)" in english


def test_its_fingerprint_is_the_same_as_without_asking_what_changed(office: Office) -> None:
    numbered = decision("1/QĐ-UBND").replace(", authority: vi-du", "")
    saved(office, {FIRST: numbered.replace("1/QĐ", "9/QĐ"), SECOND: numbered})
    office.write({FIRST: numbered})

    def prints(*arguments: str) -> set[str]:
        diagnostics = office("validate", "--format", "json", *arguments).json["diagnostics"]
        return {one["fingerprint"] for one in diagnostics}

    assert prints() == prints("--since", "HEAD")


def test_taking_a_waiver_away_brings_the_finding_back(office: Office) -> None:
    saved(office, {UNIT: DANGLING, "records/waivers/a.yaml": WAIVER})
    assert office("validate", "--since", "HEAD").status == 0
    (office.root / "records/waivers/a.yaml").unlink()
    assert marks(office) == [("TD902", UNIT, True)]
    assert office("validate", "--since", "HEAD").status == 1


def test_a_waiver_that_runs_out_is_nobodys_change(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(office, {UNIT: DANGLING, "records/waivers/a.yaml": WAIVER})
    monkeypatch.setenv("THIDUA_TODAY", "2027-01-01")
    assert marks(office) == [("TD902", UNIT, False), ("TD921", "records/waivers/a.yaml", False)]


def test_mistakes_in_the_settings_count_as_others_do(office: Office) -> None:
    saved(office, {"thidua.yaml": "format: 1\nlanguage: fr\n", UNIT: f"name: A\n{SOURCE}"})
    assert office("validate").status == 1
    assert office("validate", "--since", "HEAD").status == 0
    saved(office, {"thidua.yaml": "format: 1\n"})
    office.write({"thidua.yaml": "format: 1\nlanguage: fr\n"})
    assert office("validate", "--since", "HEAD").status == 1


def test_formats_mark_what_is_new(wrong: Office) -> None:
    wrong.write({OTHER: DANGLING})
    results = wrong("validate", "--since", "HEAD", "--format", "sarif").json["runs"][0]["results"]
    assert [one["baselineState"] for one in results] == ["new", "unchanged"]
    assert wrong("validate", "--since", "HEAD", "--format", "junit").out.count("<failure ") == 1
    assert wrong("validate", "--since", "HEAD", "--format", "github").out.count("::error ") == 1
    assert len(wrong("validate", "--since", "HEAD", "--format", "gitlab").json) == 2


def test_the_register_is_as_it_was_afterwards(wrong: Office) -> None:
    wrong.write({OTHER: DANGLING})
    before = wrong("validate", "--format", "json").out
    assert wrong("validate", "--since", "HEAD").status == 1
    assert wrong("validate", "--format", "json").out == before


@pytest.mark.parametrize("revision", ["khong-co", "-x", "--output=x", "HEAD..HEAD"])
def test_a_revision_that_is_none_is_told_in_words(revision: str, wrong: Office) -> None:
    answer = wrong("validate", f"--since={revision}")
    assert (answer.status, answer.out) == (2, "")
    assert f"`{revision}`" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_before_the_first_commit_it_is_told_in_words(office: Office) -> None:
    office.write({UNIT: DANGLING})
    answer = office("validate", "--since", "HEAD")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("kho git chưa ")
    assert office("validate", "--since", "HEAD", "--lang", "en").err == "nothing was committed yet\n"


def changed(root: Path, contents: dict[str, list[str | bytes]], dice: random.Random) -> None:
    """Write some files, of which none goes: no file can be taken for another with a new name."""
    write(root, {path: dice.choice(contents[path]) for path in dice.sample(sorted(contents), 12)})


@pytest.mark.parametrize(
    ("seed", "steps"), [(0, 2), *(pytest.param(seed, 4, marks=pytest.mark.long) for seed in range(1, 5))]
)
def test_what_is_new_is_what_the_state_before_had_less_of(seed: int, steps: int, office: Office) -> None:
    dice, contents = random.Random(seed), pool()
    contents.update(WAIVERS)
    for step in range(steps):
        changed(office.root, contents, dice)
        saved(office)
        changed(office.root, contents, dice)
        then = office.root.parent / f"then-{step}"
        office.git("worktree", "add", "--quiet", "--detach", str(then), "HEAD")
        before, now = counting(then), counting(office.root, since="HEAD")
        assert {what: len(marks) for what, marks in counting(office.root).items()} == {
            what: len(marks) for what, marks in now.items()
        }
        for what, marks_of_it in now.items():
            assert marks_of_it.count(True) == max(0, len(marks_of_it) - len(before.get(what, ()))), what


def counting(root: Path, since: str = "") -> dict[str, list[bool | None]]:
    """By what is said, whether each finding that no waiver lets pass is new."""
    found: dict[str, list[bool | None]] = defaultdict(list)
    for one in check(find_workspace(root), Language.VI, date(2026, 11, 22), since=since).diagnostics:
        if one.waiver is None:
            found[one.fingerprint.partition("-")[0]].append(one.is_new)
    return found


def finding(line: int, value: str, field: str = "name") -> Finding:
    return Finding("TD902", Place("a", (field, line)), {"target": value})


def test_findings_are_matched_one_to_one() -> None:
    """Whatever the order, as many are new as there are more than before, and those in their old fields are old."""
    chance = random.Random(7)
    for _ in range(200):
        before = [finding(chance.randrange(4), chance.choice("ab")) for _ in range(chance.randrange(6))]
        after = [finding(chance.randrange(4), chance.choice("ab")) for _ in range(chance.randrange(6))]
        new = brought(after, before)
        for value in "ab":
            was = sum(one.values["target"] == value for one in before)
            now = sum(one.values["target"] == value for one in after)
            told = sum(is_new for one, is_new in zip(after, new, strict=True) if one.values["target"] == value)
            assert told == max(0, now - was)
    assert brought([finding(1, "a"), finding(2, "a")], [finding(2, "a")]) == [True, False]
