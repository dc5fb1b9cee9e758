"""How statutory tables print a cell, and say why it has no exact figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.render.marks import Safe, escape
from thidua.report.statutory_values import Because, Cell, Reason, State, Whose
from thidua.vietnamese.numbers import count

if TYPE_CHECKING:
    from thidua.render.marks import Marked
    from thidua.render.words import Figures

NO_DATA: Final = "…"

_REASONS: Final = {
    Reason.NO_DECISION_DATE: "chưa ghi ngày quyết định nên chưa rõ có thuộc kỳ báo cáo không",
    Reason.NO_SUBMISSION_DATE: "chưa ghi ngày tờ trình nên chưa rõ có thuộc kỳ báo cáo không",
    Reason.NO_LAUNCH_DATE: "chưa ghi ngày phát động nên chưa rõ có thuộc kỳ báo cáo không",
    Reason.NO_AUTHORITY: "chưa ghi cấp khen thưởng",
    Reason.WHOSE: "chưa rõ có thuộc tổ chức này không: đơn vị chưa ghi, hoặc ghi bằng tên chưa có bản ghi",
    Reason.AWARD: "có danh hiệu, hình thức không có trong danh mục",
    Reason.NO_NUMBER: "chỗ chỉ nêu bằng lời, không có số lượng",
    Reason.INEXACT: "bản ghi chỉ có số không chính xác (trên, hơn, gần, khoảng, ít nhất)",
    Reason.TALLY: "văn bản tổng hợp nêu nhiều hơn danh sách; phần nhiều hơn chưa có trong bản ghi",
    Reason.RECIPIENT: "chưa tách tập thể, hộ gia đình, cá nhân",
    Reason.ENTERPRISE: "chưa ghi bao nhiêu là doanh nghiệp",
    Reason.CLASS: "chưa ghi đối tượng cá nhân (lãnh đạo, doanh nhân, người trực tiếp lao động)",
    Reason.CLASS_UNCLEAR: "là doanh nhân; biểu không nói doanh nhân có là lãnh đạo không",
    Reason.METHOD: "chưa ghi loại hình khen thưởng",
    Reason.SUBMITTER: "không có cơ quan trình Thủ tướng Chính phủ trong bản ghi",
    Reason.SCOPE: "chưa ghi phạm vi phong trào",
    Reason.CAMPAIGN_KIND: "chưa ghi là chuyên đề hay thường xuyên",
    Reason.LAUNCHER: "chưa ghi cấp phát động, hoặc bản ghi của cấp đó chưa ghi cấp",
    Reason.LENGTH: "chưa ghi thời gian của phong trào",
    Reason.NO_PROPOSALS: (
        "trong kỳ không có hồ sơ đề nghị thuộc biểu này; được tính là hồ sơ do cơ quan, đơn vị trực thuộc trình"
        " và hồ sơ đề nghị cho người, tập thể của mình"
    ),
    Reason.NO_WHOLE_YEAR: "số của quỹ chỉ có theo cả năm",
    Reason.PARTS_OPEN: "chưa tính được tỷ lệ vì số thành phần chưa chắc chắn",
}

_ALONE: Final = (Reason.INEXACT, Reason.NO_PROPOSALS, Reason.NO_WHOLE_YEAR, Reason.PARTS_OPEN)
"""Reasons that are no number of recipients."""

_LABELS: Final = {
    "xac-nhan": "đã xác nhận",
    "mot-nguon": "mới có một nguồn, cần đối chiếu với văn bản",
    "chua-xac-nhan": "chưa xác nhận",
    Whose.CONFERRED: "do tổ chức quyết định",
    Whose.RECEIVED: "mà tập thể, hộ gia đình, cá nhân của tổ chức được nhận",
    Whose.EITHER: "do tổ chức quyết định hoặc được nhận, vì bản ghi chưa ghi cấp của tổ chức",
}


def label(slug: str) -> str:
    """Return how a confidence reads, or whose awards a table has."""
    return _LABELS.get(slug, slug)


def because(reasons: tuple[Because, ...]) -> str:
    """Return reasons as a note under a table: `3 trong 10 chưa ghi …; 2 …`."""
    return "; ".join(map(_reason, reasons))


def _reason(one: Because) -> str:
    said = _REASONS[one.reason]
    if one.reason in _ALONE or one.number is None:
        return said
    of = f" trong {count(one.whole)}" if one.whole is not None and one.whole >= one.number else ""
    return f"{count(one.number)}{of} {said}"


class Cells:
    """The filter that prints a cell, so that a reader can go from its figure to the records."""

    def __init__(self, figures: Figures, marked: Marked) -> None:
        self._figures = figures
        self._marked = marked

    def cell(self, cell: Cell) -> Safe:
        """Return `12`, `ít nhất 12 (1)`, `chưa rõ (2)`, `…` where there is no data, nothing where nothing can be."""
        marks = f" ({cell.note})" if cell.note else ""
        match cell.state:
            case State.NOT_APPLICABLE:
                return Safe("")
            case State.NO_DATA:
                return Safe(NO_DATA)
            case State.UNKNOWN:
                return self._unknown(cell, marks)
            case _:
                doubt = self._marked.note(cell.figure.doubt) if cell.figure else ""
                shown = escape(cell.text) if cell.text is not None else self._figures.figure(cell.figure)
                return Safe(f"{shown}{doubt}{marks}")

    def _unknown(self, cell: Cell, marks: str) -> Safe:
        records = tuple(dict.fromkeys(trace for one in cell.because for trace in one.records))
        shown = self._marked.figure("chưa rõ", records) if records else "chưa rõ"
        return Safe(f"{shown}{marks}")
