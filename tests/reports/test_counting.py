"""What the files say, counted by a few lines of naive Python, is what the report says, whatever the files are."""

from __future__ import annotations

import shutil
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plain_yaml import as_yaml
from tests.reports.repository import data, files, report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

YEAR = 2023
ORGANISATIONS = {
    "tinh": {"name": "Tỉnh T", "kind": "don-vi-hanh-chinh", "level": "bo-tinh"},
    "thi-xa": {"name": "Thị xã X", "kind": "don-vi-hanh-chinh", "level": "huyen", "parent": "tinh"},
    "ubnd-thi-xa": {"name": "UBND Thị xã X", "kind": "uy-ban-nhan-dan", "level": "huyen", "parent": "thi-xa"},
    "phong": {"name": "Phòng P", "kind": "co-quan", "level": "huyen", "parent": "thi-xa"},
    "huyen-khac": {"name": "Huyện K", "kind": "don-vi-hanh-chinh", "level": "huyen", "parent": "tinh"},
}
INSIDE = {"thi-xa", "ubnd-thi-xa", "phong"}
CATALOGUE = {
    "giay-khen-cap-huyen": ("Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện", "huyen"),
    "bang-khen-bo-nganh-tinh": (None, "bo-tinh"),
    "lao-dong-tien-tien": ("Lao động tiên tiến", "co-so"),
    "giay-khen-rieng": ("Giấy khen riêng", "xa"),
}
OWN = {
    "giay-khen-rieng": {
        "name": "Giấy khen riêng", "group": "hinh-thuc", "kind": "giay-khen", "level": "xa",
        "recipients": ["ca-nhan", "tap-the", "ho-gia-dinh"],
    },
    "bieu-duong": {
        "name": "Biểu dương", "group": "bieu-duong", "kind": "bieu-duong", "level": "xa", "recipients": ["ca-nhan"],
    },
    "thuong-tien": {
        "name": "Thưởng tiền", "group": "thuong-tien", "kind": "tien", "level": "xa", "recipients": ["ca-nhan"],
    },
}  # fmt: skip
COLUMN = {
    "name": "individuals", "collective": "collectives", "enterprise": "collectives", "people": "collectives",
    "household": "households",
}  # fmt: skip
METHODS = ["dot-xuat", "cong-trang", None]

Record = dict[str, Any]


def bare(record: Record) -> Record:
    """Leave out what is not given."""
    return {key: value for key, value in record.items() if value is not None and value != []}


def maybe(*values: object) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *values])


PERSON_CLASS = maybe("truc-tiep-lao-dong", "lanh-dao-khac")
PEOPLE = st.builds(
    lambda name, unit, class_: bare({"name": name, "unit": unit, "class": class_}),
    st.sampled_from(["Lê An", "Lê Ánh", "Vũ Bình", "Đỗ Đạt"]), maybe("phong", "huyen-khac", "Tổ 5"), PERSON_CLASS,
)  # fmt: skip
OTHERS = st.builds(
    lambda kind, name: {kind: name},
    st.sampled_from(["collective", "enterprise", "household", "people"]), st.sampled_from(["phong", "Tổ 5", "Ông Tư"]),
)  # fmt: skip
COUNTS = st.dictionaries(
    st.sampled_from(["collectives", "households", "individuals", "unsplit"]), st.integers(1, 400), min_size=1
)
GROUPS = st.builds(
    lambda award, method, rows, counted: bare(
        {"award": award, "method": method, "recipients": rows, "counted": counted or (None if rows else {"unsplit": 7})}
    ),
    st.sampled_from([*CATALOGUE, "bieu-duong", "thuong-tien"]),
    st.sampled_from(METHODS), st.lists(PEOPLE | OTHERS, max_size=5), st.none() | COUNTS,
)  # fmt: skip
DECISIONS = st.builds(
    lambda authority, day, period, year, method, groups: bare(
        {
            "decision": bare({"authority": authority, "date": day}) or None,
            "period": period, "year": year, "method": method, "awards": groups,
        }
    ),
    st.sampled_from(list(ORGANISATIONS)), maybe("2023-03-06", "2024-01-05", "2022-12-31"),
    maybe("2023", "2022", "nam-hoc-2022-2023", "quy-2-2024", "2021-2023"), maybe("2023", "2022"),
    st.sampled_from(METHODS), st.lists(GROUPS, min_size=1, max_size=3),
)  # fmt: skip
TALLIES = st.lists(
    st.builds(lambda counted, method: bare({"counted": counted, "method": method}), COUNTS, maybe("dot-xuat")),
    max_size=3,
)
WORLDS = st.tuples(st.lists(DECISIONS, max_size=5), TALLIES, st.integers(0, 4), st.booleans())


def counting_year(record: Record) -> int | None:
    """Period, else the day of the decision, else the year."""
    period = record.get("period")
    if period is not None:
        return int(period.split("-")[-1])
    day = record.get("decision", {}).get("date")
    return int(day[:4]) if day else int(record["year"]) if "year" in record else None


def numbers(record: Record, revoked: set[tuple[str, str]]) -> Iterable[tuple[str, str | None, str, int]]:
    """Yield award, method, kind and number of every granted row and count of a decision."""
    for group in record["awards"]:
        if group["award"] not in CATALOGUE:
            continue
        method = group.get("method") or record.get("method")
        for row in group.get("recipients", ()):
            kind = next(key for key in COLUMN if key in row)
            if (group["award"], row[kind]) not in revoked:
                yield group["award"], method, COLUMN[kind], 1
        for column, number in group.get("counted", {}).items():
            yield group["award"], method, column, number


def write(root: Path, world: tuple[list[Record], list[Record], int, bool]) -> list[set[tuple[str, str]]]:
    """Write a repository; return what is revoked of each decision."""
    decisions, tallies, withdrawn, nominated = world
    shutil.rmtree(root, ignore_errors=True)
    texts: dict[str, Record] = {f"organisations/{id_}": record for id_, record in ORGANISATIONS.items()}
    texts |= {f"catalogue/{id_}": record for id_, record in OWN.items()}
    texts[f"years/{YEAR}/thi-xa"] = bare({"theme": "Chủ đề", "tallies": tallies})
    numbered, revoked = count(), []
    for place, record in enumerate(decisions):
        texts[f"awards/{counting_year(record) or 1999}/d{place}"] = record
        gone = set()
        for group in record["awards"]:
            for row in group.get("recipients", ()):
                if withdrawn and next(numbered) % 5 < withdrawn:
                    gone.add((group["award"], next(iter(row.values()))))
        revoked.append({one for one in gone if rows_named(record, *one) == 1})
        if gone:
            texts[f"revocations/r{place}"] = {
                "decision": f"{counting_year(record) or 1999}/d{place}",
                "rows": [{"award": award, "name": name} for award, name in sorted(gone)],
            }
    if nominated:
        texts[f"nominations/{YEAR}/n"] = {
            "period": str(YEAR), "by": "phong", "to": "thi-xa",
            "rows": [{"award": "giay-khen-cap-huyen", "recipient": {"name": "Người được đề nghị"}}],
        }  # fmt: skip
    named = {f"records/{id_}.yaml": as_yaml(record) for id_, record in texts.items()}
    files(root, {"thidua.yaml": "format: 1\norganisation: thi-xa\n", **named})
    return revoked


def rows_named(record: Record, award: str, name: str) -> int:
    """How many recipients a revocation by award and name fits; where several, it revokes none."""
    groups = [group for group in record["awards"] if group["award"] == award]
    rows = [row for group in groups for row in group.get("recipients", ()) if next(iter(row.values())) == name]
    return len({("collective" if "people" in row else next(iter(row)), row.get("unit")) for row in rows})


def shown(figures: dict[str, Any]) -> dict[str, int]:
    return {column: figure["value"] for column, figure in figures.items() if figure is not None}


def summed(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    totals: Counter[str] = Counter()
    for column, number in found:
        totals[column] += number
    return {column: number for column, number in totals.items() if number}


def of_year(world: Any, revoked: list[set[tuple[str, str]]]) -> list[tuple[str, str | None, str, int]]:
    """What the town itself conferred that counts in the year."""
    return [
        one
        for record, gone in zip(world[0], revoked, strict=True)
        if counting_year(record) == YEAR and record["decision"]["authority"] in INSIDE
        for one in numbers(record, gone)
    ]


@given(WORLDS)
@settings(max_examples=10, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_report_counts_what_the_files_say(tmp_path_factory: pytest.TempPathFactory, world: Any) -> None:
    root = tmp_path_factory.getbasetemp() / "counting"
    revoked = write(root, world)
    counted = of_year(world, revoked)
    made = data(root, str(YEAR))["commendation"]

    assert shown(made["total"]) == summed((column, number) for _, _, column, number in counted)
    for line in made["awards"]:
        mine = [
            (column, number)
            for award, _, column, number in counted
            if CATALOGUE[award][0] == line["name"]
            or (award == "bang-khen-bo-nganh-tinh" and line["level"] == "bo-tinh")
        ]
        assert shown(line["numbers"]) == summed(mine) != {}
    assert len(made["awards"]) == len({award for award, *_ in counted})
    levels = {line["slug"]: shown(line["numbers"]) for line in made["levels"]}
    assert levels == {
        level: summed((column, number) for award, _, column, number in counted if CATALOGUE[award][1] == level)
        for level in {CATALOGUE[award][1] for award, *_ in counted}
    }
    methods = {line["slug"]: shown(line["numbers"]) for line in made["methods"]}
    assert methods == {
        method or "": summed((column, number) for _, slug, column, number in counted if slug == method)
        for method in {method for _, method, *_ in counted}
    }


@given(WORLDS)
@settings(max_examples=6, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_tallies_are_printed_as_stated_and_never_added(tmp_path_factory: pytest.TempPathFactory, world: Any) -> None:
    root = tmp_path_factory.getbasetemp() / "tallies"
    write(root, world)
    with_tallies = data(root, str(YEAR))["commendation"]
    assert [shown(line["numbers"]) for line in with_tallies["tallies"]] == [t["counted"] for t in world[1]]
    write(root, (world[0], [], *world[2:]))
    without = data(root, str(YEAR))["commendation"]
    assert {**with_tallies, "tallies": []} == without


@given(WORLDS)
@settings(max_examples=8, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_count_names_as_many_rows_as_it_says(tmp_path_factory: pytest.TempPathFactory, world: Any) -> None:
    root = tmp_path_factory.getbasetemp() / "traces"
    write(root, world)
    made = data(root, str(YEAR))["commendation"]
    for line in (made["total"], *(one["numbers"] for key in ("awards", "levels", "methods") for one in made[key])):
        for figure in filter(None, line.values()):
            assert sum(behind(record) for record in figure["records"]) == figure["value"]
            places = [(record["path"], record["line"]) for record in figure["records"]]
            assert len(places) == len(set(places))
    if made["classes"]:
        for key in ("direct", "known"):
            figure = made["classes"][key]
            assert figure["value"] == 0 or sum(behind(r) for r in figure["records"]) == figure["value"]


def behind(record: Any) -> int:
    """How many a record stands for: the number it gives, or its rows."""
    return int(record["rows"] if record["counted"] is None else record["counted"])


def decision(**fields: Any) -> Record:
    awards = [{"award": "lao-dong-tien-tien", "recipients": [{"name": "Lê An", "unit": "phong"}]}]
    day = fields.pop("date", None)
    return bare({"decision": bare({"authority": "thi-xa", "date": day}), **fields, "awards": awards})


@pytest.mark.parametrize(
    ("record", "year"),
    [
        (decision(period="2022", date="2023-01-05", year="2024"), 2022),
        (decision(period="nam-hoc-2022-2023", date="2022-10-05"), 2023),
        (decision(period="quy-4-2022", date="2023-01-05"), 2022),
        (decision(period="2021-2025", date="2023-01-05"), 2025),
        (decision(date="2023-01-05", year="2024"), 2023),
        (decision(year="2024"), 2024),
    ],
    ids=["period", "school year", "quarter", "stage", "date", "year"],
)
def test_row_counts_in_its_period_else_the_decisions_year_else_its_year(
    tmp_path: Path, record: Record, year: int
) -> None:
    write(tmp_path, ([record], [], 0, False))
    found = {y: shown(data(tmp_path, str(y))["commendation"]["total"]) for y in (year - 1, year, year + 1)}
    assert found == {year - 1: {}, year: {"individuals": 1}, year + 1: {}}


def test_span_of_days_chooses_by_the_day_of_the_decision(tmp_path: Path) -> None:
    write(tmp_path, ([decision(period="2022", date="2023-03-06"), decision(year="2023")], [], 0, False))
    made = data(tmp_path, "--from", "2023-03-06", "--to", "2023-03-06")
    assert shown(made["commendation"]["total"]) == {"individuals": 1}
    assert made["undated"] == 1
    assert not shown(data(tmp_path, "--from", "2023-03-07", "--to", "2023-12-31")["commendation"]["total"])


def test_proposed_rows_count_nowhere(tmp_path: Path) -> None:
    write(tmp_path, ([], [], 0, True))
    assert "Người được đề nghị" not in report(tmp_path, str(YEAR))
    assert not shown(data(tmp_path, str(YEAR))["commendation"]["total"])


def test_praise_and_money_are_no_commendation(tmp_path: Path) -> None:
    record = decision(period=str(YEAR))
    record["awards"] = [
        {"award": award, "recipients": [{"name": "Lê An", "class": "truc-tiep-lao-dong"}]}
        for award in ("bieu-duong", "thuong-tien")
    ]
    write(tmp_path, ([record], [], 0, False))
    made = data(tmp_path, str(YEAR))["commendation"]
    assert (made["awards"], made["classes"], shown(made["total"])) == ([], None, {})


def test_revoked_row_leaves_every_number_and_list(tmp_path: Path) -> None:
    record = decision(period=str(YEAR))
    record["awards"][0]["recipients"].append({"name": "Vũ Bình", "unit": "phong"})
    write(tmp_path, ([record], [], 1, False))
    text = report(tmp_path, str(YEAR))
    assert "Vũ Bình" in text
    assert "Lê An" not in text
    assert "có 1 cá nhân được" in text


def test_award_of_another_method_in_one_decision_is_listed_once(tmp_path: Path) -> None:
    record = decision(period=str(YEAR), method="cong-trang")
    other = {"award": "lao-dong-tien-tien", "method": "dot-xuat", "recipients": [{"name": "Vũ Bình"}]}
    record["awards"].append(other)
    write(tmp_path, ([record], [], 0, False))
    made = data(tmp_path, str(YEAR))["commendation"]
    assert [one["label"] for one in made["total"]["individuals"]["records"]] == ["Lê An, Phòng P", "Vũ Bình"]


def test_number_that_is_not_split_has_its_own_column(tmp_path: Path) -> None:
    record = decision(period=str(YEAR))
    record["awards"] = [{"award": "lao-dong-tien-tien", "counted": {"unsplit": "12"}}]
    write(tmp_path, ([record], [], 0, False))
    assert "| Lao động tiên tiến | 12 |" in report(tmp_path, str(YEAR))


@pytest.mark.parametrize(
    ("words", "expected"), [(("gan", "gan"), "gan"), (("gan", None), "gan"), (("gan", "tren"), "khoang")]
)
def test_sum_of_numbers_with_a_qualifier_keeps_one(
    tmp_path: Path, words: tuple[str | None, ...], expected: str
) -> None:
    record = decision(period=str(YEAR))
    record["awards"] = [
        {"award": "lao-dong-tien-tien", "counted": bare({"individuals": "10", "qualifier": word})} for word in words
    ]
    write(tmp_path, ([record], [], 0, False))
    total = data(tmp_path, str(YEAR))["commendation"]["total"]["individuals"]
    assert (total["value"], total["qualifier"]) == (20, expected)
