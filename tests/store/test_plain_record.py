"""Records read without their models: the same values, rows and findings, and the same faults, as with them."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from thidua.model.described import described, described_type
from thidua.model.kinds import KINDS
from thidua.model.plain_record import PlainRecord
from thidua.rules import all_rules, record_rules
from thidua.rules.base import OfRecord
from thidua.source.emit import emit
from thidua.store.paths import record_path
from thidua.store.plain_data import read_document
from thidua.store.reading import as_plain_record, as_record
from thidua.store.rows import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.diagnostics import Finding
    from thidua.model.described import FieldTold
    from thidua.store.reading import Loaded

PLAIN = tuple(folder for folder, names in KINDS.items() if described(".".join(names)).plain)

RIGHT = {
    "text": ("vi-du", "phong-vi-du", "Phòng Ví dụ", "2019/5-qd-vi-du", "I.1", "KT-2026-0153", "giay-khen-cap-huyen"),
    "count": ("0", "5", "2405"), "amount": ("0", "25.8", "-3", "2.405", "6446"), "year": ("2023", "1945"),
    "day": ("2023-03-06", "2024-02-29"),
    "period": ("2023", "2021-2025", "nam-hoc-2022-2023", "quy-2-2020", "9-thang-dau-2023", "2023-01-01/2023-09-30"),
}  # fmt: skip
ODD: tuple[Any, ...] = (
    "x", "2.405", "05", "-1", "1944", "2101", "30/10/2023", "2023-02-30", "2023-13-01", "2025-2021", "25,8", "1e5",
    "Hoà", "dòng một\ndòng hai", "a" * 201, "VI-DU", "vi--du", "vi-du/", "co\n", "0\n", "2023\n", "vi-du\n", "٣", "²",
    "12345678901234567", "co", "khong", "yes", [], ["vi-du"], [["vi-du"]], {}, {"name": "Ví dụ"}, [{"name": "Ví dụ"}],
    [{}],
)  # fmt: skip


def test_all_kinds_but_corrections_are_plain() -> None:
    assert set(KINDS) - set(PLAIN) == {"corrections"}


@cache
def words(name: str) -> tuple[str, ...]:
    module, _, kind = name.partition(".")
    return tuple(member.value for member in getattr(import_module(f"thidua.model.{module}"), kind))


def tree(chance: random.Random, name: str, odd: float, depth: int = 0) -> Any:
    if chance.random() < odd / 4:
        return chance.choice(ODD)
    made = {}
    fields = list(described(name).fields)
    chance.shuffle(fields)
    for field in fields:
        wanted = 0.95 - odd if field.needed else 0.4 / (1 + depth)
        if chance.random() < wanted or (field.needed and not odd):
            made[field.key] = value(chance, field, odd, depth)
    if chance.random() < odd / 2:
        made[chance.choice(("namme", "self_", "for_", "x", "class_"))] = chance.choice(ODD)
    return made


def value(chance: random.Random, field: FieldTold, odd: float, depth: int) -> Any:
    if field.many and chance.random() >= odd / 4:
        return [one(chance, field, odd, depth) for _ in range(chance.choice((0, 1, 2, 3)))]
    return one(chance, field, odd, depth)


def one(chance: random.Random, field: FieldTold, odd: float, depth: int) -> Any:
    if chance.random() < odd:
        return chance.choice(ODD)
    if field.kind == "model":
        return tree(chance, field.of[0], odd, depth + 1) if depth < 4 else {}
    return chance.choice(words(field.of[0]) if field.kind == "enum" else fitting(field))


@cache
def fitting(field: FieldTold) -> tuple[str, ...]:
    fits = field.bounds.pattern if field.bounds else ""
    return tuple(text for text in RIGHT[field.kind] if not fits or re.fullmatch(fits, text))


class Given:
    """A document of which nothing but the tree and the text of places is known."""

    body = None

    def __init__(self, made: Any) -> None:
        self.tree = made

    def line(self, route: Any) -> int:
        return len(route)

    def span(self, route: Any) -> Any:
        return "value", route

    def key_span(self, route: Any) -> Any:
        return "key", route


def told(of_model: Any, plain: Any) -> None:
    """Hold the values of a record to those that its model has."""
    assert type(plain) is type(of_model) or (isinstance(plain, PlainRecord) and isinstance(of_model, BaseModel))
    if isinstance(of_model, BaseModel):
        assert described_type(type(plain)) is described_type(type(of_model))
        assert list(plain.__dict__) == list(of_model.__dict__)
        for name, its in of_model.__dict__.items():
            told(its, getattr(plain, name))
    elif isinstance(of_model, tuple):
        assert len(of_model) == len(plain)
        for its, mine in zip(of_model, plain, strict=True):
            told(its, mine)
    else:
        assert (of_model, str(of_model)) == (plain, str(plain))


def found(folder: str, id_: str, record: Any) -> list[Any]:
    checks = [rule.check for rule in record_rules() if isinstance(rule.check, OfRecord)]
    return [list(check.find(record, id_)) for check in checks if not check.folders or folder in check.folders]


def both_ways(path: str, document: Any, wrong: list[Finding]) -> tuple[Loaded, Loaded]:
    folder = record_path(path).folder
    strict, plain = (read(path, folder, document, wrong) for read in (as_record, as_plain_record))
    assert strict.findings == plain.findings
    assert (strict.record is None) is (plain.record is None)
    return strict, plain


def is_held(path: str, strict: Loaded, plain: Loaded) -> bool:
    """Hold a record, and what is made of it, to what is made with the model; tell whether there is one."""
    if strict.record is None or plain.record is None or strict.document is None:
        return False
    folder, id_ = record_path(path).folder, record_path(path).id
    told(strict.record, plain.record)
    rows, mine = (list(rows_of(folder, id_, one.record, strict.document.line)) for one in (strict, plain) if one.record)
    assert rows == mine
    assert found(folder, id_, strict.record) == found(folder, id_, plain.record)
    return True


@pytest.mark.parametrize("folder", PLAIN)
@pytest.mark.parametrize("odd", [0.0, 0.005, 0.05])
def test_a_record_and_what_is_wrong_with_it_are_those_of_the_model(folder: str, odd: float) -> None:
    chance = random.Random(f"{folder} {odd}")
    path = f"records/{folder}/2023/vi-du.yaml"
    read = 0
    for _ in range(60):
        made = tree(chance, ".".join(KINDS[folder]), odd)
        if isinstance(made, dict):
            read += is_held(path, *both_ways(path, Given(made), []))
    assert read or odd


def test_the_records_of_every_rule_s_examples_are_those_of_the_model() -> None:
    files = {
        (path, content if isinstance(content, bytes) else content.encode())
        for rule in all_rules()
        for example in (*rule.bad, *rule.good)
        for path, content in (*example.files.items(), *example.before.items())
    }
    held = 0
    for path, data in files:
        where = record_path(path)
        if where.folder in KINDS and where.problem in ("", "slug", "reserved"):
            held += is_held(path, *both_ways(path, *read_document(path, data)))
    assert held > 200


def test_two_records_of_one_content_are_one() -> None:
    made = {"name": "Ví dụ", "former_names": [{"name": "Ví dụ cũ"}, {"name": "Ví dụ cũ"}]}
    document: Any = Given(made)
    path = "records/organisations/vi-du.yaml"
    first, second = (as_plain_record(path, "organisations", document, []).record for _ in range(2))
    assert first == second
    assert len({first, second}) == 1
    assert [len(one) for one in found("organisations", "vi-du", first) if one]


def test_to_check_records_no_model_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "thidua.yaml").write_text("format: 1\n")
    for path, made in {
        "organisations/vi-du": {"name": "Ví dụ", "kind": "uy-ban-nhan-dan", "level": "xa", "x": "1"},
        "organisations/vi-du-2": {"name": "Ví dụ", "kind": "uy-ban-nhan-dan", "level": "xa"},
        "years/2023/vi-du": {"targets": [{"total": "5,0"}]},
        "awards/2023/5-qd": {"awards": [{"award": "vi-du", "counted": {"individuals": "3"}}]},
    }.items():
        file = tmp_path / "records" / f"{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(emit(made), "utf-8")
    tell = (
        "import sys; from thidua.cli.main import main\n"
        "try: main(['validate'])\n"
        "except SystemExit as ended: sys.exit(10 * ended.code + ('pydantic' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", tell], cwd=tmp_path, env=os.environ, capture_output=True, check=False)
    assert done.returncode == 10, done.stderr
    for code in ("TD005", "TD007", "TD902"):
        assert code.encode() in done.stdout
