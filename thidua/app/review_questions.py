"""What a reviewer is asked about a change: things that no rule can decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.app.review_files import OTHER
from thidua.report.review import Ask, Change, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.review_files import Pair
    from thidua.app.review_words import Words
    from thidua.report.review import Item
    from thidua.report.review_rows import Listed
    from thidua.store.register import Register

_NUMBER = re.compile(r"\s*0*([0-9]{1,9})\s*([/-].*)?", re.DOTALL)

SEALED_BY = (Change.CHANGED, Change.REMOVED)
"""What may not happen to a row of a decision that has number and date."""


def about_pair(item: Item, pair: Pair) -> Iterator[Question]:
    """Yield what is to be asked about a record by itself."""
    if pair.before is not None and pair.after is not None and pair.before.tree is None and item.folder != OTHER:
        yield Question(Ask.UNREADABLE, item.path, 1, {})
    if item.change is Change.FORM:
        yield Question(Ask.ONLY_FORM, item.path, 1, {})
    if not item.sealed:
        return
    if item.change is Change.REMOVED:
        yield Question(Ask.SEALED_GONE, item.path, 1, {"title": item.title})
        return
    added = [row for row in item.rows if row.change is Change.NEW or row.came_from]
    if added:
        yield Question(Ask.SEALED_ROWS, item.path, added[0].line, {"title": item.title, "count": len(added)})
    changed = [row for row in item.rows if row.change in SEALED_BY or row.went_to]
    if changed or item.fields:
        count = len(changed) + len(item.fields)
        yield Question(Ask.SEALED_VALUES, item.path, 1, {"title": item.title, "count": count})


def about_decision(register: Register, path: str) -> Iterator[Question]:
    """Yield what is to be asked about the number and the day of a decision."""
    found = register.ask(
        """SELECT decision.number, decision.date, decision.authority, campaign.name, campaign.launched
           FROM file JOIN decision ON decision.file = file.id LEFT JOIN campaign ON campaign.id = decision.campaign
           WHERE file.path = ?""",
        (path,),
    )
    for number, day, authority, campaign, launched in found:
        if day and launched and day < launched:
            values = {"campaign": campaign, "launched": launched, "date": day}
            yield Question(Ask.BEFORE_LAUNCH, path, 1, values)
        if number and day and authority:
            yield from _out_of_order(register, path, number, day, authority)


def _out_of_order(register: Register, path: str, number: str, day: str, authority: str) -> Iterator[Question]:
    """A lower number of a later day, or a higher one of an earlier day, within a year and a symbol."""
    mine = _NUMBER.fullmatch(number)
    if mine is None:
        return
    others = register.ask(
        """SELECT decision.number, decision.date, file.path FROM decision JOIN file ON file.id = decision.file
           WHERE authority = ? AND date BETWEEN ? AND ? AND number IS NOT NULL AND file.path <> ? ORDER BY file.path""",
        (authority, f"{day[:4]}-01-01", f"{day[:4]}-12-31", path),
    )
    near: list[tuple[int, str, str]] = []
    for one, other_day, _ in others:
        other = _NUMBER.fullmatch(one)
        if other is None or (other[2] or "").casefold() != (mine[2] or "").casefold():
            continue
        ahead = int(other[1]) - int(mine[1])
        if (ahead < 0 and other_day > day) or (ahead > 0 and other_day < day):
            near.append((abs(ahead), one, other_day))
    if near:
        _, one, other_day = min(near)
        values: dict[str, str | int] = {"number": number, "date": day, "other": one, "other_date": other_day}
        yield Question(Ask.NUMBER_ORDER, path, 1, values)


def about_names(register: Register, rows: list[tuple[Listed, int]], words: Words) -> Iterator[Question]:
    """Yield a question for each new row whose name somebody else in the unit may have.

    Args:
        rows: with the line of each.
    """
    for row, line in rows:
        rest = dict(row.rest)
        if row.kind != "name" or "person" in rest or "different_from_namesake" in rest:
            continue
        other = next(_namesakes(register, row, rest), None)
        if other is not None:
            path, number, at = other
            unit = words.name("organisations", row.unit) if row.unit else ""
            values: dict[str, str | int] = {"name": row.who, "unit": unit, "other": number or path, "place": at}
            yield Question(Ask.SAME_NAME, row.path, line, values)


def _namesakes(register: Register, row: Listed, rest: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Rows of one name and unit that tell of another: of another sex, told apart, or of another post in one year."""
    found = register.ask(
        """SELECT file.path, decision.number, award_row.line, award_row.sex, award_row.position,
                  award_row.person IS NOT NULL OR award_row.apart IS NOT NULL, award_row.route,
                  decision.year IS (SELECT year FROM decision JOIN file ON file.id = decision.file WHERE path = ?)
           FROM award_row
           JOIN file ON file.id = award_row.file JOIN decision ON decision.file = award_row.file
           WHERE name_key = ? AND award_row.kind = 'ca-nhan' AND unit IS ? ORDER BY file.path, award_row.place""",
        (row.path, row.key, row.unit or None),
    )
    sex, position = rest.get("sex"), rest.get("position")
    mine = "awards[{1}].recipients[{3}]".format(*row.route)
    for path, number, line, other_sex, post, apart, route, same_year in found:
        if (path, route) == (row.path, mine):
            continue
        of_other_sex = bool(sex and other_sex and sex != other_sex)
        if of_other_sex or apart or (same_year and position and post and position != post):
            yield path, number, f"{path}:{line}"
