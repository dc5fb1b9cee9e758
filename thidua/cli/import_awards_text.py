"""What an import understood and did, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.import_awards import stopped_by_changes
from thidua.app.import_result import Change, ImportedRow, RowState, Why
from thidua.cli.language import words
from thidua.diagnostics import Text, printable, vietnamese_day
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.sheets.columns import NOT_TAKEN
from thidua.sheets.columns import words as column_words
from thidua.vietnamese.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.entry import Outcomes
    from thidua.app.import_awards import Asked, Opened
    from thidua.app.import_result import DecisionPlan, ImportPlan
    from thidua.sheets.tables import Column

SHOWN = 20
"""Lines of one kind that are printed unless all are asked for."""
CELLS = 4
"""Cells that are named for one change."""
WIDEST = 60
"""Characters of a cell that are repeated."""

STATES = {
    RowState.NEW: Text("mới", "new"),
    RowState.SAME: Text("đã có", "there already"),
    RowState.CHANGED: Text("khác với bản ghi", "different from the records"),
    RowState.AMBIGUOUS: Text("chưa rõ", "ambiguous"),
    RowState.WRONG: Text("sai", "wrong"),
}
WHYS = {
    Why.LETTERS: Text(
        "chữ: dấu dựng sẵn, khoảng trắng, chữ Đ, xuống dòng",
        "letters: composed marks, spaces, the letter đ, line breaks",
    ),
    Why.PREFIX: Text("bỏ cách xưng hô, học vị, cấp bậc trước tên", "forms of address, degrees and ranks left out"),
    Why.CAPITALS: Text("chữ hoa, chữ thường của tên", "capitals of names"),
    Why.DAY: Text("ngày", "days"),
    Why.SERIAL: Text("ngày ghi bằng số của Excel", "days that Excel keeps as numbers"),
    Why.AWARD: Text("danh hiệu, hình thức", "awards"),
    Why.RECORD: Text("tên thành mã bản ghi", "names that became ids of records"),
    Why.VALUE: Text("giá trị trong danh sách, kỳ", "values of lists, periods"),
    Why.MERGED: Text("ô gộp: lấy theo ô đầu", "merged cells: as their first cell"),
    Why.FILLED: Text("ô trống: lấy theo dòng trên hoặc dòng nhóm", "empty cells: as the row or the heading above"),
    Why.SPLIT: Text("một ô tách thành nhiều giá trị", "one cell made several values"),
}


def stopped(made: ImportPlan, asked: Asked) -> bool:
    """Tell whether some row keeps the import from being written."""
    return any(row.troubles for row in made.reading.rows) or stopped_by_changes(made, asked)


def understood(made: ImportPlan, opened: Opened, *, every: bool) -> str:
    """Return how the file was understood, and every change of what was typed."""
    lines = []
    for table in opened.tables:
        lines.append(words(
            f"{made.reading.file}, trang `{table.sheet.name}`, tiêu đề ở dòng {table.top}",
            f"{made.reading.file}, sheet `{table.sheet.name}`, header in row {table.top}",
        ))  # fmt: skip
        width = max((len(column.header) for column in table.columns), default=0)
        lines += [
            f"  {column.letters:<3}{column.header[:WIDEST]:<{min(width, WIDEST)}}  → {_field(column)}"
            for column in table.columns
        ]
    if made.reading.mapping:
        lines.append(words(f"  theo {made.reading.mapping}", f"  as {made.reading.mapping} says"))
    lines += [f"- {said(one)}" for one in made.reading.remarks]
    lines += _changes(made.reading.changes, every=every)
    lines += _troubles(made, every=every)
    lines += _differences(made, every=every)
    return "\n".join(lines) + "\n\n"


def _field(column: Column) -> str:
    if column.field is None:
        return words(
            "không nhận ra, không nhập (chỉ rõ bằng --map)", "not known, not imported (say what it is with --map)"
        )
    label = said(column_words().labels[column.field])
    if column.field in NOT_TAKEN:
        ignored = words("không nhập", "not imported")
        return label if label == ignored else f"{label} ({ignored})"
    return label


def _changes(changes: list[Change], *, every: bool) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield words(
        f"Hiểu khác với chữ trong ô: {count(len(changes))}", f"Understood otherwise than typed: {len(changes):,}"
    )
    grouped: dict[Why, dict[tuple[str, str], list[str]]] = {}
    for one in changes:
        grouped.setdefault(one.why, {}).setdefault((one.before, one.after), []).append(one.cell)
    for why in Why:
        group = grouped.get(why, {})
        if group:
            yield f"  {said(WHYS[why])}:"
            lines = [
                f"    {_cells(cells, every=every)}  `{_short(before)}` → `{_short(after)}`"
                for (before, after), cells in group.items()
            ]
            yield from _cut(lines, every=every)


def _troubles(made: ImportPlan, *, every: bool) -> Iterator[str]:
    rows = [row for row in made.reading.rows if row.troubles]
    if not rows:
        return
    yield ""
    yield words("Phải sửa trước khi nhập:", "To be mended before it is imported:")
    same: dict[str, list[str]] = {}
    for row in rows:
        for one in row.troubles:
            same.setdefault(f"{said(STATES[row.state])}: {said(one.said)}", []).append(one.cell)
    lines = [f"  {_cells(cells, every=every)}  {said}" for said, cells in same.items()]
    yield from _cut(lines, every=every)


def _differences(made: ImportPlan, *, every: bool) -> Iterator[str]:
    rows = [row for row in made.reading.rows if row.state is RowState.CHANGED]
    if not rows:
        return
    yield ""
    yield words("Khác với bản ghi (bản ghi → tệp):", "Different from the records (record → file):")
    lines = [
        f"  {row.cell}  {_who(row)}: " + "; ".join(f"{d.field} `{d.there}` → `{d.here}`" for d in row.differences)
        for row in rows
    ]
    yield from _cut(lines, every=every)


def told(made: ImportPlan, outcome: Outcomes, is_stopped: bool, *, dry_run: bool) -> str:
    """Return what became of the rows, and of the files."""
    lines = [f"{_number(one)}{_counted(one)}" for one in made.decisions]
    counts = made.counts
    total = ", ".join(
        f"{count(number) if words('vi', 'en') == 'vi' else f'{number:,}'} {said(STATES[state])}"
        for state, number in counts.items()
        if number
    )
    lines.append(
        words(
            f"tất cả {count(len(made.reading.rows))} dòng: {total}", f"{len(made.reading.rows):,} rows in all: {total}"
        )
        if total
        else words("không có dòng nào", "there are no rows")
    )
    if is_stopped:
        lines.append(_why_stopped(made))
        return "\n".join(lines) + "\n"
    for one in outcome.planned:
        lines += [words(remark.vi, remark.en) for remark in one.remarks]
    if outcome.is_idle:
        lines.append(words("không có gì thay đổi", "nothing to change"))
    for one in outcome.planned:
        is_new = one.old is None
        if outcome.written:
            lines.append(
                words(f"đã {'tạo' if is_new else 'sửa'} {one.path}", f"{'created' if is_new else 'changed'} {one.path}")
            )
        elif dry_run and not outcome.errors:
            lines.append(
                words(
                    f"sẽ {'tạo' if is_new else 'sửa'} {one.path}",
                    f"would {'create' if is_new else 'change'} {one.path}",
                )
            )
    lines += ["", outcome.shown.rstrip("\n")] if outcome.shown else []
    lines += [words(one.vi, one.en) for one in outcome.said]
    return "\n".join(lines) + "\n"


def _why_stopped(made: ImportPlan) -> str:
    if any(row.troubles for row in made.reading.rows):
        return words(
            "không ghi gì: còn dòng sai hoặc chưa rõ; sửa trong tệp rồi chạy lại",
            "nothing was written: some rows are wrong or ambiguous; mend the file and run it again",
        )
    return words(
        "không ghi gì: có dòng khác với bản ghi; thêm --update để sửa bản ghi theo tệp, hoặc --keep để giữ bản ghi",
        "nothing was written: some rows differ from the records; add --update to change the records, or --keep to leave them",
    )


def refused(errors: int, dry_run: bool) -> str:
    many = "1 error" if errors == 1 else f"{errors} errors"
    if dry_run:
        return words(f"{errors} lỗi; lệnh thật sẽ không ghi", f"{many}; it would not be written")
    return words(
        f"không ghi gì vì có {errors} lỗi; sửa rồi làm lại, hoặc thêm --force",
        f"nothing was written because of {many}; mend it, or add --force",
    )


def _number(one: DecisionPlan) -> str:
    new = one.new
    named = new.number or words("(chưa rõ số)", "(number not known)")
    day = words(f" ngày {vietnamese_day(new.date.isoformat())}", f" of {new.date}") if new.date else ""
    return f"{named}{day} → {one.path}: " if one.path else f"{named}{day}: "


def _counted(one: DecisionPlan) -> str:
    found: dict[RowState, int] = {}
    for row in one.rows:
        found[row.state] = found.get(row.state, 0) + 1
    return ", ".join(f"{number} {said(STATES[state])}" for state, number in found.items())


def _who(row: ImportedRow) -> str:
    return next((row.recipient[field] for field in RECIPIENT_FIELDS if field in row.recipient), "")


def _cells(cells: list[str], *, every: bool) -> str:
    if every or len(cells) <= CELLS:
        return ", ".join(cells)
    return words(
        f"{', '.join(cells[:CELLS])} và {len(cells) - CELLS} ô nữa",
        f"{', '.join(cells[:CELLS])} and {len(cells) - CELLS} more",
    )


def _cut(lines: list[str], *, every: bool) -> Iterator[str]:
    yield from lines if every else lines[:SHOWN]
    if not every and len(lines) > SHOWN:
        left = len(lines) - SHOWN
        yield words(f"    và {count(left)} dòng nữa; xem hết bằng --all", f"    and {left:,} more; see all with --all")


def _short(text: str) -> str:
    whole = printable(text)
    return whole if len(whole) <= WIDEST else f"{whole[: WIDEST - 1]}…"


def said(text: Text) -> str:
    """Return a text in the language chosen."""
    return words(text.vi, text.en)
