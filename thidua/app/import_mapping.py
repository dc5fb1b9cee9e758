"""What a person said of columns: `--map` of this run, and the mappings kept in `import/` from earlier ones."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award_file import shortened
from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.sheets.columns import Field, field_called, key
from thidua.sheets.tables import by_letters
from thidua.source.document import parse, read
from thidua.source.emit import emit
from thidua.source.problem import DocumentError
from thidua.value_class import dataclass
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from thidua.sheets.tables import Table
    from thidua.store.workspace import Workspace

FOLDER: Final = "import"
"""Beside `records/`: what is known of workbooks that come again. It is no record, and anyone may change it."""
LARGEST: Final = 64 << 10


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """Fields of columns by header, or by place."""

    by_header: Mapping[str, Field]
    by_place: Mapping[int, Field]

    def field(self, place: int, header: str) -> Field | None:
        found = self.by_place.get(place)
        return found if found is not None else self.by_header.get(key(header))


def typed(maps: Iterable[str]) -> ColumnWords:
    """Return what was said with `--map "Header=field"` or `--map "D=field"`.

    Raises:
        EntryError: one has no `=`, or no field is called so.
    """
    by_header: dict[str, Field] = {}
    by_place: dict[int, Field] = {}
    for one in maps:
        header, sign, name = one.rpartition("=")
        field = field_called(name) if sign else None
        if field is None:
            fields = ", ".join(Field)
            raise EntryError(
                Text(
                    f'`{one}`: ghi như "Cột=trường"; các trường: {fields}',
                    f'`{one}`: write it as "Header=field"; the fields: {fields}',
                ),
                "--map",
            )
        if (place := by_letters(header.strip())) is not None:
            by_place[place] = field
        else:
            by_header[key(header)] = field
    return ColumnWords(by_header, by_place)


@dataclass(frozen=True, slots=True)
class Kept:
    """A mapping that was kept.

    Attributes:
        path: from the root.
        headers: all headers of the table it is for, as headers are compared.
    """

    path: str
    headers: frozenset[str]
    by_header: Mapping[str, Field]


def kept(workspace: Workspace) -> tuple[Kept, ...]:
    """Return the mappings in `import/`.

    Raises:
        EntryError: one cannot be read.
    """
    folder = workspace.root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return ()
    return tuple(_read(file, f"{FOLDER}/{file.name}") for file in sorted(folder.glob("*.yaml")) if file.is_file())


def fitting(table: Table, among: Iterable[Kept]) -> Kept | None:
    """Return the mapping that was kept for a table with just these headers."""
    headers = headers_of(table)
    return next((one for one in among if one.headers == headers), None)


def headers_of(table: Table) -> frozenset[str]:
    return frozenset(key(column.header) for column in table.columns)


def file_of(table: Table, among: Iterable[Kept]) -> tuple[str, str]:
    """Return the path and text of the mapping to keep for a table."""
    old = fitting(table, among)
    headers = [tidy(column.header) for column in table.columns]
    mark = sha256("\n".join(sorted(headers_of(table))).encode()).hexdigest()[:8]
    name = shortened(slug(" ".join(headers)))[:48].strip("-")
    columns = {tidy(column.header): (column.field or Field.SKIP).value for column in table.columns}
    tree: Any = {"headers": list(dict.fromkeys(headers)), "columns": columns}
    return (old.path if old else f"{FOLDER}/{name}-{mark}.yaml"), emit(tree)


def _read(file: Path, path: str) -> Kept:
    try:
        with file.open("rb") as opened:
            tree: Any = parse(read(opened.read(LARGEST))).tree
        columns = tree["columns"].items()
        headers = frozenset(key(str(header)) for header in tree["headers"])
        by_header = {key(str(header)): Field(field) for header, field in columns}
    except (OSError, DocumentError, KeyError, TypeError, AttributeError, ValueError) as error:
        said = Text(
            f"không hiểu `{path}`: {error}; sửa hoặc xoá tệp này",
            f"`{path}` cannot be understood: {error}; mend or remove it",
        )
        raise EntryError(said, status=1) from error
    return Kept(path, headers, by_header)
