"""What a report reads without pydantic is what the models read."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from thidua.model import lists
from thidua.model.kinds import model
from thidua.model.stated import FIELDS, KINDS, MANY, NEEDED, key_of
from thidua.source.document import parse_file, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]

TEXTS = {
    "Line": ["một dòng", "x", " "],
    "Prose": ["một dòng", "hai\ndòng\n", "\n"],
    "Id": ["a", "xa-quang-nghia", "2023/a-1", "a" * 200],
    "Count": ["0", "2405", "9" * 15],
    "Amount": ["0", "-3", "25.8", "2.405", "10.00"],
    "Day": ["2023-10-30", "2024-02-29"],
    "Span": ["2023", "2021-2025", "quy-1-2023", "9-thang-dau-2023", "nam-hoc-2022-2023", "2023-01-01/2023-02-01"],
}
ODD = [
    "", "\n", "a\n", "a\nb", "a--b", "-a", "a/", "A", "à", "a\n", "1.", "+1", "01", "1e3", "2,5", " 1", "٣",
    "9" * 400, "a" * 201,
    "2023-02-30", "2023-1-1", "1944", "2101", "2023-2021", "quy-5-2023", "2023-02-01/2023-01-01", "co", "Co", "tren",
    "khong-co",
    None, [], {}, ["a"], {"name": "a"}, [["a"]], [None], 1,
]  # fmt: skip
"""What some field or other refuses."""


def equal(stated: Any, wanted: Any) -> bool:
    """Tell whether a value is what the model has in its place, down to the types."""
    if isinstance(wanted, BaseModel):
        names = type(wanted).model_fields
        return set(vars(stated)) == set(names) and all(equal(getattr(stated, n), getattr(wanted, n)) for n in names)
    if isinstance(wanted, tuple):
        pairs = zip(stated, wanted, strict=False)
        return isinstance(stated, tuple) and len(stated) == len(wanted) and all(equal(*pair) for pair in pairs)
    return type(stated) is type(wanted) and bool(stated == wanted)


def modelled(folder: str, tree: Any) -> BaseModel | None:
    try:
        return model(folder).model_validate(tree)
    except ValidationError:
        return None


def texts_of(type_: str) -> list[str]:
    return TEXTS.get(type_) or [one.value for one in getattr(lists, type_)]


def trees(name: str, deep: int = 2) -> st.SearchStrategy[dict[str, Any]]:
    """Return records of a model, some fields of each."""
    needed: dict[str, st.SearchStrategy[Any]] = {}
    other: dict[str, st.SearchStrategy[Any]] = {}
    for field, said in FIELDS[name].items():
        type_ = said.rstrip(NEEDED + MANY)
        if type_ in FIELDS and not deep and not said.endswith(NEEDED):
            continue
        value = trees(type_, max(deep - 1, 0)) if type_ in FIELDS else st.sampled_from(texts_of(type_))
        many = said.rstrip(NEEDED).endswith(MANY)
        (needed if said.endswith(NEEDED) else other)[key_of(field)] = st.lists(value, max_size=2) if many else value
    return st.fixed_dictionaries(needed, optional=other)


def places(value: Any) -> Iterator[Callable[[Any], None]]:
    """Return what puts another value into each place of a tree."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield lambda new, key=key: value.__setitem__(key, new)
        yield from places(one)
    if isinstance(value, dict):
        yield lambda new: value.__setitem__("unknown", new)


@pytest.mark.parametrize("folder", KINDS)
def test_every_record_of_ours_is_read_as_its_model_reads_it(folder: str) -> None:
    files = [one for one in (ROOT / "records" / folder).rglob("*") if one.suffix in (".yaml", ".md")]
    for file in files:
        document = parse_file(file.name, read(file.read_bytes()))
        assert equal(KINDS[folder].read(document.tree), modelled(folder, document.tree)), file


def of_each_type(text: Any) -> Iterator[dict[str, Any]]:
    """Return years in which a text stands where each type is read."""
    yield {"theme": text}
    yield {"note": text}
    for field in ("campaign", "value", "period", "qualifier"):
        yield {"figures": [{"name": "x", field: text}]}
    yield {"targets": [{"total": text}]}
    yield {"pledges": [{"date": text}]}


@pytest.mark.parametrize("text", [*ODD, *(one for texts in TEXTS.values() for one in texts)], ids=repr)
def test_each_type_takes_the_same_texts(text: Any) -> None:
    for tree in of_each_type(text):
        if text is not None:  # no file holds that
            assert equal(KINDS["years"].read(tree), modelled("years", tree)), tree


@pytest.mark.parametrize("folder", KINDS)
@given(data=st.data())
def test_what_a_model_reads_is_read_alike(folder: str, data: st.DataObject) -> None:
    tree = data.draw(trees(KINDS[folder].model))
    assert equal(KINDS[folder].read(tree), modelled(folder, tree))


@pytest.mark.parametrize("folder", KINDS)
@given(data=st.data())
def test_what_a_model_refuses_is_refused(folder: str, data: st.DataObject) -> None:
    tree = deepcopy(data.draw(trees(KINDS[folder].model)))
    put = data.draw(st.sampled_from(list(places(tree))))
    put(data.draw(st.sampled_from(ODD)))
    stated, wanted = KINDS[folder].read(tree), modelled(folder, tree)
    assert stated is None or (wanted is not None and equal(stated, wanted))
