"""What stands in a PDF or a Word file, as a reader of it sees it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def pdf_pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf(data).pages]


def pdf_text(data: bytes) -> str:
    return " ".join(pdf_pages(data))


def word(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def word_text(data: bytes) -> str:
    """The text of all paragraphs, also of those in tables."""
    body = word(data).element.body
    lines = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in body.iter(f"{W}p"))
    return " ".join(" ".join(lines).split())


def word_parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bookmarks(data: bytes) -> list[str]:
    def titles(outline: list[Any]) -> Iterator[str]:
        for one in outline:
            if isinstance(one, list):
                yield from titles(one)
            else:
                yield one.title

    return list(titles(pdf(data).outline))
