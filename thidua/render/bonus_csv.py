"""A list of bonus money as CSV for spreadsheets: UTF-8 with a byte order mark, no cell that is a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from thidua.render.bonus_words import grounds, label, remark
from thidua.render.csv_cells import BYTE_ORDER_MARK, guarded
from thidua.render.words import label as list_label

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua.report.bonus import BonusReport
    from thidua.report.bonus_rows import BonusRow

HEADINGS = (
    "TT", "Họ tên, tập thể, hộ", "Đối tượng", "Số lượng", "Đơn vị", "Danh hiệu, hình thức", "Số quyết định",
    "Ngày quyết định", "Mức (lần lương cơ sở)", "Lương cơ sở", "Tiền thưởng mỗi suất", "Thành tiền", "Người chi",
    "Kết quả", "Ghi chú", "Căn cứ", "Độ tin cậy", "Bản ghi",
)  # fmt: skip


def render(report: BonusReport) -> str:
    """Return one line for each row. Money and multiples are plain numbers (`3800000`, `1.5`), days are `2026-08-01`."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(HEADINGS)
    lines.writerows([guarded(cell) for cell in _cells(row)] for row in report.rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _cells(row: BonusRow) -> tuple[str, ...]:
    return (
        str(row.place),
        row.recipient or "",
        list_label(row.kind),
        "" if row.number is None else str(row.number),
        row.unit or "",
        row.award_name,
        row.decision_number or "",
        row.decided.isoformat() if row.decided else "",
        _plain(row.multiple),
        _plain(row.salary),
        _plain(row.each),
        str(row.amount.value) if row.amount else "",
        label(row.payer),
        label(row.status),
        remark(row),
        grounds(row) if row.articles else "",
        label(row.confidence),
        f"{row.record.path}:{row.record.line}",
    )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
