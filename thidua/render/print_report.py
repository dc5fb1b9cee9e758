"""A report in the form its file's ending asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.render.folders import template_folders

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.render.markdown import Body
    from thidua.render.stamp import Stamp
    from thidua.store.workspace import Workspace


PAPERS = (".pdf", ".docx")
"""Endings of forms that are no text; they need the extra `office`."""

ON_ITS_SIDE = ("statutory", "bonus", "bonus-list", "list")
"""Reports whose tables want every page on its side."""


def printed(report: Any, ending: str, workspace: Workspace, *, kind: str = "", trace: bool = False) -> str | bytes:
    """Return a report as `.md`, `.html`, `.json`, `.pdf` or `.docx`; a list of bonuses also as `.csv`.

    Args:
        kind: of paper, where it is not the report's own.

    Raises:
        BadTemplate: a template cannot be used.
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

            return html.render(report, folders, kind=kind, leading_zero=leading_zero)
        case ".pdf" | ".docx":
            return _paper(report, ending, folders, kind or report.kind, leading_zero=leading_zero)
        case _:
            from thidua.render import markdown

            return markdown.render(report, folders, kind=kind, trace=trace, leading_zero=leading_zero)


def stamped(
    report: Any, ending: str, made: Body, folders: tuple[Path, ...], stamp: Stamp, *, trace: bool = False
) -> str | bytes:
    """Return a report with its code.

    Args:
        made: its body.
        folders: those that the body was made with.

    Raises:
        BadTemplate, MissingLibrary: see `printed`.
    """
    from thidua.render import stamp as stamps

    match ending:
        case ".json":
            from thidua.render import report_json

            return stamps.data(report_json.plain(report), stamp)
        case ".html":
            from thidua.render import html

            return stamps.page(html.render(report, folders, made=made), stamp)
        case ".pdf":
            return stamps.pdf(_pdf(report, made, report.kind, foot=stamp.line, carried=stamp.carried()), stamp)
        case ".docx":
            return stamps.word(_word(report, made, folders, report.kind), stamp)
        case _:
            from thidua.render import markdown

            return stamps.markdown(markdown.render(report, folders, trace=trace, made=made), stamp)


def _paper(report: Any, ending: str, folders: tuple[Path, ...], kind: str, *, leading_zero: bool) -> bytes:
    if kind == "certificate":
        from thidua.render import certificate

        return certificate.pdf(report) if ending == ".pdf" else certificate.word(report, folders)
    from thidua.render.markdown import body

    made = body(report, folders, kind=kind, leading_zero=leading_zero)
    return _pdf(report, made, kind) if ending == ".pdf" else _word(report, made, folders, kind)


def _pdf(report: Any, made: Body, kind: str, *, foot: str = "", carried: str = "") -> bytes:
    from thidua.render import pdf
    from thidua.render.blocks import blocks
    from thidua.render.titles import title

    tree = blocks(made.text)
    return pdf.render(tree, title(report), on_its_side=kind in ON_ITS_SIDE, foot=foot, carried=carried)


def _word(report: Any, made: Body, folders: tuple[Path, ...], kind: str) -> bytes:
    from thidua.render import word
    from thidua.render.blocks import blocks
    from thidua.render.titles import title

    return word.render(blocks(made.text), title(report), folders, kind, on_its_side=kind in ON_ITS_SIDE)
