"""Whatever papers say: no row is lost or doubled, each leads to its line, and the order of files says nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.model.award import AwardRecord
from thidua.model.lists import CorrectedField
from thidua.store.corrected import corrected
from thidua.store.rulings import Ruling

NAMES = st.sampled_from(["Nguyễn Văn A", "Trần Thị B", "Lê Văn C"])
UNITS = st.sampled_from(["Phòng Một", "Phòng Hai"])
AWARDS = st.sampled_from(["giay-khen-cap-huyen", "lao-dong-tien-tien", "bang-khen-bo-nganh-tinh"])
ROWS = st.lists(st.fixed_dictionaries({"name": NAMES}, optional={"unit": UNITS}), min_size=1, max_size=4)
RECORDS = st.lists(st.fixed_dictionaries({"award": AWARDS, "recipients": ROWS}), min_size=1, max_size=3).map(
    lambda groups: AwardRecord.model_validate({"decision": {"number": "5/QĐ", "date": "2023-03-06"}, "awards": groups})
)
VALUES = st.one_of(
    st.tuples(st.just(CorrectedField.NAME), NAMES),
    st.tuples(st.just(CorrectedField.HOUSEHOLD), NAMES),
    st.tuples(st.just(CorrectedField.UNIT), UNITS),
    st.tuples(st.just(CorrectedField.AWARD), AWARDS),
    st.tuples(st.just(CorrectedField.DECISION_DATE), st.sampled_from(["2023-03-06", "2023-03-07"])),
)


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    found = []
    for file, day in enumerate(draw(st.lists(st.sampled_from([None, "2023-04-01", "2023-05-01"]), max_size=4))):
        for place in range(draw(st.integers(1, 2))):
            field, value = draw(VALUES)
            of_row = field is not CorrectedField.DECISION_DATE
            award, unit = draw(st.none() | AWARDS), draw(st.none() | UNITS)
            name = draw(NAMES) if of_row else None
            whom = (award, name, unit) if of_row else (None, None, None)
            found.append(Ruling(file, f"records/corrections/{file}.yaml", f"rows[{place}]", day, *whom, field, value))
    return sorted(found, key=lambda one: one.order)


@settings(max_examples=200, deadline=None)
@given(RECORDS, rulings())
def test_every_row_is_there_once_and_leads_to_its_line(record: AwardRecord, papers: list[Ruling]) -> None:
    now = corrected(record, papers)
    routes = [("awards", g, "recipients", r) for g, one in enumerate(record.awards) for r in range(len(one.recipients))]
    here = [
        ("awards", g, "recipients", r) for g, one in enumerate(now.record.awards) for r in range(len(one.recipients))
    ]
    assert sorted(now.stated_route(route) for route in here) == sorted(routes)
    moved = {step.place for step in now.steps if step.ruling.field is CorrectedField.AWARD}
    for group, one in enumerate(now.record.awards):
        for place, recipient in enumerate(one.recipients):
            stated = now.stated_route(("awards", group, "recipients", place))
            was = record.awards[int(stated[1])].recipients[int(stated[3])]
            touched = {step.ruling.field for step in now.steps if step.route == stated}
            assert touched or (recipient == was and one.award == record.awards[int(stated[1])].award)
            assert routes.index(stated) in moved or one.award == record.awards[int(stated[1])].award


@settings(max_examples=200, deadline=None)
@given(RECORDS, rulings())
def test_each_part_of_a_paper_is_applied_or_told(record: AwardRecord, papers: list[Ruling]) -> None:
    now = corrected(record, papers)
    told = {one.ruling for one in now.outcomes} | {one.other for one in now.outcomes}
    for ruling in papers:
        assert (ruling in {step.ruling for step in now.steps}) or ruling in told
