"""An office's own rules: one file of entries that are added to those of the law, or stand in their place."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import StringConstraints

from thidua.law.absence import Absent
from thidua.law.authority import AuthorityKind, Power
from thidua.law.bonus import BaseSalary, Factor, Fund, Multiple, Rule
from thidua.law.entry import SECTIONS, Entry
from thidua.law.era import Era, Transition
from thidua.law.prerequisite import Counting, General, Route
from thidua.model.base import SLUG, Fact, about

EntryId = Annotated[str, StringConstraints(pattern=rf"^{SLUG}$")]
"""The key of an entry: that of the law's entry whose place it takes, or a new one."""

At = tuple[str, str, *tuple[str | int, ...]]
"""Section, id of the entry, field."""


class OfficeRules(Fact):
    """Entries by section; see `SECTIONS`. Statutory forms are the ministry's alone."""

    eras: dict[EntryId, Era] = about(
        "Thời kỳ: khoảng ngày áp dụng một luật và các nghị định",
        "Eras: the days on which one law and its decrees hold",
        {},
    )
    transitions: dict[EntryId, Transition] = about(
        "Chuyển tiếp: điều khoản về hồ sơ đang xem xét khi luật đổi",
        "Transitions: clauses for files in hand when the law changed",
        {},
    )
    kinds: dict[EntryId, AuthorityKind] = about(
        "Cấp khen thưởng: loại cơ quan, chức danh có thẩm quyền", "Kinds: kinds of bodies and posts that confer", {}
    )
    powers: dict[EntryId, Power] = about(
        "Thẩm quyền: cấp nào được tặng danh hiệu, hình thức nào", "Powers: which kinds of bodies may confer what", {}
    )
    absent: dict[EntryId, Absent] = about(
        "Không có: danh hiệu, hình thức mà một thời kỳ không có", "Absent: awards that an era does not have", {}
    )
    routes: dict[EntryId, Route] = about(
        "Tiêu chuẩn: mỗi mục là một đường đến danh hiệu, hình thức", "Routes: each is one way to an award", {}
    )
    general: dict[EntryId, General] = about(
        "Điều kiện chung: kèm theo mọi tiêu chuẩn", "General conditions: beside every route", {}
    )
    counting: dict[EntryId, Counting] = about(
        "Mốc tính: tính thời gian từ lần khen trước thế nào",
        "Counting: from when years after an earlier award count",
        {},
    )
    base_salary: dict[EntryId, BaseSalary] = about(
        "Lương cơ sở: mức một tháng, từ một ngày", "Base salary: a month's, from a day on", {}
    )
    multiples: dict[EntryId, Multiple] = about(
        "Mức thưởng: bao nhiêu lần lương cơ sở", "Multiples: how many base salaries an award pays", {}
    )
    factors: dict[EntryId, Factor] = about(
        "Hệ số: mức của tập thể, hộ so với cá nhân",
        "Factors: what collectives and households get, to an individual's",
        {},
    )
    rules: dict[EntryId, Rule] = about(
        "Quy tắc: làm tròn, cộng dồn, người chi, người nước ngoài",
        "Rules: of rounding, stacking, paying, foreigners",
        {},
    )
    funds: dict[EntryId, Fund] = about("Quỹ: phần trăm của quỹ", "Funds: shares of funds, in percent", {})


OF_OFFICES: Final = tuple(section for section in SECTIONS if section in OfficeRules.model_fields)
"""The sections of which an office may have entries."""

NAMES: Final = {"eras": "eras", "era": "eras", "kinder": "eras", "last_known": "eras", "by": "kinds"}
"""Fields of entries that name other entries, and the section where those stand."""


def own_entries(record: OfficeRules) -> Iterator[tuple[str, str, Entry]]:
    """Return section, id and entry of all that a file holds."""
    for section in OF_OFFICES:
        for id_, entry in getattr(record, section).items():
            yield section, id_, entry


def names_in(record: OfficeRules) -> Iterator[tuple[At, str, str]]:
    """Return every entry of the law that a file names: where, in which section it should be, and its id."""
    for section, id_, entry in own_entries(record):
        for field, named in NAMES.items():
            value = getattr(entry, field, None)
            if isinstance(value, str):
                yield (section, id_, field), named, value
            for place, one in enumerate(value if isinstance(value, tuple) else ()):
                yield (section, id_, field, place), named, one


def as_text(entry: Entry) -> dict[str, Any]:
    """Return an entry as a file has it, every scalar as text."""
    plain = entry.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return {key: _text(value) for key, value in plain.items()}


def _text(value: Any) -> Any:
    match value:
        case dict():
            return {key: _text(one) for key, one in value.items()}
        case list():
            return [_text(one) for one in value]
        case _:
            return str(value)
