"""A file's bytes → plain data with its places, and what is wrong with its text. No model is loaded for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Finding, Place
from thidua.source.document import flaws, parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.settings import unreadable_code
from thidua.store.text_checks import check_text

if TYPE_CHECKING:
    from thidua.source.document import Document


def read_document(path: str, data: bytes) -> tuple[Document | None, list[Finding]]:
    """Understand a file as plain data, and say what is wrong with its text."""
    try:
        text = read(data)
        document = parse_file(path, text)
    except DocumentError as error:
        return None, [_unreadable(path, error)]
    return document, [*(_flaw(path, flaw) for flaw in flaws(text)), *check_text(path, document)]


def _unreadable(path: str, error: DocumentError) -> Finding:
    code = unreadable_code(error.problem)
    related = (Place(path, span=error.related),) if error.related else ()
    return Finding(code, Place(path, span=error.span), {"variant": error.problem.value, **error.values}, related)


def _flaw(path: str, flaw: Any) -> Finding:
    return Finding("TD010", Place(path, span=flaw.span), {"variant": flaw.kind.value, "count": flaw.count})
