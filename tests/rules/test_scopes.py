"""What examples do not show: what rules leave alone, and how a tally meets its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import checked, write
from thidua.app.fresh import fresh
from thidua.rules import register_rules
from thidua.rules.base import questions
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {
    "records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n",
    "records/organisations/ubnd-vi-du.yaml": "name: UBND Ví dụ\nparent: vi-du\n",
    "records/organisations/phong-vi-du.yaml": "name: Phòng Ví dụ\nparent: ubnd-vi-du\n",
    "records/organisations/ubnd-tinh.yaml": "name: UBND tỉnh Ví dụ\n",
}
TALLY = "records/years/2023/vi-du.yaml"


def decision(
    number: int, date: str, people: int, more: str = "", authority: str = "ubnd-vi-du", unit: str = "phong-vi-du"
) -> str:
    rows = "".join(f"      - {{name: Nguyễn Văn {chr(65 + n)}, unit: {unit}}}\n" for n in range(people))
    head = f"decision: {{number: {number}/QĐ-UBND, date: {date}, authority: {authority}}}\n{more}"
    return f"{head}awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n{rows}"


def codes(root: Path, tally: str, *decisions: str) -> set[str]:
    files = {f"records/awards/2023/{place}.yaml": text for place, text in enumerate(decisions)}
    year = f"tallies:\n  - {tally}\nsource: {{document: Ví dụ}}\n"
    write(root, {**PLACES, **files, TALLY: year})
    return {one.code for one in checked(root)} & {"TD307", "TD308"}


MARCH = decision(1, "2023-03-06", 2)
OCTOBER = decision(2, "2023-10-06", 2)

CASES: dict[str, tuple[str, tuple[str, ...], set[str]]] = {
    "as many": ("{period: 2023, authority: ubnd-vi-du, counted: {individuals: 4}}", (MARCH, OCTOBER), set()),
    "more": ("{period: 2023, authority: ubnd-vi-du, counted: {individuals: 3}}", (MARCH, OCTOBER), {"TD307"}),
    "fewer": ("{period: 2023, authority: ubnd-vi-du, counted: {individuals: 5}}", (MARCH, OCTOBER), {"TD308"}),
    "nine months": (
        "{period: 9-thang-dau-2023, authority: ubnd-vi-du, counted: {individuals: 2}}",
        (MARCH, OCTOBER),
        set(),
    ),
    "over": (
        "{period: 2023, authority: ubnd-vi-du, counted: {qualifier: tren, individuals: 3}}",
        (MARCH, OCTOBER),
        set(),
    ),
    "nearly": (
        "{period: 2023, authority: ubnd-vi-du, counted: {qualifier: gan, individuals: 3}}",
        (MARCH, OCTOBER),
        {"TD307"},
    ),
    "doubted": (
        "{period: 2023, authority: ubnd-vi-du, doubt: in vậy, counted: {individuals: 3}}",
        (MARCH, OCTOBER),
        set(),
    ),
    "of another year": (
        "{period: 2023, authority: ubnd-vi-du, counted: {individuals: 2}}",
        (MARCH, decision(3, "2023-02-06", 2, "period: 2022\n")),
        set(),
    ),
    "of a method": (
        "{period: 2023, authority: ubnd-vi-du, method: dot-xuat, counted: {individuals: 2}}",
        (decision(1, "2023-03-06", 2, "method: dot-xuat\n"), decision(2, "2023-10-06", 2, "method: cong-trang\n")),
        set(),
    ),
    "of whom it is unsaid": ("{period: 2023, counted: {individuals: 4}}", (MARCH, OCTOBER), set()),
    "by those above": (
        "{period: 2023, counted: {individuals: 4}}",
        (MARCH, decision(2, "2023-10-06", 2, authority="ubnd-tinh")),
        set(),
    ),
    "by others to others": (
        "{period: 2023, counted: {individuals: 2}}",
        (MARCH, decision(2, "2023-10-06", 2, authority="ubnd-tinh", unit="Phòng khác")),
        set(),
    ),
    "of a lower body": (
        "{period: 2023, authority: ubnd-vi-du, counted: {individuals: 2}}",
        (MARCH, decision(2, "2023-10-06", 2, authority="phong-vi-du")),
        set(),
    ),
    "by a name": ("{period: 2023, authority: Tỉnh đoàn, counted: {individuals: 2}}", (MARCH,), set()),
    "of an occasion": ("{occasion: Kỷ niệm, counted: {individuals: 1}}", (MARCH,), set()),
}


@pytest.mark.parametrize("case", CASES)
def test_a_tally_meets_the_rows_of_its_scope(case: str, tmp_path: Path) -> None:
    tally, decisions, expected = CASES[case]
    assert codes(tmp_path, tally, *decisions) == expected


def test_revoked_rows_are_not_in_a_tally(tmp_path: Path) -> None:
    tally = "{period: 2023, authority: ubnd-vi-du, counted: {individuals: 1}}"
    assert codes(tmp_path, tally, MARCH) == {"TD307"}
    revoked = "decision: 2023/0\nnumber: 9/QĐ-UBND\ndate: 2023-12-01\nrows: [{name: Nguyễn Văn A}]\n"
    write(tmp_path, {"records/revocations/1.yaml": revoked})
    assert "TD307" not in {one.code for one in checked(tmp_path)}


ALONE: dict[str, tuple[str, str, str, bool]] = {
    # code, path, text, whether it is found
    "one number of targets": ("TD103", TALLY, "targets: [{total: 15, met_or_exceeded: 14}]", False),
    "one number above": ("TD103", TALLY, "targets: [{total: 15, met_or_exceeded: 16}]", True),
    "not told apart, and missed": ("TD103", TALLY, "targets: [{total: 15, met_or_exceeded: 13, missed: 1}]", True),
    "no total": ("TD103", TALLY, "targets: [{exceeded: 5, met: 12}]", False),
    "two ways that differ": ("TD103", TALLY, "targets: [{exceeded: 5, met: 12, met_or_exceeded: 16}]", True),
    "parts of a rough number": (
        "TD309",
        TALLY,
        "tallies: [{counted: {qualifier: hon, individuals: 5, women: 6}}]",
        False,
    ),
    "a rough part": (
        "TD309",
        TALLY,
        "tallies: [{counted: {individuals: 5}, of_which: [{counted: {qualifier: gan, individuals: 6}}]}]",
        False,
    ),
    "parts that overlap": (
        "TD309",
        TALLY,
        "tallies: [{counted: {individuals: 5}, of_which: [{counted: {individuals: 4}}, {counted: {individuals: 4}}]}]",
        False,
    ),
    "women and men fewer": ("TD309", TALLY, "tallies: [{counted: {individuals: 5, women: 2, men: 2}}]", True),
    "thousandths": ("TD015", TALLY, "figures: [{name: x, value: 0.405}]", False),
    "long thousands": ("TD015", TALLY, "figures: [{name: x, value: 2405.125}]", False),
    "unit without a life": ("TD013", "records/organisations/a.yaml", "name: A", False),
    "a decision": ("TD013", "records/awards/2023/a.yaml", "decision: {number: 1, date: 2023-01-01}\nawards: []", False),
    "awards without a date": ("TD013", "records/awards/2023/a.yaml", "decision: {number: 1}\nawards: []", True),
    "parts with sources": ("TD013", TALLY, "figures: [{name: x, value: 1, source: {document: A}}]", False),
    "a last day ahead": ("TD905", "records/organisations/a.yaml", "name: A\nto: 2093-01-01", False),
    "a first day ahead": ("TD905", "records/organisations/a.yaml", "name: A\nfrom: 2093-01-01", True),
}


@pytest.mark.parametrize("case", ALONE)
def test_a_record_alone(case: str, tmp_path: Path) -> None:
    code, path, text, is_found = ALONE[case]
    write(tmp_path, {path: text + "\n"})
    assert (code in {one.code for one in checked(tmp_path)}) is is_found


CORRECTED = {
    **PLACES,
    "records/awards/2023/5.yaml": decision(5, "2023-03-06", 1),
    "records/corrections/5.yaml": (
        "decision: 2023/5\nnumber: 9/ĐC-UBND\ndate: 2023-04-01\nrows:\n  - {field: decision.date, value: 2093-03-06}\n"
    ),
}


def test_a_day_to_come_is_told_where_it_stands(tmp_path: Path) -> None:
    """A decision's own day, and the right day on a paper: there, and not in the decision, which says another."""
    write(tmp_path, {**CORRECTED, "records/awards/2023/6.yaml": decision(6, "2093-03-06", 1)})
    found = {(one.primary.path, str(one.primary.field)) for one in checked(tmp_path) if one.code == "TD905"}
    assert found == {
        ("records/awards/2023/6.yaml", "decision.date"),
        ("records/corrections/5.yaml", "rows[0].value"),
    }


NAME = "name: Phong trào Ví dụ\nsource: {document: Ví dụ}\n"
ALIKE = {
    "capitals": ("campaigns/Phong-Trao.yaml", "campaigns/phong-trao.yaml"),
    "only capitals": ("campaigns/PHONG.yaml", "campaigns/Phong.yaml"),
    "composition": ("campaigns/phong-tra\u0300o.yaml", "campaigns/phong-tr\u00e0o.yaml"),
    "letters that are two in capitals": ("campaigns/strasse.yaml", "campaigns/straße.yaml"),
    "a folder of rules": ("catalogue/Rules/a.yaml", "catalogue/rules/a.yaml"),
}


@pytest.mark.parametrize("pair", ALIKE)
def test_two_files_have_one_id_however_it_is_written(pair: str, tmp_path: Path) -> None:
    first, later = sorted(f"records/{one}" for one in ALIKE[pair])
    award = "name: A\ngroup: hinh-thuc\nkind: giay_khen\nlevel: xa\nrecipients: [tap-the]\n"
    texts = {
        path: NAME if "campaigns" in path else award if "Rules" in path else "powers: {}\n" for path in (first, later)
    }
    write(tmp_path, {**texts, "records/campaigns/khac.yaml": NAME})
    assert [one.primary.path for one in checked(tmp_path) if one.code == "TD901"] == [later]


def test_what_is_no_record_has_no_id_that_another_could_have(tmp_path: Path) -> None:
    """Else each of a thousand pictures would have all others asked about."""
    write(tmp_path, {**PLACES, **{f"records/{name}": "x" for name in ("a.pdf", "b.pdf", "campaigns/c.jpg")}})
    register = fresh(find_workspace(tmp_path)).register
    (touched,) = [asked.check.touched for asked in questions(register_rules()) if asked.code == "TD901"]
    with register.trial():
        register.do("INSERT OR IGNORE INTO touched_file SELECT id FROM file")
        keys = register.ask(f"SELECT path FROM file WHERE id IN (SELECT key FROM ({touched}))")
        assert sorted(path for (path,) in keys) == sorted(PLACES)
