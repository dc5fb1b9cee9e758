"""TD013: a record does not say where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.parts import described_record, is_a

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Fact


def check(record: Fact, _: str) -> Iterator[Found]:
    if record.source is None and not _is_its_own_source(record) and not _parts_have_sources(record):
        yield Found(())


def _is_its_own_source(record: Any) -> bool:
    """A paper with number and date can be looked up; the plain name of a unit is known to the office."""
    match described_record(record).names[0]:
        case "award.AwardRecord":
            paper = record.decision
            return paper is not None and paper.number is not None and paper.date is not None
        case "change.Correction":
            return True  # what it must name is TD602
        case "nomination.Nomination" | "change.Revocation":
            return record.number is not None and record.date is not None
        case "number_book.NumberBook":  # the program itself wrote it
            return True
        case "organisation.Organisation":
            return not (record.start or record.end or record.successors or record.former_names)
        case "waiver.Waiver":  # it says itself who decided it, and why
            return True
        case _:
            return False


def _parts_have_sources(record: Fact) -> bool:
    """Whether each part of the record says for itself where it was read."""
    parts: list[Fact] = []
    for field in described_record(record).fields:
        value = getattr(record, field.name) if field.holds_records else ()
        parts.extend(one for one in (value if isinstance(value, tuple) else (value,)) if is_a(one, "base.Fact"))
    return bool(parts) and all(part.source is not None for part in parts)


_WITHOUT = "targets:\n  - {of: vi-du, total: 20}\n"
_WITH = _WITHOUT + "source: {document: Báo cáo Ví dụ, date: 2023-12-15}\n"
_UNIT = "name: Phòng Ví dụ\nto: 2025-06-30\n"
_YEAR_PATH = "records/years/2023/vi-du.yaml"
_UNIT_PATH = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD013",
    name="no-source",
    severity=Severity.NOTE,
    title=Text(vi="bản ghi không ghi nguồn", en="a record does not say where it was read"),
    why=Text(
        vi="Số liệu không có nguồn thì năm sau không ai đối chiếu được. Không hỏi nguồn ở quyết định, tờ trình, văn bản"
        " đính chính, thu hồi đã có số và ngày (văn bản là nguồn của chính nó), ở tên cá nhân, tên khối và danh mục"
        " riêng (cơ quan tự biết), ở đơn vị không ghi ngày thành lập, giải thể, đơn vị kế tục hay tên cũ,"
        " và ở bản ghi mà từng phần đã ghi nguồn riêng.",
        en="Nobody can check a figure without a source a year later. No source is asked of decisions, submissions,"
        " corrections and revocations with number and date (the paper is its own source), of people, blocs and the"
        " office's own catalogue (the office knows them), of units without dates of life, successors and former names,"
        " and of records whose parts each have a source.",
    ),
    wording=plain(
        Text(vi="bản ghi không ghi nguồn", en="the record does not say where it was read"),
        Text(
            vi="thêm `source: {{document: …, date: …}}`, ghi văn bản hoặc bài viết đã đọc",
            en="add `source: {{document: …, date: …}}` with the document or article that was read",
        ),
    ),
    check=OfRecord(
        check,
        (
            "organisations",
            "campaigns",
            "bloc-years",
            "years",
            "awards",
            "nominations",
            "corrections",
            "revocations",
            "exemplars",
        ),
    ),
    bad=(
        Example({_YEAR_PATH: _WITHOUT}, finds=(f"{_YEAR_PATH}:1:1",)),
        Example({_UNIT_PATH: _UNIT}, finds=(f"{_UNIT_PATH}:1:1",)),
    ),
    good=(Example({_YEAR_PATH: _WITH}), Example({_UNIT_PATH: "name: Phòng Ví dụ\n"})),
)
