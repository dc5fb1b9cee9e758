"""What PyYAML says about a text that is not YAML, as a problem and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.problem import Problem

if TYPE_CHECKING:
    import yaml

    from thidua.diagnostics import Value

_PROBLEMS = (
    ("could not find expected ':'", Problem.MISSING_COLON),
    ("found unexpected ':'", Problem.NO_SPACE_AFTER_COLON),
    ("mapping values are not allowed", Problem.COLON_IN_VALUE),
    ("sequence entries are not allowed", Problem.MISPLACED_DASH),
    ("mapping keys are not allowed", Problem.COMPLEX_KEY),
    ("cannot start any token", Problem.RESERVED_CHARACTER),
    ("hexadecimal numbers", Problem.BAD_ESCAPE),
    ("unknown escape character", Problem.BAD_ESCAPE),
    ("while scanning a directive", Problem.DIRECTIVE),
    ("directive", Problem.DIRECTIVE),
    ("document start", Problem.SEVERAL_DOCUMENTS),
    ("anchor", Problem.ANCHOR),
    ("alias", Problem.ALIAS),
    (" tag", Problem.TAG),
    ("quoted scalar", Problem.UNCLOSED_QUOTE),
    ("expected the node content", Problem.SYNTAX),
    ("while parsing a flow", Problem.UNCLOSED_BRACKET),
    ("expected <block end>", Problem.BAD_INDENT),
)
"""Words of the pure parser, context first; the first that are found decide."""

_BY_SIGN = {":": Problem.EMPTY_KEY, "-": Problem.MISPLACED_DASH}
"""What a sign means where a value or the next key should stand."""

Fault = tuple[Problem, int, int | None, dict[str, "Value"]]
"""A problem, the offset of its place, the offset of a related place, and values."""


def fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """Return what a parser's error means."""
    detail = ": ".join(part for part in (error.context, error.problem) if part)
    problem = next((found for words, found in _PROBLEMS if words in detail), Problem.SYNTAX)
    mark = error.problem_mark or error.context_mark
    place = min(mark.index, len(text)) if mark else 0
    opening = error.context_mark.index if error.context_mark else None
    values: dict[str, Value] = {"detail": detail}
    if problem is Problem.UNCLOSED_QUOTE and opening is not None:
        place = opening
    sign = text[place : place + 1]
    if problem in {Problem.BAD_INDENT, Problem.SYNTAX}:
        problem = _BY_SIGN.get(sign, problem)
    if problem is Problem.BAD_INDENT and text[text.rfind("\n", 0, place) + 1 : place].strip():
        problem = Problem.TEXT_AFTER_VALUE
    if problem is Problem.UNCLOSED_BRACKET and sign == "?":
        problem = Problem.RESERVED_CHARACTER
    if problem is Problem.RESERVED_CHARACTER:
        values["character"] = sign
    return problem, place, opening if problem is Problem.UNCLOSED_BRACKET else None, values
