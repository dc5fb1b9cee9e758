"""A report in the form its file's ending asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.render.folders import template_folders

if TYPE_CHECKING:
    from thidua.store.workspace import Workspace


def printed(report: Any, ending: str, workspace: Workspace, *, trace: bool = False) -> str:
    """Return a report as `.md`, `.html` or `.json`; a list of bonuses also as `.csv`.

    Raises:
        BadTemplate: a template cannot be used.
    """
    folders = template_folders(workspace.root)
    leading_zero = workspace.settings.leading_zero == "co"
    match ending:
        case ".json":
            from thidua.render import report_json

            return report_json.render(report)
        case ".csv":
            from thidua.render import bonus_csv

            return bonus_csv.render(report)
        case ".html":
            from thidua.render import html

            return html.render(report, folders, leading_zero=leading_zero)
        case _:
            from thidua.render import markdown

            return markdown.render(report, folders, trace=trace, leading_zero=leading_zero)
