from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.plain_yaml import SafeLoader
from thidua.app.schema import schema, schema_files
from thidua.app.schema_examples import EXAMPLES
from thidua.app.schema_fields import FieldKind, fields, shapes
from thidua.app.schema_words import KINDS, PARTS
from thidua.diagnostics import Language
from thidua.store.kinds import models
from thidua.store.paths import FOLDERS, record_path
from thidua.store.reading import read_record

if TYPE_CHECKING:
    from tests.look_up.office import Office

ROOT = Path(__file__).parents[2]
RECORDS = sorted(path for path in (ROOT / "records").rglob("*.yaml") if record_path(path.as_posix()).folder)
MODELS = models()
ALL_MODELS = [*MODELS.values(), *shapes(list(MODELS.values()))]

ENGLISH_MISSING = {
    ("CatalogueAward", "kind"),
    ("Tally", "of"),
    ("CorrectedRow", "field"),
    ("Signer", "capacity"),
    ("Recipient", "sex"),
}
"""Fields whose Vietnamese has a description and whose English has none yet; none may be added."""


class Yaml12(SafeLoader):
    """Reads plain scalars as an editor does: YAML 1.2, core schema."""


Yaml12.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"|~|null|Null|NULL"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), None)


def complaints(folder: str, text: str) -> list[str]:
    """Return what an editor would mark, as `route: message`."""
    validator = Draft202012Validator(schema(folder, Language.VI))
    found = validator.iter_errors(yaml.load(text, Yaml12))
    return [f"{'.'.join(map(str, error.path))}: {error.message[:80]}" for error in found]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_schema_is_a_schema(folder: str) -> None:
    Draft202012Validator.check_schema(schema(folder, Language.VI))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(ROOT / "records").as_posix())
def test_every_record_of_the_repository_fits_its_schema(path: Path) -> None:
    assert complaints(record_path(path.as_posix()).folder, path.read_text("utf-8")) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_example_of_the_docs_is_a_record_and_fits_its_schema(folder: str) -> None:
    path, text = EXAMPLES[folder]
    assert record_path(path).folder == folder
    assert read_record(path, folder, text.encode()).findings == ()
    front = text.split("---\n")[1] if path.endswith(".md") else text
    assert complaints(folder, front) == []


@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("exemplars", "name: 2023\nyear: 2023"),
        ("exemplars", "name: true\nyear: '2023'"),
        ("campaigns", "name: a\nperiod: 2023"),
        ("campaigns", "name: a\nperiod: 9-thang-dau-2023"),
        ("campaigns", "name: a\ntargets: [{name: b, plan: 25.8, actual: 12, lower: -3, rank: 1}]"),
        ("awards", "decision: {number: 412, date: 2023-03-06}\nawards: [{award: a, counted: {individuals: 2405}}]"),
        ("awards", "decision: {number: 12.5, date: '2023-03-06'}\nawards: [{award: a, described: nhiều}]"),
        ("blocs", "name: a\nnumber: 1"),
    ],
)
def test_a_value_is_accepted_as_an_editor_reads_it(folder: str, text: str) -> None:
    assert complaints(folder, text) == []
    assert read_record(f"records/{folder}/a.yaml", folder, text.encode()).record is not None


@pytest.mark.parametrize(
    ("folder", "text", "where"),
    [
        ("organisations", "nam: a", ""),
        ("organisations", "name: a\nkind: phong", "kind"),
        ("exemplars", "name: a\nyear: 1012", "year"),
        ("exemplars", "name: a\nyear: '20'", "year"),
        ("campaigns", "name: a\nperiod: năm 2023", "period"),
        ("campaigns", "name: a\ntargets: [{name: b, plan: '25,8'}]", "targets.0.plan"),
        ("awards", "awards: [{award: a, counted: {individuals: 2.405}}]", "awards.0.counted.individuals"),
        ("awards", "awards: [{award: a, counted: {individuals: -1}}]", "awards.0.counted.individuals"),
        ("awards", "decision: {date: 06/3/2023}\nawards: [{award: a, described: b}]", "decision.date"),
        ("awards", "awards: [{award: A b, described: c}]", "awards.0.award"),
        ("awards", "awards: [{award: a}]", "awards.0"),
        ("awards", "awards: [{award: a, recipients: [{name: b, collective: c}]}]", "awards.0.recipients.0"),
    ],
)
def test_a_wrong_value_is_marked_where_it_stands(folder: str, text: str, where: str) -> None:
    assert [complaint.partition(": ")[0] for complaint in complaints(folder, text)][:1] == [where]
    assert read_record(f"records/{folder}/a.yaml", folder, text.encode()).record is None


def keys_of(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys_of(one)}
    return {key for one in value for key in keys_of(one)} if isinstance(value, list) else set()


@pytest.mark.parametrize("language", Language)
def test_the_other_language_never_shows(language: Language) -> None:
    for text in schema_files(language).values():
        assert not any(key.startswith("x-en") for key in keys_of(json.loads(text)))
    assert schema("people", language)["title"] == {"vi": "Cá nhân", "en": "Person"}[language]


def test_closed_lists_and_references_are_described() -> None:
    properties = schema("organisations", Language.VI)["properties"]
    assert "co-quan (cơ quan)" in properties["kind"]["description"]
    assert properties["parent"]["description"] == "Mã của một bản ghi trong organisations/."
    recipient = schema("awards", Language.VI)["$defs"]["Recipient"]["properties"]
    assert recipient["collective"]["description"].endswith("Mã của một bản ghi trong organisations/, hoặc tên.")


def test_unknown_fields_are_refused_everywhere() -> None:
    for folder in FOLDERS:
        whole = schema(folder, Language.VI)
        assert all(part["additionalProperties"] is False for part in (whole, *whole["$defs"].values()))


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model.__name__)
def test_every_field_speaks_both_languages(model: Any) -> None:
    for field in fields(model):
        assert field.title.vi, field.key
        assert field.title.en, field.key
        if field.about and not (field.about.vi and field.about.en):
            assert (model.__name__, field.key) in ENGLISH_MISSING


def test_every_kind_and_every_part_has_its_words_and_no_other_has() -> None:
    assert set(KINDS) == set(MODELS) == set(EXAMPLES) == set(FOLDERS)
    assert set(PARTS) == {model.__name__ for model in shapes(list(MODELS.values()))}


def test_every_field_is_of_a_kind_that_is_understood() -> None:
    texts = {field.hint for model in ALL_MODELS for field in fields(model) if field.kind is FieldKind.TEXT}
    assert len(texts) == 1  # only `Line`: a new type of ours must be named in `schema_fields`


def test_the_command_prints_one_schema_or_all(office: Office) -> None:
    assert office.run("schema", "--kind", "awards").json == schema("awards", Language.VI)
    assert list(office.run("schema").json) == list(FOLDERS)
    assert office.run("schema", "--kind", "award").status == 2


def test_the_command_writes_files_and_says_so(empty: Office) -> None:
    target = empty.root / "schema"
    planned = empty.run("schema", "--output", str(target), "--dry-run").out
    assert planned.startswith("sẽ ghi ")
    assert not target.exists()
    written = empty.run("schema", "--output", str(target)).out
    assert written == planned.replace("sẽ ghi", "đã ghi")
    assert {path.name: path.read_text("utf-8") for path in target.iterdir()} == schema_files(Language.VI)
