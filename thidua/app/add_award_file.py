"""Which file a decision stands in, or will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store.paths import is_reserved, record_path
from thidua.store.recorded import Recorded, decisions_numbered, decisions_stated, is_unreadable, unnumbered_decisions
from thidua.store.workspace import RECORDS
from thidua.store.writer import OutsideRepository, inside
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key, slug

if TYPE_CHECKING:
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.store.register import Register

LONGEST = 80
"""Characters of a file's name that are taken from what it is about."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What tells a decision from others. What is not known is empty.

    Attributes:
        year: the counting year of its rows, where that is known.
    """

    number: str
    date: date | None
    authority: str
    year: int | None


def find_file(state: Fresh, decision: Decision, chosen: str = "") -> str | None:
    """Return the file of a decision, or `None` where it has none yet.

    Args:
        chosen: the file a person named for it, from the root with `/`.

    Raises:
        EntryError: several files can be meant, or the one named is no place for awards.
    """
    if chosen:
        _refuse_place(state, chosen)
        return chosen if inside(state.workspace.root, chosen).exists() else None
    found = candidates(state.register, decision)
    if decision.number and len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(found)
        raise EntryError(
            Text(
                f"có thể là quyết định đã ghi trong: {listed};"
                " chọn tệp đó bằng --file, hoặc ghi --file với tên tệp mới",
                f"this may be the decision in: {listed}; choose it with --file, or give --file the name of a new file",
            ),
            "--file",
        )
    return None


def candidates(register: Register, decision: Decision) -> list[str]:
    """Return the files this decision may stand in already, by path.

    With a number: the same number, authority and year, as they are or as the decision stated them before a correction.
    Without: files without number of the same authority and day, or the same authority and year where there is no day.
    """
    if decision.number:
        key = number_key(decision.number)
        year = decision.date.year if decision.date else None
        there = (*decisions_numbered(register, key), *decisions_stated(register, key))
        return sorted({one.path for one in there if _is_same(decision, one, year)})
    found = unnumbered_decisions(register, decision.date, decision.year)
    return [one.path for one in found if (one.authority or "") == decision.authority]


def _is_same(decision: Decision, there: Recorded, year: int | None) -> bool:
    """The year of a decision is that of its day; of one without a day, that of its folder."""
    its_year = int((there.date or record_path(there.path).id)[:4])
    return (not decision.authority or there.authority in (None, decision.authority)) and year in (None, its_year)


def place_of(state: Fresh, decision: Decision, award: str, chosen: str = "") -> str:
    """Return the path of a new file: `records/awards/2023/412-qd-ubnd-mong-cai.yaml`.

    Raises:
        EntryError: the year is not known, or the place is taken by a file that cannot be read.
    """
    if chosen:
        return chosen
    year = decision.date.year if decision.date else decision.year
    if year is None:
        raise EntryError(
            Text(
                "cần ngày quyết định, kỳ thành tích hoặc năm",
                "a decision's date, a period or a year is needed",
            ),
            "--date",
        )
    about = shortened(slug(decision.number) or award)
    name = f"{about}-{decision.authority}" if decision.authority else about
    return unique(state, f"awards/{year}", name)


def unique(state: Fresh, folder: str, name: str) -> str:
    """Return a path in a folder of records that no file has, with `-2` and so on where needed.

    Raises:
        EntryError: a file of this name cannot be read, so that nobody knows what it holds.
    """
    number = 1
    while True:
        id_ = f"{folder}/{name}{'' if number == 1 else f'-{number}'}"
        path = f"{RECORDS}/{id_}.yaml"
        if not is_reserved(id_) and not inside(state.workspace.root, path).exists():
            return path
        if not is_reserved(id_) and is_unreadable(state.register, path):
            raise EntryError(
                Text(
                    f"đã có `{path}` nhưng tệp có lỗi nên không biết bên trong ghi gì;"
                    f" xem `thidua validate {path}` và sửa trước",
                    f"there is `{path}`, but it has errors and nobody knows what it holds;"
                    f" see `thidua validate {path}` and mend it first",
                )
            )
        number += 1


def shortened(name: str) -> str:
    """Return a slug of a bearable length, cut between words."""
    if len(name) <= LONGEST:
        return name
    return name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]


def _refuse_place(state: Fresh, chosen: str) -> None:
    where = record_path(chosen)
    try:
        inside(state.workspace.root, chosen)
    except OutsideRepository:
        where = record_path("")
    if where.folder != "awards" or where.problem or not chosen.endswith(".yaml"):
        raise EntryError(
            Text(
                f"`{chosen}` không phải chỗ của quyết định; ghi như records/awards/2023/412-qd-ubnd-mong-cai.yaml",
                f"`{chosen}` is no place for a decision; write it as records/awards/2023/412-qd-ubnd-mong-cai.yaml",
            ),
            "--file",
        )
