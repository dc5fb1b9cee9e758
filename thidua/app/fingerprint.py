"""A report with its code: made, fingerprinted and printed, from the records on hand or from those of a commit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.app.report import Asked, by_ids, made_by
from thidua.report.fingerprint import Evidence, NoEvidence, evidence_of, records_behind, text_key
from thidua.report.reader import Reader
from thidua.report.span import Span, year_span
from thidua.store.content import data_of_files, later_papers, paths_of
from thidua.store.digest import sha256
from thidua.store.library import Library
from thidua.store.paths import record_path
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua.app.at import Then
    from thidua.app.fresh import Fresh
    from thidua.app.report import Report
    from thidua.render.markdown import Body
    from thidua.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Fingerprinted:
    """A report, and what it was made of.

    Attributes:
        records: what each file that it rests on says, by path.
    """

    report: Report
    body: Body
    folders: tuple[Path, ...]
    evidence: Evidence
    records: dict[str, str]

    def printed(self, ending: str, *, trace: bool = False) -> str | bytes:
        """Return the report with its code, as `.md`, `.html`, `.json`, `.pdf` or `.docx`.

        Raises:
            BadTemplate, MissingLibrary: see `thidua.render.print_report.printed`.
        """
        from thidua.render.print_report import stamped
        from thidua.render.stamp import Stamp

        stamp = Stamp(self.evidence.code, self.evidence.packed())
        return stamped(self.report, ending, self.body, self.folders, stamp, trace=trace)


def fingerprinted(then: Then, asked: Asked) -> Fingerprinted:
    """Return a report with its fingerprint.

    Raises:
        NoSuchForm, EntryError: see `thidua.app.report.make_report`.
        BadTemplate: see `thidua.render.templates.fill`.
    """
    from thidua.render.folders import template_folders
    from thidua.render.markdown import body

    state = then.state
    asked = by_ids(state, asked)
    reader = Reader(Library(state.workspace, state.register))
    report = made_by(reader, state, asked)
    folders = template_folders(state.workspace.root, then.templates)
    settings = state.workspace.settings
    made = body(report, folders, leading_zero=settings.leading_zero == "co")
    records = _rests_on(state, report, reader)
    evidence = Evidence(
        packed_asked(asked), evidence_of(records), text_key(made.text), _settings(settings), _templates(then.templates)
    )
    return Fingerprinted(report, made, folders, evidence, records)


def _rests_on(state: Fresh, report: Report, reader: Reader) -> dict[str, str]:
    """What the records say that a report rests on: those it read, counted or named, and later papers about these.

    Files that could not be read are among them.
    """
    register = state.register
    paths = {*records_behind(report), *reader.read, *report.missing}
    for folder in {folder for folder, _ in reader.named}:
        paths.update(paths_of(register, folder, [id_ for one, id_ in reader.named if one == folder]))
    decisions = [where.id for where in map(record_path, paths) if where.folder == "awards"]
    paths.update(later_papers(register, decisions))
    return {path: data for path, data in data_of_files(register, paths).items() if path.startswith("records/")}


def _settings(settings: Settings) -> str:
    """A digest of what the office decided once and papers show."""
    told = "\0".join((settings.place, settings.leading_zero, settings.rounding))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _templates(folder: Path) -> str:
    """A digest of the office's own templates; empty where it has none."""
    from thidua.render.folders import is_inside

    files = sorted(one for one in _plain_files(folder) if is_inside(one, folder))
    digest = sha256()
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(data)}\0".encode("utf-8", "surrogatepass") + data)
    return digest.hexdigest()[:12] if files else ""


def _plain_files(folder: Path) -> Iterable[Path]:
    return (one for one in folder.iterdir() if one.is_file()) if folder.is_dir() else ()


# what was asked, as text


def packed_asked(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return what was asked, by option; nothing that was not."""
    span = asked.span
    told = {
        "campaign": asked.campaign,
        "bloc": asked.bloc,
        "of": asked.organisation,
        "form": ",".join(asked.forms),
        "year": str(span.year) if span and span.year else "",
        "from": span.start.isoformat() if span and not span.year else "",
        "to": span.end.isoformat() if span and not span.year else "",
    }
    return tuple((name, value) for name, value in told.items() if value)


def unpacked_asked(told: Iterable[tuple[str, str]]) -> Asked:
    """Return what was asked, from what a paper says of it.

    Raises:
        NoEvidence: it is nothing that can be asked.
    """
    asked = dict(told)
    try:
        if "year" in asked:
            span: Span | None = year_span(int(asked["year"]))
        elif "from" in asked:
            span = Span(date.fromisoformat(asked["from"]), date.fromisoformat(asked["to"]))
        else:
            span = None
    except (ValueError, KeyError) as error:
        raise NoEvidence(str(error)) from error
    if (span is None) != ("campaign" in asked):
        raise NoEvidence("neither a campaign nor a span of time")
    forms = tuple(filter(None, asked.get("form", "").split(",")))
    return Asked(asked.get("campaign", ""), asked.get("bloc", ""), asked.get("of", ""), span, forms)
