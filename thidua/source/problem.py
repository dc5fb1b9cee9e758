"""What can be wrong with the text of a record: what stops the reading, and what `fmt` mends."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.diagnostics import Span, Value


class Problem(StrEnum):
    """Why a text cannot be read as a record."""

    NOT_UTF8 = "not-utf8"
    """Values: `byte`."""
    CONTROL_CHARACTER = "control-character"
    """A character that no text needs. Values: `character`, as `U+0085`."""
    TOO_LARGE = "too-large"
    """Values: `bytes`, `limit`."""
    TOO_DEEP = "too-deep"
    """Values: `limit`."""
    EMPTY_FILE = "empty-file"
    NOT_A_MAPPING = "not-a-mapping"
    """The top of the record is a list or a single value."""
    NO_FRONT_MATTER = "no-front-matter"
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter"

    MERGE_MARKER = "merge-marker"
    """A line such as `<<<<<<< HEAD`, which git leaves where two branches changed the same lines. Values: `marker`."""
    TAB = "tab"
    DIRECTIVE = "directive"
    SEVERAL_DOCUMENTS = "several-documents"
    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"
    MERGE_KEY = "merge-key"
    COMPLEX_KEY = "complex-key"
    """A list or a mapping as a key, or a key after `?`."""
    DUPLICATE_KEY = "duplicate-key"
    """Values: `key`, `first_line`; `related` is the first one."""
    EMPTY_KEY = "empty-key"
    EMPTY_VALUE = "empty-value"
    """Values: `key`, empty for an item of a list."""
    PAIR_IN_LIST = "pair-in-list"
    """`[name: An]`: a field straight inside a list in brackets."""

    MISSING_COLON = "missing-colon"
    NO_SPACE_AFTER_COLON = "no-space-after-colon"
    COLON_IN_VALUE = "colon-in-value"
    """`: ` inside a value that has no quotes."""
    MISPLACED_DASH = "misplaced-dash"
    BAD_INDENT = "bad-indent"
    TEXT_AFTER_VALUE = "text-after-value"
    """More text after a closing quote or bracket."""
    UNCLOSED_QUOTE = "unclosed-quote"
    UNCLOSED_BRACKET = "unclosed-bracket"
    """`related` is the opening bracket."""
    RESERVED_CHARACTER = "reserved-character"
    """A value that starts with a character YAML keeps for itself. Values: `character`."""
    BAD_ESCAPE = "bad-escape"
    """A backslash between double quotes with something after it that means nothing."""
    SYNTAX = "syntax"
    """Anything else that is not YAML. All problems from `MISSING_COLON` on have the value `detail`."""


class DocumentError(Exception):
    """A text that cannot be read as a record.

    Attributes:
        problem: what is wrong.
        span: where, in the text as it is in the file.
        values: what the words of the message need.
        related: another place the reader needs to see.
    """

    def __init__(
        self,
        problem: Problem,
        span: Span,
        values: Mapping[str, Value] | None = None,
        related: Span | None = None,
    ) -> None:
        super().__init__(problem, span, values, related)
        self.problem = problem
        self.span = span
        self.values: dict[str, Value] = dict(values or {})
        self.related = related

    def __str__(self) -> str:
        words = " ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.span.start.line}:{self.span.start.column}: {self.problem} {words}".rstrip()


class FlawKind(StrEnum):
    """What is understood all the same, and mended by `fmt`."""

    BOM = "bom"
    CRLF = "crlf"
    NOT_NFC = "not-nfc"
    ODD_SPACE = "odd-space"
    """A non-breaking or other unusual space."""
    INVISIBLE = "invisible"
    """Zero-width characters, soft hyphens, marks of writing direction."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something of one kind that `fmt` would mend.

    Attributes:
        span: the first place of it.
        count: how many places there are.
    """

    kind: FlawKind
    span: Span
    count: int
