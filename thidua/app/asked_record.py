"""What a report is asked to be of: a record by id, by name or by a part of it, and why there can be no report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import KINDS, Lookup
from thidua.diagnostics import Text
from thidua.store.paths import ENDINGS
from thidua.store.queries import unreadable
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh
    from thidua.report.organisation_year import NoSuchRecord

OPTIONS: Final = {"organisations": "--of", "blocs": "--bloc", "campaigns": "--campaign"}


def asked_record(state: Fresh, folder: str, text: str) -> str:
    """Return the id of the record that was asked for; the office's own organisation needs no record to be named.

    Raises:
        EntryError: none or several can be meant.
    """
    if folder == "organisations" and text == state.workspace.settings.organisation:
        return text
    return Lookup(state.register).meant(folder, tidy(text), OPTIONS[folder])


def no_report(state: Fresh, error: NoSuchRecord) -> EntryError:
    """Return why there is no report: the file cannot be read, there is none for the year, or no such record."""
    path = f"records/{error.folder}/{error.id}"
    broken = next((one for one in unreadable(state.register) if one in {path + ending for ending in ENDINGS}), "")
    if broken:
        said = Text(
            f"không đọc được `{broken}` (xem `thidua validate {broken}`)",
            f"`{broken}` cannot be read (see `thidua validate {broken}`)",
        )
        return EntryError(said, status=1)
    if error.folder == "bloc-years":
        return EntryError(_no_such_year(state, error.id))
    kind = KINDS[error.folder]
    return EntryError(
        Text(
            f"không có {kind.vi} `{error.id}`: chưa có bản ghi `{path}.yaml`",
            f"there is no {kind.en} `{error.id}`: no record `{path}.yaml`",
        )
    )


def _no_such_year(state: Fresh, id_: str) -> Text:
    year, _, bloc = id_.partition("/")
    rows = state.register.ask("SELECT record FROM file WHERE folder = 'bloc-years' ORDER BY record")
    years = ", ".join(record.partition("/")[0] for (record,) in rows if record.partition("/")[2] == bloc)
    vi = f"; đã có các năm: {years}" if years else ""
    en = f"; there are the years: {years}" if years else ""
    return Text(
        f"khối, cụm `{bloc}` có bản ghi nhưng chưa có tệp của năm {year}: `records/bloc-years/{id_}.yaml`{vi}",
        f"the bloc `{bloc}` has a record but no file for {year}: `records/bloc-years/{id_}.yaml`{en}",
    )
