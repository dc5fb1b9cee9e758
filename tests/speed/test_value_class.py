"""A value class does what one of `dataclasses` does, at a fraction of the price."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
import sys
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import thidua
from thidua import value_class

SOURCE = '''
@dataclass(frozen=True, slots=True)
class Frozen:
    """What it is."""

    name: str
    amount: int = 0
    notes: list[str] = field(default_factory=list)
    beside: str = field(default="", compare=False)
    kind: str = field(default="frozen", init=False, metadata={"said": "so"})

    @property
    def twice(self) -> int:
        return 2 * self.amount


@dataclass(slots=True)
class Changing:
    name: str
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Keeping:
    amount: int

    @cached_property
    def twice(self) -> int:
        return 2 * self.amount


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Alone:
    only: str


@dataclass(frozen=True, slots=True)
class Empty:
    pass
'''


def made_with(library: Any, name: str) -> Any:
    module = ModuleType(name)
    module.__dict__.update(dataclass=library.dataclass, field=library.field, cached_property=cached_property)
    sys.modules[name] = module
    exec(compile(f"from __future__ import annotations\n{SOURCE}", name, "exec"), module.__dict__)
    return module


OURS, THEIRS = made_with(value_class, "made_by_us"), made_with(dataclasses, "made_by_python")


def outcome(of: Any, text: str) -> tuple[str, str]:
    """Return what an expression comes to in a module, or which error, with its words."""
    space = {
        **vars(of),
        "replace": (value_class if of is OURS else dataclasses).replace,
        "copy": copy,
        "pickle": pickle,
    }
    try:
        return "", repr(eval(text, space))
    except (TypeError, AttributeError) as error:
        return type(error).__name__, str(error)


@pytest.mark.parametrize(
    "text",
    [
        "Frozen('a')",
        "Frozen('a', 2, ['b'], beside='c')",
        "Frozen(name='a', amount=3).twice",
        "Frozen('a').kind",
        "Frozen.__doc__",
        "Frozen.__match_args__",
        "Frozen.__slots__",
        "Frozen.__qualname__, Frozen.__module__.startswith('made_by_')",
        "Frozen()",
        "Frozen('a', kind='b')",
        "Frozen('a', nothing=1)",
        "Frozen('a', 1, [], '', '', '')",
        "Frozen('a') == Frozen('a'), Frozen('a') == Frozen('b'), Frozen('a') != Frozen('b')",
        "Frozen('a', beside='b') == Frozen('a', beside='c')",
        "Frozen('a') == ('a', 0, [], 'frozen')",
        "Alone('a') == Empty(), Alone('a') == 'a'",
        "Frozen('a').notes is Frozen('a').notes",
        "hash(Frozen('a'))",
        "hash(Ordered(1)) == hash(Ordered(1, 1)), len({Ordered(1), Ordered(1, 1), Ordered(2)})",
        "hash(Alone('a')) == hash(Alone('a'))",
        "hash(Changing('a'))",
        "setattr(Frozen('a'), 'name', 'b')",
        "delattr(Frozen('a'), 'name')",
        "setattr(Keeping(1), 'amount', 2)",
        "Keeping(4).twice, vars(Keeping(4))",
        "(lambda one: (one.rows.append(1), setattr(one, 'name', 'c'), one))(Changing('a'))",
        "Changing('a') == Changing('a', [])",
        "replace(Frozen('a', 2), name='b'), replace(Ordered(1, 2), line=3)",
        "replace(Frozen('a', 2), nothing='b')",
        "Ordered(1) < Ordered(2), Ordered(1, 3) > Ordered(1, 2), Ordered(1) <= Ordered(1), Ordered(2) >= Ordered(3)",
        "sorted([Ordered(2), Ordered(1, 2), Ordered(1)]), max(Alone('a'), Alone('b'))",
        "Ordered(1) < 2",
        "Alone('a') < Ordered(1)",
        "str(Ordered(1, 2)), repr(Ordered(1, 2))",
        "Empty(), Empty() == Empty(), hash(Empty()) == hash(Empty())",
        "copy.copy(Frozen('a', 2)), copy.deepcopy(Frozen('a', 2, ['x']))",
        "copy.copy(Changing('a')), copy.copy(Keeping(2))",
        "pickle.loads(pickle.dumps(Frozen('a', 2, ['b'])))",
        "pickle.loads(pickle.dumps(Changing('a', [1])))",
    ],
)
def test_it_does_what_a_dataclass_does(text: str) -> None:
    assert outcome(OURS, text) == outcome(THEIRS, text)


def test_the_standard_library_takes_it_for_its_own() -> None:
    ours, theirs = OURS.Frozen("a", 2, ["b"]), THEIRS.Frozen("a", 2, ["b"])
    assert dataclasses.is_dataclass(ours)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert dataclasses.replace(ours, name="b") == OURS.Frozen("b", 2, ["b"])
    asked = ("name", "default", "default_factory", "init", "compare", "metadata")
    told = [[[getattr(one, what) for what in asked] for one in dataclasses.fields(of)] for of in (ours, theirs)]
    assert told[0] == told[1]


def test_a_value_as_a_dictionary_holds_those_within_it() -> None:
    value = OURS.Frozen("a", 0, [OURS.Alone("b"), (OURS.Ordered(1),), {"c": OURS.Empty()}])
    assert value_class.asdict(value) == {
        "name": "a",
        "amount": 0,
        "notes": [{"only": "b"}, [{"line": 1, "column": 1}], {"c": {}}],
        "beside": "",
        "kind": "frozen",
    }


@pytest.mark.parametrize(
    ("called", "body"),
    [
        ("dataclass(frozen=True)", "class More(Alone):\n    more: str"),
        ("dataclass(order=True)", "class More:\n    more: str"),
        ("dataclass(frozen=True)", "class More:\n    more: str\n    def __post_init__(self): pass"),
        ("dataclass()", "class More:\n    more: str\n    def __init__(self): pass"),
        ("dataclass(frozen=True)", "class More:\n    more: str\n    def __setattr__(self, name, value): pass"),
        ("dataclass(frozen=True)", "class More:\n    more: str\n    def __eq__(self, other): return True"),
        ("dataclass()", "class More:\n    more: ClassVar[int] = 3"),
        ("dataclass()", "class More:\n    more: InitVar[int]"),
        ("dataclass()", "class More:\n    _: KW_ONLY\n    more: int"),
        ("dataclass()", "class More:\n    more: list[str] = []"),
    ],
)
def test_what_is_more_than_a_value_is_refused(called: str, body: str) -> None:
    with pytest.raises(TypeError, match="More needs more than a value class"):
        exec(f"from __future__ import annotations\n@{called}\n{body}", dict(vars(OURS)))


@pytest.mark.parametrize(
    "text", ["dataclass(eq=False)", "dataclass(kw_only=True)", "field(repr=False)", "field(hash=True)"]
)
def test_a_wish_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(TypeError, match="unexpected keyword"):
        eval(text, dict(vars(OURS)))


def test_no_module_has_its_values_made_by_the_standard_library_without_need() -> None:
    """Where `dataclasses` is loaded for one class, nothing is saved by all others."""
    package = Path(thidua.__file__).parent
    loads = re.compile(r"^\s*(?:import|from) dataclasses\b", re.MULTILINE)
    found = {
        one.relative_to(package).as_posix() for one in package.rglob("*.py") if loads.search(one.read_text("utf-8"))
    }
    assert found == {"value_class.py", "report/scoring.py", "render/report_json.py"}
