"""What a reviewer is asked, and which findings a change brings or takes away."""

from __future__ import annotations

from tests.reviewing.office import DECISION, OTHER, SOURCE, Office

NEW = "records/awards/2023/{}-qd-ubnd-vi-du.yaml"


def decision(number: str, day: str, rows: str, more: str = "") -> str:
    return (
        f"decision: {{number: {number}/QĐ-UBND, date: {day}, authority: ubnd-vi-du}}\nmethod: cong-trang\n{more}"
        f"awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n      - {rows}\n{SOURCE}"
    )


def test_a_sealed_decision(office: Office) -> None:
    office.change(DECISION, ("Trưởng phòng", "Phó phòng"))
    row = "      - {name: Lê Văn Cường, unit: phong-y}\n"
    office.change(OTHER, (row, row + "      - {name: Đỗ Thị Hà, unit: phong-y}\n"))
    assert office.asks() == ["sealed-values", "sealed-rows"]
    (office.root / OTHER).unlink()
    assert "sealed-gone" in office.asks()


def test_a_decision_without_number_or_date_is_not_sealed(office: Office) -> None:
    office.git("checkout", "--quiet", "main")
    office.change(DECISION, ("number: 5/QĐ-UBND, ", ""))
    office.commit()
    office.git("checkout", "--quiet", "-B", "nhanh-moi")
    office.change(DECISION, ("{date:", "{number: 5/QĐ-UBND, date:"))
    assert office.asks() == []


def test_a_number_out_of_order(office: Office) -> None:
    office.write({NEW.format(8): decision("8", "2023-07-01", "{name: Đỗ Văn Em, unit: phong-x}")})
    asked = office.json()["questions"]
    assert [one["ask"] for one in asked] == ["number-order"]
    assert asked[0]["values"] == {
        "number": "8/QĐ-UBND", "date": "2023-07-01", "other": "9/QĐ-UBND", "other_date": "2023-06-01",
    }  # fmt: skip
    assert "số 8/QĐ-UBND ngày 01/7/2023 không theo thứ tự với số 9/QĐ-UBND ngày 01/6/2023" in office.review()


def test_numbers_in_order_of_another_symbol_or_another_year(office: Office) -> None:
    office.write(
        {
            NEW.format(8): decision("8", "2023-05-01", "{name: Đỗ Văn Em, unit: phong-x}"),
            "records/awards/2024/1-qd-ubnd-vi-du.yaml": decision("1", "2024-05-01", "{name: Đỗ Văn Em, unit: phong-x}"),
            NEW.format("1-ct"): decision("1", "2023-12-01", "{name: Đỗ Văn Em, unit: phong-x}").replace(
                "QĐ-UBND", "QĐ-CT"
            ),
        }
    )
    assert "number-order" not in office.asks()


def test_a_day_before_the_launch(office: Office) -> None:
    text = decision("1", "2023-01-02", "{name: Đỗ Văn Em, unit: phong-x}", "campaign: phong-trao-mau\n")
    office.write({NEW.format(1): text})
    assert "before-launch" in office.asks()
    assert "trước ngày phát động 10/01/2023 của `Phong trào Mẫu`" in office.review()


def test_the_name_of_somebody_else_in_the_unit(office: Office) -> None:
    rows = "{name: Nguyễn Văn An, position: Bảo vệ, unit: phong-x}"
    office.write({NEW.format(10): decision("10", "2023-07-01", rows)})
    asked = [one for one in office.json()["questions"] if one["ask"] == "same-name"]
    assert len(asked) == 1
    assert asked[0]["line"] == 6
    assert asked[0]["values"]["place"] == f"{DECISION}:7"


def test_one_person_again_is_nothing_to_ask(office: Office) -> None:
    rows = "{name: Nguyễn Văn An, position: Chuyên viên, unit: phong-x}"
    office.write({NEW.format(10): decision("10", "2023-07-01", rows)})
    assert "same-name" not in office.asks()


def test_new_and_mended_findings(office: Office) -> None:
    office.change(OTHER, ("unit: phong-y", "unit: phong-khong-co"))
    office.commit()
    assert [one["code"] for one in office.json()["found"]] == ["TD902"]
    assert "Phát hiện mới" in office.review()
    office.git("checkout", "--quiet", "-B", "main")
    office.git("checkout", "--quiet", "-b", "sua")
    office.change(OTHER, ("unit: phong-khong-co", "unit: phong-x"))
    told = office.json()
    assert (told["found"], [one["code"] for one in told["mended"]]) == ([], ["TD902"])


def test_findings_that_only_stand_on_another_line_are_neither(office: Office) -> None:
    office.git("checkout", "--quiet", "main")
    office.change(OTHER, ("unit: phong-y", "unit: phong-khong-co"))
    office.commit()
    office.git("checkout", "--quiet", "-B", "nhanh-moi")
    office.change(OTHER, ("method: cong-trang\n", "# một dòng\n\nmethod: cong-trang\n"))
    told = office.json()
    assert (told["found"], told["mended"]) == ([], [])
    office.git("mv", OTHER, OTHER.replace("9-qd", "09-qd"))
    told = office.json()
    assert (told["found"], told["mended"]) == ([], [])


def test_a_finding_of_the_day(office: Office) -> None:
    office.write({NEW.format(30): decision("30", "2030-07-01", "{name: Đỗ Văn Em, unit: phong-x}")})
    assert "TD905" in [one["code"] for one in office.json()["found"]]
