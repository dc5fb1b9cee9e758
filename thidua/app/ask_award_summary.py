"""What is about to be written, in the words of a clerk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.add_award_words import COUNTED
from thidua.diagnostics import Text
from thidua.model.labels import LABELS
from thidua.model.lists import RECIPIENT_FIELDS, Method, PersonClass, Sex
from thidua.model.period import read_period
from thidua.render.words import period
from thidua.store.paths import is_slug
from thidua.vietnamese.dates import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.add_award import NewAward, NewGroup
    from thidua.app.entry_lookup import Lookup

MANY = 12
"""How many recipients are listed."""


def summary(lookup: Lookup, new: NewAward) -> Iterator[Text]:
    """Return the lines of a summary."""
    yield Text("Tóm tắt:", "Summary:")
    if new.number or new.date:
        days = (article(new.date), new.date.isoformat()) if new.date else ("", "")
        vi, en = (" ".join(filter(None, (new.number, day))) for day in days)
        yield Text(f"  Quyết định: {vi}", f"  Decision: {en}")
    for vi, en, value in (
        ("Cấp ra quyết định", "Decided by", _name(lookup, "organisations", new.authority)),
        ("Năm", "Year", new.year),
        ("Phong trào", "Campaign", _name(lookup, "campaigns", new.campaign)),
        ("Khối, cụm", "Bloc", _name(lookup, "blocs", new.bloc)),
        ("Nguồn", "Source", new.source),
    ):
        if value:
            yield Text(f"  {vi}: {value}", f"  {en}: {value}")
    if new.period:
        of = period(read_period(new.period))
        yield Text(f"  Kỳ thành tích: {of}", f"  Period: {new.period}")
    if new.method:
        method = LABELS[Method(new.method)]
        yield Text(f"  Loại hình: {method[0]}", f"  Type: {method[1]}")
    for group in new.groups:
        yield from group_summary(lookup, group)


def group_summary(lookup: Lookup, group: NewGroup) -> Iterator[Text]:
    """Return the lines of one award."""
    name, many = lookup.name("catalogue", group.award), len(group.recipients)
    yield Text(f"  {name}: {many} dòng", f"  {name}: {many} rows") if many else Text(f"  {name}", f"  {name}")
    for place, row in enumerate(group.recipients[:MANY], 1):
        vi, en = ("".join(_who(lookup, row, language)) for language in (0, 1))
        yield Text(f"    {place}. {vi}", f"    {place}. {en}")
    if many > MANY:
        yield Text(f"    … và {many - MANY} dòng nữa", f"    … and {many - MANY} more")
    counted = group.counted or {}
    for field, words in COUNTED.items():
        if field in counted:
            yield Text(f"    {counted[field]} {words.vi}", f"    {counted[field]} {words.en}")


def _who(lookup: Lookup, row: object, language: int) -> Iterator[str]:
    told = dict(row)  # type: ignore[call-overload]
    name = next(told[field] for field in RECIPIENT_FIELDS if field in told)
    yield _name(lookup, "organisations", name) if "name" not in told else name
    if told.get("position"):
        yield f", {told['position']}"
    if told.get("unit"):
        yield f", {_name(lookup, 'organisations', told['unit'])}"
    for field, closed in (("class", PersonClass), ("sex", Sex)):
        if told.get(field):
            yield f", {LABELS[closed(told[field])][language]}"
    if told.get("posthumous"):
        yield (", truy tặng", ", posthumous")[language]


def _name(lookup: Lookup, folder: str, id_: str) -> str:
    return lookup.name(folder, id_) if is_slug(id_) else id_
