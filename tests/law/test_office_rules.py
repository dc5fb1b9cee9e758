"""An office's own rules, from the file to findings and money. Every document, era and title here is invented."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.law.names import BK, CN
from tests.law.office import (
    BODIES,
    DECREE,
    LOCAL,
    PRAISE,
    THE_DECREE,
    THE_TITLE,
    bonus,
    decision,
    findings,
    papers,
    row,
    said,
)
from tests.reports.repository import thidua
from tests.rules.repository import write
from thidua.app.fresh import fresh
from thidua.diagnostics import Language
from thidua.law.entry import SECTIONS, catalogue_text, own_origins
from thidua.law.office import OF_OFFICES, OfficeRules, as_text, own_entries
from thidua.law.prerequisite import routes
from thidua.source.document import parse
from thidua.store.office_law import office_law
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

# the next decree


def test_a_decision_of_an_invented_era_is_judged_by_its_powers(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, DECREE: THE_DECREE, **papers(decision("xa"))})
    (error,) = [one for one in findings(root) if one.code.startswith("TD4")]
    assert (error.code, error.severity) == ("TD401", "error")
    assert f"Nghị định 1/2027/NĐ-CP Điều 5 (theo quy định của đơn vị: {DECREE})" in error.message
    (english,) = [one for one in findings(root, Language.EN) if one.code == "TD401"]
    assert f"Article 5 (by the office's own rules: {DECREE})" in english.message
    write(root, papers(decision("tinh")))
    assert [one.code for one in findings(root) if one.code.startswith("TD4")] == []


def test_without_the_file_the_same_decision_is_no_error(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, DECREE: THE_DECREE, **papers(decision("xa"))})
    assert said(root, "TD401")
    (root / DECREE).unlink()
    assert said(root, "TD401") == []
    assert said(root, "TD402")  # the last known law, which was not read for that time
    write(root, {DECREE: THE_DECREE.replace("[chu-tich-ubnd-tinh]", "[chu-tich-ubnd-tinh, chu-tich-ubnd-xa]")})
    assert [one.code for one in findings(root) if one.code.startswith("TD4")] == []


def test_its_transition_clause_governs_files_in_hand(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, DECREE: THE_DECREE, **papers(decision("xa", received="2026-12-01"))})
    assert said(root, "TD401") == []  # the old era, whose law was not read, makes no error
    assert said(root, "TD402")


def test_its_base_salary_and_multiple_are_paid_and_named(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, DECREE: THE_DECREE, **papers(decision("tinh"))})
    found = row(root)
    assert (found["salary"], found["multiple"], found["amount"]["value"]) == ("3000000", "2.5", "7500000")
    assert found["origins"] == [DECREE]
    printed = bonus(root).out
    assert f"Nghị định 1/2027/NĐ-CP Điều 6; theo quy định của đơn vị: {DECREE} (đã xác nhận)" in printed
    assert f"(Nghị định 2/2027/NĐ-CP; theo quy định của đơn vị: {DECREE})" in printed
    assert f"Điều 6; theo quy định của đơn vị: {DECREE}" in bonus(root, "--format", "csv").out


def test_the_law_of_the_program_names_no_file(tmp_path: Path) -> None:
    text = decision("tinh", day="2026-03-01", received="2026-02-01")
    root = write(tmp_path, {**BODIES, DECREE: THE_DECREE, **papers(text)})
    assert row(root)["origins"] == []
    assert "theo quy định của đơn vị" not in bonus(root).out


# a place's own titles, routes, quotas, rounding


def test_a_title_of_the_office_has_powers_and_money(tmp_path: Path) -> None:
    text = decision("xa", "nguoi-tot-viec-tot", "2026-03-01", "2026-02-01")
    title = {"records/catalogue/nguoi-tot-viec-tot.yaml": PRAISE}
    root = write(tmp_path, {**BODIES, **title, **papers(text)})
    assert said(root, "TD401") == []
    assert row(root)["reason"] == "chua-co-muc-thuong"
    write(root, {LOCAL: THE_TITLE})
    (message,) = said(root, "TD401")
    assert "Người tốt, việc tốt" in message
    assert LOCAL in message
    assert row(root)["amount"]["value"] == "470000"  # 0.2 × 2,340,000, up to 10,000
    write(root, papers(text.replace("authority: xa", "authority: tinh")))
    assert said(root, "TD401") == []


def test_its_rounding_takes_the_place_of_the_law_s(tmp_path: Path) -> None:
    rounding = (
        "rules:\n  lam-tron: {about: lam-tron, eras: [e2025], unit: 1000, mode: gan-nhat, article: Quy chế Điều 5, "
    )
    rounding += 'confidence: xac-nhan, text: {vi: "Làm tròn đến nghìn đồng.", en: "To the nearest thousand."}}\n'
    title = {"records/catalogue/nguoi-tot-viec-tot.yaml": PRAISE, LOCAL: THE_TITLE + rounding}
    root = write(
        tmp_path, {**BODIES, **title, **papers(decision("tinh", "nguoi-tot-viec-tot", "2026-03-01", "2026-02-01"))}
    )
    assert row(root)["amount"]["value"] == "468000"
    printed = bonus(root).out
    assert f"Làm tròn đến nghìn đồng. Quy chế Điều 5; theo quy định của đơn vị: {LOCAL}" in printed
    assert "hàng chục nghìn" not in printed


def test_its_route_and_quota_are_asked_beside_those_of_the_law(tmp_path: Path) -> None:
    text = (
        f"routes:\n  rieng:\n    awards: [{BK}]\n    eras: [e2025]\n    conditions:\n"
        f"      - {{check: quota_share, pct: 12.5, base: nguoi-dat-danh-hieu, awards: [{BK}]}}\n"
        "    article: Quy chế Điều 6\n    confidence: xac-nhan\n"
    )
    root = write(tmp_path, {**BODIES, LOCAL: text})
    overlay = office_law(fresh(find_workspace(root)).register)
    found = routes(BK, "e2025", CN, overlay=overlay)
    assert len(found) == len(routes(BK, "e2025", CN)) + 1
    (own,) = [one for one in found if own_origins(one.origin)]
    assert (own.id, own.origin, own.article) == ("rieng", LOCAL, "Quy chế Điều 6")
    assert str(getattr(own.conditions[0], "pct", None)) == "12.5"


def test_its_kind_of_body_is_told_of_organisations_read_before_and_after(tmp_path: Path) -> None:
    kind = "kinds:\n  giam-doc-vung:\n    name: Giám đốc vùng\n    english: Director of a region\n    ids: [tinh, xa]\n"
    text = kind + "    article: Quy chế Điều 1\n    confidence: xac-nhan\n"
    root = write(tmp_path, {path: body for path, body in BODIES.items() if "tinh" in path})
    fresh(find_workspace(root))
    write(root, {LOCAL: text})
    fresh(find_workspace(root))
    write(root, BODIES)
    kinds = "SELECT id, kind FROM authority_kind ORDER BY id"
    assert fresh(find_workspace(root)).register.ask(kinds) == [("tinh", "giam-doc-vung"), ("xa", "giam-doc-vung")]
    (root / LOCAL).unlink()
    assert fresh(find_workspace(root)).register.ask(kinds) == [
        ("tinh", "chu-tich-ubnd-tinh"),
        ("xa", "chu-tich-ubnd-xa"),
    ]


def test_what_is_known_better_is_told_with_its_file(tmp_path: Path) -> None:
    """A packaged entry known from one source (Decree 129/2025) makes a note; an office that is sure has none."""
    text = decision("xa", "chien-si-thi-dua-co-so", "2026-03-01", "2026-02-01")
    root = write(tmp_path, {**BODIES, **papers(text)})
    assert said(root, "TD402")
    by_province = THE_TITLE.partition("multiples")[0].replace("nguoi-tot-viec-tot", "chien-si-thi-dua-co-so")
    write(root, {LOCAL: by_province.replace("chu-tich-ubnd-tinh", "chu-tich-ubnd-xa")})
    assert said(root, "TD402") == []
    assert said(root, "TD401") == []


def test_nothing_is_asked_twice(tmp_path: Path) -> None:
    register = fresh(find_workspace(write(tmp_path, {**BODIES, LOCAL: THE_TITLE}))).register
    assert office_law(register) is office_law(register)
    assert set(office_law(register)) == {LOCAL}


# a record like others


def test_all_of_the_law_can_stand_in_an_office_s_file() -> None:
    """What an office may write is what the program's own data says, and it is given on as it was written."""
    trees = {
        section: parse(catalogue_text(file)).tree[section]
        for section, file in SECTIONS.items()
        if section in OF_OFFICES
    }
    made = OfficeRules.model_validate(trees)
    for section, id_, entry in own_entries(made):
        again = type(entry).model_validate(as_text(entry))
        assert again.model_dump() == entry.model_dump(), (section, id_)
    assert sum(1 for _ in own_entries(made)) == sum(len(section) for section in trees.values())


def test_commands_take_it_as_any_record(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, LOCAL: THE_TITLE, "records/catalogue/nguoi-tot-viec-tot.yaml": PRAISE})
    shown = thidua(root, "show", "catalogue/rules/quy-che").out
    assert "Quy định riêng: quy-che" in shown
    assert "Mức: 0,2" in shown
    assert "catalogue/rules/quy-che" in thidua(root, "find", "quy", "che").out
    changed = thidua(root, "set", LOCAL, "multiples.nguoi-tot.multiple", "0,3")
    assert (changed.status, "multiple: 0.3" in (root / LOCAL).read_text("utf-8")) == (0, True)
    assert thidua(root, "set", LOCAL, "multiples.nguoi-tot.id", "b").status != 0
    assert thidua(root, "fmt").status == 0
    assert thidua(root, "fmt", "--check").status == 0
    assert thidua(root, "validate").status == 0


def test_without_such_a_file_neither_routes_nor_their_conditions_are_loaded(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, **papers(decision("tinh"))})
    program = (
        "import sys\nfrom thidua.cli.main import run\n"
        f"run(['validate', '--root', {str(root)!r}])\n"
        "sys.exit(any(name in sys.modules for name in ('thidua.law.condition', 'thidua.law.office')))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
