"""What is about to be written, in the words of a clerk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.model.award import RECIPIENT_FIELDS
from thidua.model.lists import LABELS, Method
from thidua.store.rows import is_id
from thidua.vietnamese.dates import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.add_award import NewAward, NewGroup
    from thidua.app.entry_lookup import Lookup

MANY = 12
"""How many recipients are listed."""


def summary(lookup: Lookup, new: NewAward) -> Iterator[Text]:
    """Return the lines of a summary."""
    yield Text("Tóm tắt:", "Summary:")
    day = short(new.date) if new.date else ""
    for vi, en, value in (
        ("Quyết định", "Decision", " ".join(filter(None, (new.number, day)))),
        ("Cấp ra quyết định", "Decided by", _name(lookup, "organisations", new.authority)),
        ("Kỳ thành tích", "Period", new.period or new.year),
        ("Phong trào", "Campaign", _name(lookup, "campaigns", new.campaign)),
        ("Khối, cụm", "Bloc", _name(lookup, "blocs", new.bloc)),
    ):
        if value:
            yield Text(f"  {vi}: {value}", f"  {en}: {value}")
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
        text = "".join(_who(lookup, row))
        yield Text(f"    {place}. {text}", f"    {place}. {text}")
    if many > MANY:
        yield Text(f"    … và {many - MANY} dòng nữa", f"    … and {many - MANY} more")
    counted = group.counted or {}
    for field, vi, en in (
        ("collectives", "tập thể", "collectives"),
        ("households", "hộ gia đình", "households"),
        ("individuals", "cá nhân", "individuals"),
    ):
        if field in counted:
            yield Text(f"    {counted[field]} {vi}", f"    {counted[field]} {en}")


def _who(lookup: Lookup, row: object) -> Iterator[str]:
    told = dict(row)  # type: ignore[call-overload]
    name = next(told[field] for field in RECIPIENT_FIELDS if field in told)
    yield _name(lookup, "organisations", name) if "name" not in told else name
    if told.get("position"):
        yield f", {told['position']}"
    if told.get("unit"):
        yield f", {_name(lookup, 'organisations', told['unit'])}"


def _name(lookup: Lookup, folder: str, id_: str) -> str:
    return lookup.name(folder, id_) if is_id(id_) else id_
