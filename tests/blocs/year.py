"""One bloc's year in a repository of its own, checked and reported by the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.plain_yaml import as_yaml
from tests.reports.repository import Ran, files, report, thidua
from thidua.model.bloc import BlocYear

if TYPE_CHECKING:
    from pathlib import Path

PATH = "records/bloc-years/2023/khoi.yaml"
FLAG, DIPLOMA = "co-thi-dua-bo-nganh-tinh", "bang-khen-bo-nganh-tinh"


def written(root: Path, year: dict[str, Any]) -> Path:
    """Write a bloc and its year 2023, with a leader and a source."""
    whole = {"leader": "Sở A", "source": {"document": "Biên bản Ví dụ"}, **year}
    return files(
        root,
        {
            "thidua.yaml": "format: 1\norganisation: tinh\n",
            "records/organisations/tinh.yaml": "name: Tỉnh Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: bo-tinh\n",
            "records/blocs/khoi.yaml": "name: Khối Ví dụ\nkind: khoi\norganiser: tinh\n",
            PATH: as_yaml(whole),
        },
    )


def codes(root: Path, year: dict[str, Any]) -> list[str]:
    """Return the codes of subject TD2xx that `validate` finds."""
    ran = thidua(written(root, year), "validate", "--format", "json")
    found: list[str] = [one["code"] for one in json.loads(ran.out)["diagnostics"]]
    assert "TD005" not in found
    assert "TD007" not in found
    return [one for one in found if one.startswith("TD2")]


def printed(root: Path, year: dict[str, Any]) -> str:
    return report(written(root, year), "2023", "--bloc", "khoi")


def scoring(root: Path, year: dict[str, Any]) -> dict[str, Any]:
    """Return the scoring of the report as JSON."""
    found: dict[str, Any] = json.loads(report(written(root, year), "2023", "--bloc", "khoi", ending=".json"))
    return dict(found["scoring"])


def ran(root: Path, *arguments: str) -> Ran:
    return thidua(root, *arguments)


def model(**year: Any) -> BlocYear:
    """Return a bloc's year as the model reads it: every scalar as text."""
    return BlocYear.model_validate(_text(year))


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _text(one) for name, one in value.items()}
    return [_text(one) for one in value] if isinstance(value, list) else str(value)
