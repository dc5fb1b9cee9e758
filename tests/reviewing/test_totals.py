"""The totals that a change moves are those of the reports themselves, before and after."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.reviewing.office import DECISION, OTHER, SOURCE, Office
from thidua.app.as_of import as_of, base_of
from thidua.app.fresh import fresh
from thidua.app.report import Asked, make_report
from thidua.report.span import year_span
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh

COLUMNS = ("collectives", "households", "individuals", "unsplit")


def of_report(state: Fresh, kind: str, id_: str, year: int) -> dict[tuple[str, str, str], int]:
    """The totals of a report as it prints them."""
    asked = {
        "organisation-year": lambda: Asked(organisation=id_, span=year_span(year)),
        "bloc-year": lambda: Asked(bloc=id_, span=year_span(year)),
        "campaign": lambda: Asked(campaign=id_),
    }[kind]()
    told: Any = make_report(state, asked)
    lines = [("total", "", told.commendation.total)]
    lines += [("award", one.name, one.numbers) for one in told.commendation.awards]
    lines += [("level", one.slug, one.numbers) for one in told.commendation.levels]
    lines += [("method", one.slug, one.numbers) for one in told.commendation.methods]
    found = {}
    for part, name, numbers in lines:
        for column in COLUMNS:
            figure = getattr(numbers, column)
            if figure is not None:
                found[part, name, column] = int(figure.value)
    if told.commendation.classes is not None:
        found["direct", "", "individuals"] = int(told.commendation.classes.direct.value)
    return found


def moved_in_reports(office: Office) -> dict[tuple[str, str, int], dict[tuple[str, str, str], tuple[Any, Any]]]:
    """What moves in every report there is, from the reports as they are and as they were."""
    workspace = find_workspace(office.root)
    state = fresh(workspace)
    asked = [("organisation-year", "vi-du", year) for year in (2022, 2023, 2024)]
    asked += [("bloc-year", "khoi-vi-du", year) for year in (2022, 2023)] + [("campaign", "phong-trao-mau", 0)]
    after = {one: of_report(state, *one) for one in asked}
    with as_of(state, base_of(workspace)) as then:
        before = {one: of_report(then, *one) for one in asked}
    moved = {}
    for one in asked:
        keys = before[one].keys() | after[one].keys()
        lines = {key: (before[one].get(key), after[one].get(key)) for key in keys}
        lines = {key: pair for key, pair in lines.items() if pair[0] != pair[1]}
        if lines:
            moved[one] = lines
    return moved


def told(office: Office) -> dict[tuple[str, str, int], dict[tuple[str, str, str], tuple[Any, Any]]]:
    return {
        (one["kind"], one["id"], one["year"]): {
            (line["part"], line["name"], line["kind"]): (line["before"], line["after"])
            for line in one["lines"]
            if line["part"] in ("total", "award", "level", "method", "direct")
        }
        for one in office.json()["totals"]
    }


CHANGES: dict[str, list[tuple[str, str, str]]] = {
    "a row": [(DECISION, "{collective: phong-x}\n", "{collective: phong-x}\n      - {collective: phong-y}\n")],
    "a campaign": [(OTHER, "bloc: khoi-vi-du", "campaign: phong-trao-mau")],
    "a year": [(OTHER, "method: cong-trang", "method: cong-trang\nperiod: 2022")],
    "a number": [(OTHER, "individuals: 12", "individuals: 3")],
    "an award": [(OTHER, "award: lao-dong-tien-tien", "award: giay-khen-cap-xa")],
    "a method": [(DECISION, "method: dot-xuat", "method: cong-trang")],
    "a class": [(DECISION, "unit: phong-x, sex: nam", "unit: phong-x, class: truc-tiep-lao-dong")],
    "a unit that belongs elsewhere": [("records/organisations/ubnd-vi-du.yaml", "parent: vi-du\n", "")],
}


@pytest.mark.parametrize("name", CHANGES)
def test_totals_are_those_of_the_reports(office: Office, name: str) -> None:
    for path, old, new in CHANGES[name]:
        office.change(path, (old, new))
    expected = moved_in_reports(office)
    assert expected
    assert told(office) == expected


def test_withdrawn_rows_leave_the_totals(office: Office) -> None:
    revoked = "decision: 2023/5-qd-ubnd-vi-du\nrows:\n  - {name: Nguyễn Văn An}\n" + SOURCE
    office.write({"records/revocations/30-qd.yaml": revoked})
    moved = told(office)
    assert moved == moved_in_reports(office)
    assert moved["organisation-year", "vi-du", 2023]["total", "", "individuals"] == (15, 14)
    assert "Tổng số, cá nhân: 15 → 14" in office.review()


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize(
    "right", ["decision.date, value: 2022-05-05", "bloc, value: khoi-khac", "campaign, value: phong-trao-khac"]
)
def test_a_paper_that_moves_a_decision_moves_both_reports(office: Office, right: str, is_new: bool) -> None:
    path = "records/corrections/31-dc.yaml"
    decision = "5-qd-ubnd-vi-du" if right.startswith("campaign") else "9-qd-ubnd-vi-du"
    paper = f"decision: 2023/{decision}\nnumber: 31/ĐC\ndate: 2023-12-01\nrows:\n  - {{field: {right}}}\n{SOURCE}"
    if is_new:
        office.write({path: paper})
    else:
        office.git("checkout", "--quiet", "main")
        office.write({path: paper})
        office.commit()
        office.git("checkout", "--quiet", "-B", "nhanh-moi")
        (office.root / path).unlink()
    expected = moved_in_reports(office)
    assert expected
    assert {one: lines for one, lines in told(office).items() if "khac" not in one[1]} == expected


def test_what_is_not_known_is_never_zero(office: Office) -> None:
    (office.root / OTHER).unlink()
    (office.root / DECISION).unlink()
    lines = told(office)["organisation-year", "vi-du", 2023]
    assert lines["total", "", "individuals"] == (15, None)
    assert "Tổng số, cá nhân: 15 → chưa có" in office.review()


def test_an_award_of_the_office_that_is_another_kind(office: Office) -> None:
    own = "name: Giấy khen riêng\ngroup: hinh-thuc\nkind: giay-khen\nlevel: huyen\nrecipients: [ca-nhan]\n" + SOURCE
    office.git("checkout", "--quiet", "main")
    office.write({"records/catalogue/rieng.yaml": own})
    office.change(OTHER, ("award: lao-dong-tien-tien", "award: rieng"))
    office.commit()
    office.git("checkout", "--quiet", "-B", "nhanh-moi")
    office.change("records/catalogue/rieng.yaml", ("level: huyen", "level: xa"))
    assert told(office) == moved_in_reports(office) != {}


@pytest.mark.parametrize("seed", range(3))
def test_any_change_moves_what_the_reports_move(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    awards = ("giay-khen-cap-huyen", "lao-dong-tien-tien", "bang-khen-bo-nganh-tinh")
    for number in range(40, 46):
        rows = "".join(
            f"      - {{{chance.choice(('name', 'household'))}: Người {one}, unit: phong-{chance.choice('xy')}}}\n"
            for one in range(chance.randint(1, 4))
        )
        day = date(chance.choice((2022, 2023)), chance.randint(1, 12), 5)
        text = (
            f"decision: {{number: {number}/QĐ-UBND, date: {day}, authority: ubnd-vi-du}}\n"
            f"{chance.choice(('', 'campaign: phong-trao-mau', 'bloc: khoi-vi-du'))}\n"
            f"awards:\n  - award: {chance.choice(awards)}\n    recipients:\n{rows}{SOURCE}"
        )
        office.write({f"records/awards/{day.year}/{number}-qd.yaml": text})
        if number == 42:
            office.commit()
    for path in chance.sample([DECISION, OTHER], chance.randint(0, 2)):
        (office.root / path).unlink()
    assert told(office) == moved_in_reports(office) != {}
