"""A waiver lets one finding stand, for a time, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.findings.records import decision
from thidua.rules import MODULES, NEVER_WAIVED

if TYPE_CHECKING:
    from tests.look_up.office import Office

UNIT = "records/organisations/phong-vi-du.yaml"
OTHER = "records/organisations/phong-khac.yaml"
WAIVER = "records/waivers/phong-vi-du.yaml"
DANGLING = "name: Phòng Ví dụ\nparent: khong-co\nsource: {document: Ví dụ}\n"
GOOD = "name: Phòng Ví dụ\nsource: {document: Ví dụ}\n"


def waiver(code: str = "TD902", path: str = UNIT, until: str = "2026-12-31", field: str = "") -> str:
    narrowed = f"field: {field}\n" if field else ""
    return (
        f"code: {code}\npath: {path}\n{narrowed}reason: Chờ sở gửi mã đơn vị\n"
        f"by: {{name: Trần Văn Mẫu, position: Chánh Văn phòng}}\nuntil: {until}\n"
    )


@pytest.fixture
def wrong(office: Office) -> Office:
    office.write({UNIT: DANGLING})
    return office


def found(office: Office) -> list[tuple[str, str, bool]]:
    diagnostics: list[dict[str, Any]] = office("validate", "--format", "json").json["diagnostics"]
    return [(one["code"], one["primary"]["path"], one["waived"]) for one in diagnostics]


def test_a_waived_error_is_no_error_and_is_counted(wrong: Office) -> None:
    assert wrong("validate").status == 1
    wrong.write({WAIVER: waiver()})
    answer = wrong("validate")
    assert answer.status == 0
    assert answer.out == "2 tệp: không có gì cần sửa; 1 phát hiện được miễn\n"
    assert found(wrong) == [("TD902", UNIT, True)]
    assert wrong("validate", "--lang", "en").out == "2 files: nothing to mend; 1 waived\n"


def test_who_waived_it_and_why_is_shown_when_asked_for(wrong: Office) -> None:
    wrong.write({WAIVER: waiver()})
    told = wrong("validate", "--all").out
    assert told.startswith("lỗi[TD902] (được miễn): ")
    assert f"  = miễn: Chờ sở gửi mã đơn vị (Trần Văn Mẫu, Chánh Văn phòng; đến hết 31/12/2026) - {WAIVER}\n" in told
    assert "(waived)" in wrong("validate", "--all", "--lang", "en").out
    one = wrong("validate", "--format", "json").json["diagnostics"][0]
    assert one["waiver"] == {"path": WAIVER, "reason": "Chờ sở gửi mã đơn vị", "until": "2026-12-31"}


def test_another_rule_or_another_file_is_not_waived(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(), OTHER: DANGLING})
    assert found(wrong) == [("TD902", OTHER, False), ("TD902", UNIT, True)]
    wrong.write({WAIVER: waiver("TD013")})
    assert [one for one in found(wrong) if one[0] == "TD902"] == [("TD902", OTHER, False), ("TD902", UNIT, False)]


def test_a_field_narrows_it_to_that_field_and_those_below(office: Office) -> None:
    path = "records/awards/2023/1-qd-ubnd.yaml"
    rows = "".join(f"      - {{name: Người {name}, unit: {name}}}\n" for name in ("khong-co-a", "khong-co-b"))
    text = "decision: {number: 1/QĐ-UBND, date: 2023-03-06}\nawards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
    office.write({path: text + rows})

    def waived(field: str) -> list[bool]:
        office.write({WAIVER: waiver("TD902", path, field=field)})
        return [one[2] for one in found(office) if one[0] == "TD902"]

    assert waived("awards[0].recipients[1].unit") == [False, True]
    assert waived("awards[0].recipients[1]") == [False, True]
    assert waived("awards[0]") == [True, True]
    assert waived("awards[0].recipients[1].un") == [False, False]
    assert ("TD922", WAIVER, False) in found(office)


def test_a_finding_across_records_is_waived_from_either_side(office: Office) -> None:
    first, second = "records/awards/2023/1.yaml", "records/awards/2023/2.yaml"
    office.write({path: decision("1/QĐ-UBND").replace(", authority: vi-du", "") for path in (first, second)})
    for path in (first, second):
        office.write({WAIVER: waiver("TD302", path)})
        assert found(office) == [("TD302", second, True)]


@pytest.mark.parametrize("code", [code for code in NEVER_WAIVED if code < "TD1"])
def test_what_keeps_a_file_from_being_read_is_never_waived(code: str, office: Office) -> None:
    bad = {
        "TD001": {UNIT: "name: a\x07b\n"},
        "TD002": {UNIT: "name: [\n"},
        "TD003": {UNIT: "name: a\nname: b\n"},
        "TD005": {UNIT: "name: a\nnhan: b\n"},
        "TD006": {UNIT: "kind: don-vi-hanh-chinh\n"},
        "TD007": {UNIT: "name: a\nfrom: hom-qua\n"},
        "TD008": {"records/organisations/Phòng.yaml": GOOD},
        "TD009": {"records/organisations/phong-vi-du.yml": GOOD},
        "TD018": {".gitignore": "phong-*.yaml\n", UNIT: GOOD},
    }[code]
    target = next(name for name in bad if name.startswith("records/"))
    office.write({**bad, WAIVER: waiver(code, target), OTHER: GOOD})
    if code == "TD018":
        office.write({"records/waivers/a.yaml": waiver(code, target)})
    marked = found(office)
    assert (code, target, False) in marked
    assert any(one[0] == "TD920" for one in marked)
    assert office("validate").status == 1


def test_waivers_are_not_waived(office: Office) -> None:
    useless = "records/waivers/a.yaml"
    office.write({UNIT: GOOD, useless: waiver(), "records/waivers/b.yaml": waiver("TD922", useless)})
    marked = found(office)
    assert ("TD922", useless, False) in marked
    assert [one for one in marked if one[1].endswith("b.yaml")] == [("TD920", "records/waivers/b.yaml", False)] * 2


def test_findings_in_a_waiver_are_not_waived(office: Office) -> None:
    noted = waiver("TD902") + "doubt: chưa rõ\n"
    office.write({UNIT: DANGLING, WAIVER: noted, "records/waivers/b.yaml": waiver("TD014", WAIVER)})
    assert ("TD014", WAIVER, False) in found(office)
    assert ("TD920", "records/waivers/b.yaml", False) in found(office)


def test_an_expired_waiver_lets_nothing_pass_and_is_found(wrong: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong.write({WAIVER: waiver(until="2026-11-22")})
    assert found(wrong) == [("TD902", UNIT, True)]
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-23")
    assert found(wrong) == [("TD902", UNIT, False), ("TD921", WAIVER, False)]
    assert wrong("validate").status == 1


def test_a_waiver_for_what_was_mended_is_useless(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(), UNIT: GOOD})
    assert found(wrong) == [("TD922", WAIVER, False)]
    assert wrong("validate").status == 0


def test_a_waiver_for_a_file_that_cannot_be_read_is_not_called_useless(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(), UNIT: "name: [\n"})
    assert [one[0] for one in found(wrong)] == ["TD002"]


def test_a_waiver_for_something_that_only_today_shows_is_of_use(office: Office) -> None:
    path = "records/awards/2023/1.yaml"
    office.write({path: decision("1/QĐ-UBND").replace("2023-03-06", "2093-03-06").replace(", authority: vi-du", "")})
    office.write({WAIVER: waiver("TD905", path)})
    assert ("TD905", path, True) in found(office)
    assert "TD922" not in {one[0] for one in found(office)}


def test_the_day_of_a_waiver_may_lie_ahead(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(until="2093-01-01")})
    assert found(wrong) == [("TD902", UNIT, True)]


def test_a_waiver_that_is_no_record_waives_nothing(wrong: Office) -> None:
    wrong.write({WAIVER: waiver().replace("until:", "den_ngay:")})
    assert ("TD902", UNIT, False) in found(wrong)
    assert {one[0] for one in found(wrong)} == {"TD902", "TD005", "TD006"}


def test_when_the_file_comes_and_goes_the_waiver_is_asked_again(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(path=OTHER)})
    assert ("TD920", WAIVER, False) in found(wrong)
    wrong.write({OTHER: DANGLING})
    assert ("TD920", WAIVER, False) not in found(wrong)
    (wrong.root / OTHER).unlink()
    assert ("TD920", WAIVER, False) in found(wrong)


def test_every_rule_that_may_never_be_waived_exists() -> None:
    assert set(NEVER_WAIVED) <= {module[:5].upper() for module in MODULES}


def test_only_the_files_asked_for_are_counted(wrong: Office) -> None:
    wrong.write({WAIVER: waiver(), OTHER: GOOD})
    answer = wrong("validate", str(wrong.root / OTHER))
    assert answer.out == "1 trong 3 tệp: không có gì cần sửa\n"
