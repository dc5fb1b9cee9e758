"""People of whom records say the same are judged once: never otherwise than each alone."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.eligibility.repository import GRASSROOTS, PROVINCE, UNITS, WORKER, write
from thidua.app.fresh import fresh
from thidua.eligibility.asked import Asked
from thidua.eligibility.candidates import candidates
from thidua.eligibility.crowd import judge_crowd
from thidua.eligibility.office import Office
from thidua.eligibility.people import careers_of_people
from thidua.eligibility.verdict import judge_recipient
from thidua.law.era import era_of
from thidua.model.lists import RecipientKind
from thidua.store.office_law import office_law
from thidua.store.workspace import Workspace
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.long


NAMES = tuple(f"Nguyễn Ví Dụ {one}" for one in ("An", "Bình", "Chi", "Dung"))
YEARS = tuple(range(2019, 2026))
MEDALS = ("bang-khen-bo-nganh-tinh", "bang-khen-cua-thu-tuong-chinh-phu", "huan-chuong-lao-dong-hang-ba")
AWARDS = (WORKER, GRASSROOTS, PROVINCE, *MEDALS)

units = st.sampled_from(("phong-mot", "phong-hai", None))
names = st.sampled_from(NAMES)


@st.composite
def recipients(draw: st.DrawFn) -> dict[str, str]:
    found = {"name": draw(names)}
    if unit := draw(units):
        found["unit"] = unit
    if draw(st.integers(0, 5)) == 0:
        found["person"] = "vi-du"
    elif draw(st.integers(0, 7)) == 0:
        found["different_from_namesake"] = "tổ một"
    return found


@st.composite
def decisions(draw: st.DrawFn) -> dict[str, Any]:
    award, year = draw(st.sampled_from(AWARDS)), draw(st.sampled_from(YEARS))
    day = date(draw(st.sampled_from((year, year + 1))), draw(st.sampled_from((1, 6, 12))), 20)
    record: dict[str, Any] = {"decision": {"date": str(day)}} if draw(st.integers(0, 9)) else {}
    if draw(st.booleans()) or not record:
        record["period"] = str(year)
    if award in MEDALS and draw(st.booleans()):
        record["method"] = draw(st.sampled_from(("cong-trang", "dot-xuat", "phong-trao-thi-dua")))
    return record | {"awards": [{"award": award, "recipients": draw(st.lists(recipients(), min_size=1, max_size=4))}]}


@st.composite
def members(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = {"name": draw(names)}
    results = ("hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh", "khong-hoan-thanh")
    optional = {
        "result": st.sampled_from(results),
        "no_title": st.just("co"),
        "recruited": st.sampled_from(("2019-03-01", "2024-05-01")),
        "leave": st.just([{"days": 45, "kind": "thai-san"}]),
        "discipline": st.just([{"level": "khien-trach", "from": "2024-05-01", "to": "2025-04-30"}]),
    }
    for field, values in optional.items():
        if draw(st.booleans() if field == "result" else st.sampled_from((False, False, True))):
            found[field] = draw(values)
    return found


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Any]:
    records = dict(UNITS)
    for place, one in enumerate(draw(st.lists(decisions(), min_size=1, max_size=8))):
        records[f"awards/2024/vi-du-{place}"] = one
    keys = st.tuples(st.sampled_from(YEARS), st.sampled_from(("phong-mot", "phong-hai")))
    for (year, unit), rows in draw(st.dictionaries(keys, st.lists(members(), max_size=4), max_size=4)).items():
        records[f"rosters/{year}/{unit}"] = {"members": rows}
    for unit in draw(st.sets(st.sampled_from(("phong-mot", "phong-hai")))):
        kept = draw(st.lists(st.sampled_from(("danh-hieu", "hinh-thuc", "sang-kien", "ky-luat")), unique=True))
        span = draw(st.sampled_from(("2010-2026", "2022-2023")))
        records[f"declarations/{unit}"] = {"of": unit, "period": span, "complete": kept, "names_distinct": "co"}
    if draw(st.booleans()):
        posts = [{"unit": "phong-mot", "from": "2015-01-01", "to": draw(st.sampled_from(("2021-12-31", "2026-01-01")))}]
        records["people/vi-du"] = {
            "name": NAMES[0],
            "aliases": draw(st.sampled_from(([], [NAMES[1]]))),
            "postings": posts,
        }
    if authors := draw(st.lists(recipients().map(_author), max_size=3)):
        works = [{"name": "Sổ tay ví dụ", "kind": "sang-kien", "authors": authors}]
        year, reach = draw(st.sampled_from(YEARS)), draw(st.sampled_from(("co-so", "bo-nganh-tinh")))
        records[f"initiatives/{year}/vi-du"] = {"year": str(year), "reach": reach, "initiatives": works}
    return records


def _author(one: dict[str, str]) -> dict[str, str]:
    return {field: one[field] for field in ("name", "unit", "person") if field in one}


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


days = st.sampled_from((None, date(2024, 6, 1), date(2024, 12, 31), date(2025, 3, 1)))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(records=offices(), day=days, year=st.sampled_from((2017, 2024)))
def test_a_crowd_is_judged_as_each_alone(records: dict[str, Any], day: date | None, year: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        register = fresh(Workspace(write(Path(folder), records))).register
        try:
            office = Office(register, office_law(register))
            for asked in _asked(office, day, year):
                everybody = careers_of_people(office, {name_key(name) for name in NAMES})
                _crowd_is_each_alone(asked, everybody)
                _crowd_is_each_alone(asked, candidates(asked))
                _what_is_left_out_does_not_matter(asked, everybody)
        finally:
            register.close()


def _asked(office: Office, day: date | None, year: int) -> Iterator[tuple[Asked, ...]]:
    when = day if day is not None and day.year >= year else date(year, 12, 31)
    for award in AWARDS:
        eras = era_of(when, when, overlay=office.overlay).candidates
        yield tuple(Asked(office, award, year, when, one, RecipientKind.INDIVIDUAL, decided_by=day) for one in eras)


def _crowd_is_each_alone(asked: tuple[Asked, ...], careers: list[Any]) -> None:
    for career, together in zip(careers, judge_crowd(asked, careers), strict=True):
        alone = judge_recipient(asked, career)
        assert (together.verdict, together.near) == (alone.verdict, alone.near), (asked[0].award, career)


def _what_is_left_out_does_not_matter(asked: tuple[Asked, ...], everybody: list[Any]) -> None:
    """A list reads only the awards that may bear on the answer: the answer is that of the whole career."""
    whole = {(one.who.id or one.who.key, one.who.unit): judge_recipient(asked, one) for one in everybody}
    for career in candidates(asked):
        known = whole.get((career.who.id or career.who.key, career.who.unit))
        if known is not None and career.who.id:
            assert judge_recipient(asked, career).verdict == known.verdict, (asked[0].award, career)
