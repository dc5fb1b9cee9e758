"""The records of this repository say what the five source articles say, and nothing that does not resolve."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from tests.plain_yaml import BaseLoader
from thidua.model.base import Reference
from thidua.model.kinds import model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "records"
FILES = sorted(RECORDS.rglob("*.yaml"))
IDS = [path.relative_to(RECORDS).with_suffix("").as_posix() for path in FILES]
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")


def plain(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=BaseLoader)


@cache
def record(record_id: str) -> Any:
    return plain(RECORDS / f"{record_id}.yaml")


def at(record_id: str, route: str) -> Any:
    value = record(record_id)
    for step in re.findall(r"[^.\[\]]+", route):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def model_of(path: Path) -> type[BaseModel]:
    return model(path.relative_to(RECORDS).parts[0])


def references(value: object) -> Iterator[tuple[str, str]]:
    """Yield the folder and the id of every reference in a record."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _referred(field, getattr(value, name))
            yield from references(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from references(item)


def _referred(field: FieldInfo, value: object) -> Iterator[tuple[str, str]]:
    items = value if isinstance(value, tuple) else (value,)
    for reference in _marks(field):
        for item in items:
            if isinstance(item, str) and (not reference.or_name or SLUG.fullmatch(item)):
                yield reference.folder, item


def _marks(field: FieldInfo) -> list[Reference]:
    found = [mark for mark in field.metadata if isinstance(mark, Reference)]
    waiting = [field.annotation]
    while waiting:
        annotation = waiting.pop()
        found += [m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, Reference)]
        waiting += [part for part in get_args(annotation) if not isinstance(part, Reference)]
    return found


def texts(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from texts(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value)


SEEDS = plain(Path(__file__).with_name("seed_facts.yaml"))
FACTS = [
    (record_id, fact, route, text)
    for by_record in SEEDS["facts"].values()
    for record_id, rows in by_record.items()
    for fact, route, text in rows
]
AWARDS = plain(ROOT / "thidua" / "law" / "catalogue" / "awards.yaml")["awards"]


@pytest.mark.parametrize(("record_id", "fact", "route", "text"), FACTS, ids=[f"{r}: {f}" for r, f, _, _ in FACTS])
def test_record_says_what_the_article_says(record_id: str, fact: str, route: str, text: str) -> None:
    assert at(record_id, route) == text


@pytest.mark.parametrize(("record_id", "route", "number"), SEEDS["counts"])
def test_record_lists_as_many_as_the_article(record_id: str, route: str, number: str) -> None:
    assert len(at(record_id, route)) == int(number)


@pytest.mark.parametrize(("doubt", "record_id", "route", "word"), SEEDS["doubts"])
def test_what_is_wrong_or_unclear_in_an_article_is_doubted(doubt: str, record_id: str, route: str, word: str) -> None:
    assert word in at(record_id, route)


def test_every_article_has_its_facts() -> None:
    cited = {text["archive"] for path in FILES if "archive" in (text := plain(path)["source"])}
    assert cited == set(SEEDS["facts"])


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_record_is_valid(path: Path) -> None:
    assert isinstance(model_of(path).model_validate(plain(path)), model_of(path))


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_every_reference_leads_to_a_record(path: Path) -> None:
    for folder, target in references(model_of(path).model_validate(plain(path))):
        assert target in AWARDS if folder == "catalogue" else f"{folder}/{target}" in IDS, target


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_record_names_its_source(path: Path) -> None:
    assert plain(path)["source"].keys() & {"document", "address"}


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_record_is_composed_text_with_unix_lines(path: Path) -> None:
    text = path.read_bytes().decode()
    assert text == unicodedata.normalize("NFC", text)
    assert not re.search(r"[\r\t]", text)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_reference_of_a_nested_field_is_seen() -> None:
    award = model("awards").model_validate(record("awards/2020/co-thi-dua-khoi-huyen-hung-yen"))
    found = set(references(award))
    assert {("organisations", "huyen-van-giang"), ("organisations", "ubnd-hung-yen")} <= found
    assert {("catalogue", "co-thi-dua-bo-nganh-tinh"), ("blocs", "hung-yen-huyen-thi-xa-thanh-pho")} <= found


def test_bloc_year_is_named_after_its_bloc_and_a_year_after_its_organisation() -> None:
    for folder, of in (("bloc-years", "blocs"), ("years", "organisations")):
        for record_id in IDS:
            if record_id.startswith(f"{folder}/"):
                assert f"{of}/{record_id.split('/')[2]}" in IDS


def test_only_the_gathering_is_counted_to_the_special_drive() -> None:
    tallies = at("years/2023/mong-cai", "tallies")
    assert [tally.get("campaign") for tally in tallies] == [None, "mong-cai-60-nam-quang-ninh"]


def test_person_in_a_caption_is_no_exemplar() -> None:
    exemplars = [path for path in FILES if path.parent.name == "exemplars"]
    assert len(exemplars) == 2
    assert not any("Lê Đình Lịch" in text for path in exemplars for text in texts(plain(path)))


def test_recognition_is_no_award() -> None:
    awards = [plain(path) for path in FILES if "awards" in path.relative_to(RECORDS).parts[:1]]
    said = {text for award in awards for text in texts(award)}
    assert not said & {"thu-tuong-chinh-phu", "Khu du lịch Quốc gia"}
