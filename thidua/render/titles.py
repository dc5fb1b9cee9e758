"""What a report is called, in the title of its file."""

from __future__ import annotations

from typing import Any

from thidua.render.words import period


def title(report: Any) -> str:
    """Return the title of a report, for a window or the properties of a file."""
    match report.kind:
        case "bloc-year":
            return f"Báo cáo tổng kết thi đua, khen thưởng năm {report.year} - {report.name}"
        case "campaign":
            return f"Báo cáo kết quả phong trào - {report.campaign.name.text}"
        case "statutory":
            return f"Biểu thống kê thi đua, khen thưởng {period(report.span)} - {report.organisation}"
        case "bonus" if report.year:
            return f"Danh sách tiền thưởng năm {report.year} - {report.organisation}"
        case "bonus":
            return f"Danh sách tiền thưởng - Quyết định {report.decision}"
        case "organisation-year":
            return f"Báo cáo thi đua, khen thưởng {period(report.span)} - {report.organisation}"
        case _:
            return str(report.title)
