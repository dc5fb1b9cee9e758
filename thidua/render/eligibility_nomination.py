"""A nomination judged row by row, as text and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Text
from thidua.render.eligibility import VERSION, judgement_tree, recipient_lines
from thidua.render.eligibility_printer import Printer
from thidua.render.eligibility_words import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.eligibility.listing import CheckedNomination, CheckedRow

_HEAD = Text("Hồ sơ đề nghị {number} · xét theo luật ngày {day}", "Nomination {number} · by the law of {day}")
_LAW = Text("Theo: {law}", "By: {law}")
_NO_LAW = Text("Chưa có dữ liệu luật cho ngày này.", "There is no data of the law for this day.")
_COUNTED = Text("chỉ có số lượng, không có danh sách để xét", "only a number; there is nobody to judge")
_SUM = Text(
    "{rows} dòng: {eligible} đủ, {ask} cần người xem, {not_yet} chưa đủ, {counted} chỉ có số lượng",
    "{rows} rows: {eligible} eligible, {ask} for a person to see, {not_yet} not yet, {counted} only numbers",
)


def checked_text(checked: CheckedNomination, language: Language) -> str:
    """Return every row with its answer and the grounds of what is not met."""
    printer = Printer(language, checked.award_names, checked.unit_names)
    number = checked.number or checked.path
    lines = [printer.say(_HEAD, number=number, day=printer.day(checked.day.isoformat()))]
    lines.append(printer.say(_LAW, law="; ".join(checked.laws)) if checked.laws else printer.say(_NO_LAW))
    lines.append("")
    for place, row in enumerate(checked.rows, 1):
        lines += _row(place, row, checked, printer)
        lines.append("")
    verdicts = [row.judgement.verdict if row.judgement else "" for row in checked.rows]
    lines.append(
        printer.say(
            _SUM, rows=len(verdicts), eligible=verdicts.count("du"), ask=verdicts.count("can-nguoi-xem"),
            not_yet=verdicts.count("chua-du"), counted=sum(row.counted for row in checked.rows),
        )
    )  # fmt: skip
    return "\n".join(lines) + "\n"


def _row(place: int, row: CheckedRow, checked: CheckedNomination, printer: Printer) -> Iterator[str]:
    award = printer.awards([row.award])
    unjudged = _COUNTED if row.counted else _NO_LAW
    said = printer.say(VERDICTS[row.judgement.verdict]) if row.judgement else printer.say(unjudged)
    yield f"{place}. {award} · {row.year}: {said}  {checked.path}:{row.line}"
    if row.judgement is not None:
        yield from recipient_lines(row.judgement, printer)


def checked_json(checked: CheckedNomination, language: Language) -> str:
    """Return the same as JSON."""
    printer = Printer(language, checked.award_names, checked.unit_names)
    tree = {
        "version": VERSION,
        "nomination": checked.path,
        "number": checked.number,
        "day": checked.day.isoformat(),
        "eras": list(checked.era.candidates),
        "rows": [
            {
                "line": row.line,
                "award": row.award,
                "year": row.year,
                "recipient": judgement_tree(row.judgement, printer) if row.judgement else None,
            }
            for row in checked.rows
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
