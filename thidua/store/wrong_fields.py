"""What is wrong with a record, field by field → findings that say what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Finding, Key, Place, Route, Value, route_text
from thidua.model.described import MODEL, described
from thidua.model.faults import NothingAwarded, NotOfARow, NotOneNominee, NotOneRecipient
from thidua.model.kinds import KINDS
from thidua.model.period import NotAPeriod, NotAYear
from thidua.store.paths import RULES
from thidua.store.settings import nearest, unknown_field
from thidua.vietnamese.dates import NotADay
from thidua.vietnamese.numbers import NotANumber, NumberFault
from thidua.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.source.builder import Tree
    from thidua.source.document import Document

SHOWN = 60
"""How many characters of a wrong value a message repeats."""

MOST = 6
"""How many fields a message names."""


def wrong_fields(path: str, document: Document, folder: str, problems: Iterable[Any]) -> Iterator[Finding]:
    """Put into words what is wrong, as `ValidationError.errors` of pydantic has it."""
    for problem in problems:
        route, tag = _route(problem["loc"], document.tree)
        field = str(next((k for k in reversed(route) if isinstance(k, str)), ""))
        match problem["type"]:
            case "missing":
                yield _missing(path, document, route[:-1], field)
            case "union_tag_not_found":
                yield _missing(path, document, route, "check")
            case "extra_forbidden":
                place = Place(path, route, key=True, span=document.key_span(route))
                yield Finding("TD005", place, unknown_field(field, _fields_at(folder, route[:-1], tag)))
            case _:
                yield _wrong_value(path, document, folder, route, problem)


def _missing(path: str, document: Document, route: Route, field: str) -> Finding:
    place = Place(path, (*route, field), span=document.span(route))
    return Finding("TD006", place, {"variant": "inside" if route else "", "field": field, "in": route_text(route)})


def _wrong_value(path: str, document: Document, folder: str, route: Route, problem: Any) -> Finding:
    if route[-1:] == (_KEY,):  # the id of an entry: its section says what it is the id of
        route = route[:-1]
        place = Place(path, route, key=True, span=document.key_span(route))
        return Finding("TD007", place, {"field": str(route[-2]), **_why(problem, ())})
    if problem["type"] == "union_tag_invalid":
        route = (*route, "check")
        why = _unknown_tag(problem["ctx"])
    elif problem["type"] == "greater_than":
        why = {"variant": "other", "value": str(problem["input"]), "reason": _OVER_ZERO}
    else:
        why = _why(problem, _fields_at(folder, route))
    field = str(next((k for k in reversed(route) if isinstance(k, str)), ""))
    return Finding("TD007", Place(path, route, span=document.span(route)), {"field": field, **why})


def _why(problem: Any, fitting: tuple[str, ...]) -> dict[str, Value]:
    """The variant of TD007 that teaches what is wrong with a value, and what its words need.

    A variant that ends in `-bare` has no suggestion.

    Args:
        fitting: the fields that the record at this place may have.
    """
    given = problem["input"]
    text = given if isinstance(given, str) else ""
    value = " ".join(text.split())[:SHOWN]
    match problem["type"], problem.get("ctx", {}).get("error"):
        case _, NotANumber() as error:
            variant = error.reason.value
            if error.reason is NumberFault.THOUSANDS_DOT and text.count(".") > 1:
                variant = "thousands-dots"
            comma = value.replace(".", ",")
            return {**_suggested(variant, error.suggestion), "value": value, "comma": comma}
        case _, NotADay() as error:
            return {**_suggested(f"day-{error.reason.value}", error.suggestion), "value": value}
        case _, NotAPeriod() as error:
            return {"variant": "period-reversed" if error.reversed else "period", "value": value}
        case _, NotAYear():
            return {"variant": "year", "value": value}
        case _, (NotOneRecipient() | NotOneNominee() | NotOfARow()) as error:
            return _not_one(error)
        case _, NothingAwarded():
            return {"variant": "nothing-awarded"}
        case "enum", _ if isinstance(given, str):
            allowed = tuple(problem["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", "))
            return {**_suggested("list", _meant(text, allowed)), "value": value, "allowed": ", ".join(allowed)}
        case "string_too_short", _:
            return {"variant": "empty"}
        case "string_too_long", _:
            return {"variant": "long", "value": value[:40], "limit": int(problem["ctx"]["max_length"])}
        case "string_pattern_mismatch", _ if "\n" in text:
            return {"variant": "lines", "value": text.splitlines()[0]}
        case "string_pattern_mismatch", _:
            meant = "/".join(filter(None, map(slug, text.split("/"))))
            return {**_suggested("id", meant), "value": value}
        case (("tuple_type" | "list_type"), _):
            listed = {"fields": _shown(fitting), "first": fitting[0]} if fitting else {}
            return {"variant": "list-of-fields-expected" if fitting else "list-expected", **listed}
        case (("model_type" | "model_attributes_type" | "dict_type"), _):
            item = isinstance(problem["loc"][-1], int) and bool(fitting)
            listed = {"first": fitting[0]} if item else {}
            return {
                "variant": "item-fields-expected" if item else "fields-expected",
                "fields": _shown(fitting),
                **listed,
            }
        case _ if not isinstance(given, str) and isinstance(problem["loc"][-1], int):
            return {"variant": "item-expected"}
        case _ if not isinstance(given, str):
            return {"variant": "text-expected"}
        case _:
            return {"variant": "other", "value": value, "reason": str(problem["msg"])}


def _shown(fitting: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in fitting[:MOST]) + (", …" if len(fitting) > MOST else "")


def _not_one(error: NotOneRecipient | NotOneNominee | NotOfARow) -> dict[str, Value]:
    if isinstance(error, NotOfARow):
        return {"variant": "row-extra" if error.is_of_decision else "row-needed", "value": str(error)}
    whom = "nominated" if isinstance(error, NotOneNominee) else "recipients"
    return {"variant": f"{whom}-two" if error.given else f"{whom}-none", "given": ", ".join(error.given)}


def _suggested(variant: str, suggestion: str | None) -> dict[str, Value]:
    if suggestion:
        return {"variant": variant, "suggestion": suggestion}
    return {"variant": f"{variant}-bare"}


_YES_NO = {
    "yes": "co",
    "y": "co",
    "true": "co",
    "on": "co",
    "no": "khong",
    "n": "khong",
    "false": "khong",
    "off": "khong",
}
"""What other YAML files write where a record has `co` and `khong`."""


def _meant(text: str, allowed: tuple[str, ...]) -> str:
    """Return the value of a closed list that was most likely meant, or the empty text."""
    word = slug(text)
    if word in allowed:
        return word
    if _YES_NO.get(word) in allowed:
        return _YES_NO[word]
    return nearest(text, allowed) or nearest(word, allowed)


def _fields_at(folder: str, route: Route, tag: str = "") -> tuple[str, ...]:
    """The fields that the record at `route` may have, as they are called in a file.

    Args:
        tag: which of several models stands there.
    """
    if folder == RULES:
        return _fields_of_rules(route, tag)
    here, is_list = ".".join(KINDS[folder]), False
    for key in route:
        if is_list == isinstance(key, str):
            return ()
        if is_list:
            is_list = False
            continue
        field = next((one for one in described(here).fields if one.key == key), None) if here else None
        if field is None:
            return ()
        here, is_list = field.of[0] if field.kind == MODEL else "", field.many
    return tuple(one.key for one in described(here).fields) if here else ()


def _fields_of_rules(route: Route, tag: str) -> tuple[str, ...]:
    from thidua.store import shape
    from thidua.store.kinds import model_of

    found = shape.at(model_of(RULES), route)
    models = found[1] if found else ()
    if len(models) > 1:
        models = tuple(one for one in models if tag and tag in shape.parts(shape.hints(one).get("check")))
    return tuple(name for one in models[:1] for name in shape.hints(one))


_OVER_ZERO = "phải lớn hơn 0, must be over 0"
"""What an amount of the law's entries has to be; the only bound that a model sets."""

_KEY = "[key]"
"""How pydantic says that the id of an entry is meant, not the entry."""


def _route(where: tuple[Key, ...], tree: Tree) -> tuple[Route, str]:
    """Return a place without the names that pydantic gives to the models of a choice, and the last of those.

    Such a name stands where the file has none, before a field of the model or at the end.
    """
    route: list[Key] = []
    here: Any = tree
    tag = ""
    for key in where:
        if isinstance(here, dict) and key not in here and here.get("check") == key:
            tag = str(key)
            continue
        route.append(key)
        here = _at(here, key)
    return tuple(route), tag


def _at(tree: Any, key: Key) -> Any:
    if isinstance(tree, dict):
        return tree.get(key)
    return tree[key] if isinstance(tree, list) and isinstance(key, int) and key < len(tree) else None


def _unknown_tag(context: dict[str, Any]) -> dict[str, Value]:
    value, allowed = str(context["tag"]), tuple(re.findall(r"'([^']+)'", context["expected_tags"]))
    return {**_suggested("list", nearest(value, allowed)), "value": value[:SHOWN], "allowed": ", ".join(allowed)}
