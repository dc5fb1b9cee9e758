"""Where a list of parts with fields is meant, TD007 shows how one is written."""

import re
from pathlib import Path

import pytest

from tests.reports.repository import files, thidua
from thidua.app.schema_fields import by_key
from thidua.model.initiative import InitiativeRecord
from thidua.model.year_lists import Reach

UNIT = "records/organisations/vi-du.yaml"


@pytest.mark.parametrize("given", ["[Phòng Ví dụ cũ]", "Phòng Ví dụ cũ"])
def test_a_name_where_a_list_of_parts_is_meant_shows_an_item(given: str, tmp_path: Path) -> None:
    text = f"name: Phòng Ví dụ\nformer_names: {given}\nsource: {{document: Ví dụ}}\n"
    root = files(tmp_path, {"thidua.yaml": "format: 1\n", UNIT: text})
    told = thidua(root, "validate").out
    assert "TD007" in told
    assert "như `- name: …`; các trường: `name`" in told
    mended = text.replace(given, "[{name: Phòng Ví dụ cũ}]")
    assert "TD007" not in thidua(files(tmp_path, {UNIT: mended}), "validate").out


def test_help_of_reach_offers_the_values_there_are() -> None:
    told = by_key(InitiativeRecord)["reach"].about
    assert told is not None
    assert set(re.findall(r"[a-z]+(?:-[a-z]+)+", told.vi)) == {*Reach}
