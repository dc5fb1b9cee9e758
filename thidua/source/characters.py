"""The characters of a text: which are refused, which are mended, and on which line each stands."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from thidua.diagnostics import Position, Span
from thidua.source.problem import DocumentError, Flaw, FlawKind, Problem
from thidua.value_class import dataclass, field

_BOM = "\ufeff"
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_NON_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))

# `re` compiles these when first used: most texts are printable and NFC, which is told without them
_REFUSED = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffd\ufdd0-\ufdef\ud800-\udfff" + _NON_CHARACTERS + "]|\r(?!\n)"
)
_ODD_SPACES = f"[{_ODD_SPACE}]"
_INVISIBLES = f"[{_INVISIBLE}]"
_UNPRINTABLE_FLAWS = f"[{_ODD_SPACE}{_INVISIBLE}]"
_PIECE = r"\r(?=\n)|[\x00-\x7f]?[^\x00-\x7f]+"
"""What cleaning may change: no character of ASCII ever joins one before it."""


@dataclass(frozen=True)
class Lines:
    """The lines of a text, found when they are first asked for."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def line(self, offset: int) -> int:
        """Return the line of a character, counted from 1."""
        return bisect_right(self.starts, offset)

    def position(self, offset: int) -> Position:
        line = self.line(offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def span(self, start: int, end: int) -> Span:
        return Span(self.position(start), self.position(max(start, end)))

    def point(self, offset: int) -> Span:
        """Return the span of one character, or of nothing at the end of a line."""
        offset = min(offset, len(self.text))
        at_end = offset == len(self.text) or self.text[offset] in "\r\n"
        return self.span(offset, offset if at_end else offset + 1)


@dataclass(frozen=True)
class Cleaned:
    """A text without flaws, and where each of its characters stood in the text as it was.

    Attributes:
        text: LF, NFC, plain spaces, nothing invisible.
        offsets: in the clean text, before and after each change.
        origins: the same places in the text as it was.
    """

    text: str
    offsets: list[int] = field(default_factory=lambda: [0])
    origins: list[int] = field(default_factory=lambda: [0])

    def origin(self, offset: int) -> int:
        """Return where the character at `offset` of the clean text stood before."""
        return self._origin(bisect_right(self.offsets, offset) - 1, offset)

    def origin_end(self, offset: int) -> int:
        """Return where a stretch that ends before `offset` ended before; what was taken out stays outside."""
        index = bisect_left(self.offsets, offset)
        is_border = index < len(self.offsets) and self.offsets[index] == offset
        return self._origin(index if is_border else index - 1, offset)

    def _origin(self, index: int, offset: int) -> int:
        origin = self.origins[index] + offset - self.offsets[index]
        return min([origin, *self.origins[index + 1 : index + 2]])


def refuse_characters(text: str) -> None:
    """Raise `DocumentError` at the first character that no record may hold."""
    if not is_clean(text) and (found := re.search(_REFUSED, text)):
        raise DocumentError(
            Problem.CONTROL_CHARACTER,
            Lines(text).point(found.start()),
            {"character": f"U+{ord(found[0]):04X}"},
        )


def is_allowed(value: str) -> bool:
    """Tell whether a value made with escapes holds nothing that would be refused in a text."""
    return not ("\t" in value or "\r" in value or re.search(_REFUSED, value))


def clean(text: str) -> str:
    """Return the text with LF, NFC, plain spaces and nothing invisible."""
    return cleaned(text).text


def cleaned(text: str) -> Cleaned:
    """Return the clean text together with the way back to `text`.

    Raises:
        DocumentError: it holds characters that no record may hold.
    """
    if is_clean(text):
        return Cleaned(text)
    unix = text.replace("\r\n", "\n")
    is_printable = _is_printable(unix)
    if not is_printable:
        refuse_characters(text)
    if (is_printable or not re.search(_UNPRINTABLE_FLAWS, unix)) and unicodedata.is_normalized("NFC", unix):
        return Cleaned(text) if unix == text else Cleaned(unix, *_without_returns(text))
    parts: list[str] = []
    offsets, origins = [0], [0]
    offset = origin = 0
    for match in re.finditer(_PIECE, text):
        new = _clean_piece(match[0])
        if new != match[0]:
            kept = text[origin : match.start()]
            parts += (kept, new)
            offset += len(kept)
            offsets += (offset, offset + len(new))
            origins += match.span()
            offset += len(new)
            origin = match.end()
    parts.append(text[origin:])
    return Cleaned("".join(parts), offsets, origins)


@lru_cache(maxsize=1)  # reading a text, cleaning it and telling its flaws ask one after the other
def is_clean(text: str) -> bool:
    """Tell whether a text is its own clean text, of which nothing is refused."""
    return _is_printable(text) and unicodedata.is_normalized("NFC", text)


def flaws(text: str) -> tuple[Flaw, ...]:
    """Return what `fmt` would mend in the characters of a text, one flaw of each kind."""
    if is_clean(text):
        return ()
    body = text.removeprefix(_BOM)
    skipped = len(text) - len(body)
    found = {
        FlawKind.BOM: [(0, 1)] * skipped,
        FlawKind.CRLF: [match.span() for match in re.finditer("\r\n", text)],
        FlawKind.NOT_NFC: [] if unicodedata.is_normalized("NFC", text) else _not_nfc(text),
        FlawKind.ODD_SPACE: [match.span() for match in re.finditer(_ODD_SPACES, text)],
        FlawKind.INVISIBLE: [match.span() for match in re.compile(_INVISIBLES).finditer(text, skipped)],
    }
    lines = Lines(text)
    return tuple(Flaw(kind, lines.span(*places[0]), len(places)) for kind, places in found.items() if places)


def _is_printable(text: str) -> bool:
    """Tell, at a tenth of the cost of a pattern, that a text needs no closer look."""
    return "\ufffd" not in text and text.replace("\n", " ").isprintable()


def _without_returns(text: str) -> tuple[list[int], list[int]]:
    offsets, origins = [0], [0]
    for lines, match in enumerate(re.finditer("\r\n", text)):
        origin = match.start()
        offsets += (origin - lines, origin - lines)
        origins += (origin, origin + 1)
    return offsets, origins


def _clean_piece(piece: str) -> str:
    if piece == "\r":
        return ""
    piece = re.sub(_INVISIBLES, "", re.sub(_ODD_SPACES, " ", piece))
    return unicodedata.normalize("NFC", piece)


def _not_nfc(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(_PIECE, text) if unicodedata.normalize("NFC", match[0]) != match[0]]
