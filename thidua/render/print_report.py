"""A report in the form its file's ending asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.render.folders import template_folders

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.workspace import Workspace


PAPERS = (".pdf", ".docx")
"""Endings of forms that are no text; they need the extra `office`."""

ON_ITS_SIDE = ("statutory", "bonus", "bonus-list", "list")
"""Reports whose tables want every page on its side."""


def printed(
    report: Any,
    ending: str,
    workspace: Workspace,
    *,
    kind: str = "",
    trace: bool = False,
    templates: Path | None = None,
) -> str | bytes:
    """Return a report as `.md`, `.html`, `.json`, `.pdf` or `.docx`; a list of bonuses also as `.csv`.

    Args:
        kind: of paper, where it is not the report's own.
        templates: the office's own, where they are not those of the workspace.

    Raises:
        BadTemplate: a template cannot be used.
        MissingLibrary: Word or PDF is asked for, and what makes it is not installed.
    """
    folders = template_folders(workspace.root, templates)
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

            return html.render(report, folders, kind=kind, leading_zero=leading_zero)
        case ".pdf" | ".docx":
            return _paper(report, ending, folders, kind or report.kind, leading_zero=leading_zero)
        case _:
            from thidua.render import markdown

            return markdown.render(report, folders, kind=kind, trace=trace, leading_zero=leading_zero)


def _paper(report: Any, ending: str, folders: tuple[Path, ...], kind: str, *, leading_zero: bool) -> bytes:
    if kind == "certificate":
        from thidua.render import certificate

        return certificate.pdf(report) if ending == ".pdf" else certificate.word(report, folders)
    from thidua.render.blocks import blocks
    from thidua.render.markdown import body
    from thidua.render.titles import title

    tree = blocks(body(report, folders, kind=kind, leading_zero=leading_zero).text)
    on_its_side = kind in ON_ITS_SIDE
    if ending == ".pdf":
        from thidua.render import pdf

        return pdf.render(tree, title(report), on_its_side=on_its_side)
    from thidua.render import word

    return word.render(tree, title(report), folders, kind, on_its_side=on_its_side)
