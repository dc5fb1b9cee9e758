"""A record file that is to be changed, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store.writer import inside

if TYPE_CHECKING:
    from thidua.source.document import Document
    from thidua.store.workspace import Workspace


def document_of(workspace: Workspace, path: str) -> Document:
    """Return a record file as a document.

    Raises:
        EntryError: it cannot be read as one.
    """
    from thidua.store.plain_data import read_document  # who makes a new file never asks

    try:
        document, _ = read_document(path, inside(workspace.root, path).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"không đọc được `{path}`: {reason}", f"`{path}` cannot be read: {reason}")
        raise EntryError(said) from error
    if document is None:
        raise EntryError(
            Text(
                f"`{path}` có chỗ không đọc được; xem `thidua validate {path}` và sửa trước",
                f"`{path}` cannot be read; see `thidua validate {path}` and mend it first",
            )
        )
    return document
