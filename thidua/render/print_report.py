"""A report in the form its file's ending asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.render.folders import template_folders

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.workspace import Workspace


PAPERS = (".pdf", ".docx")
"""Endings of forms that are no text; they need the extra `office`."""

ON_ITS_SIDE = ("statutory", "bonus")
"""Reports whose tables want every page on its side."""


def printed(report: Any, ending: str, workspace: Workspace, *, trace: bool = False) -> str | bytes:
    """Return a report as `.md`, `.html`, `.json`, `.pdf` or `.docx`; a list of bonuses also as `.csv`.

    Raises:
        BadTemplate: a template cannot be used.
        BadWordTemplate: a Word template cannot be used.
        MissingLibrary: Word or PDF is asked for, and what makes it is not installed.
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
        case ".pdf" | ".docx":
            return _paper(report, ending, folders, leading_zero=leading_zero)
        case _:
            from thidua.render import markdown

            return markdown.render(report, folders, trace=trace, leading_zero=leading_zero)


def _paper(report: Any, ending: str, folders: tuple[Path, ...], *, leading_zero: bool) -> bytes:
    from thidua.render.blocks import blocks
    from thidua.render.markdown import body
    from thidua.render.titles import title

    tree = blocks(body(report, folders, leading_zero=leading_zero).text)
    on_its_side = report.kind in ON_ITS_SIDE
    if ending == ".pdf":
        from thidua.render import pdf

        return pdf.render(tree, title(report), on_its_side=on_its_side)
    from thidua.render import word

    return word.render(tree, title(report), folders, report.kind, on_its_side=on_its_side)
