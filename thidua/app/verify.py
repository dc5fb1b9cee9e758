"""Does a printed report equal the records? If not: which changed since, or what was changed in the file by hand."""

from __future__ import annotations

from contextlib import nullcontext
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING

from thidua.app.at import at
from thidua.app.entry_error import EntryError
from thidua.app.fingerprint import Fingerprinted, fingerprinted, unpacked_asked
from thidua.app.report import NoSuchForm
from thidua.app.verify_past import known_paths, past_of
from thidua.render.stamp import CARRIED, KIND, own_digest, pdf_digest
from thidua.render.visible import LOOK, Seen, seen
from thidua.report.fingerprint import DATA_BYTES, Evidence, NoEvidence, path_key, unpacked
from thidua.store.content import data_of_files
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.app.at import Then
    from thidua.app.fresh import Fresh
    from thidua.store.trail import Commit
    from thidua.store.workspace import Workspace

MOST_SHOWN = 20
"""How many differing lines are told of."""

_MOST_COMPARED = 4_000_000
"""More pairs of lines than these are not searched for the best match."""


class Outcome(StrEnum):
    """What is found of a paper."""

    EQUAL = "equal"
    CHANGED = "records-changed"
    EDITED = "edited"
    CHANGED_AND_EDITED = "records-changed-and-edited"
    OTHERWISE = "made-otherwise"
    """The records are as they were; templates, settings or the program are not."""
    NO_CODE = "no-code"
    DAMAGED = "damaged"


class How(StrEnum):
    """What became of a record since the paper was printed."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    """There is no such file any more."""
    NOT_COUNTED = "not-counted"
    """The file is there and the report does not rest on it any more."""


class Because(StrEnum):
    """What else is not as it was."""

    SETTINGS = "settings"
    TEMPLATES = "templates"
    OTHERS = "others"
    """Records that are not listed, or the program."""
    FORMAT = "format"
    NO_REPORT = "no-report"
    """The report cannot be made any more."""


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    path: str
    how: How


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that the report would have, and what stands in the file; empty where there is none."""

    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of a paper.

    Attributes:
        code: that the paper carries.
        now: the code that the report has now; empty where there is none.
        asked: what it was asked to be of, by option.
        lines: what was changed in the file, as far as that can be told by lines.
        more: how many more lines.
        appended: all of the report is there as it was printed, and something was added behind it, as signing does.
        commit: the records were those of this commit when it was printed; `None` where none was found.
        compared: the file was compared with what the program makes of the records it was printed from; otherwise only
            its own digest was looked at.
    """

    outcome: Outcome
    code: str = ""
    now: str = ""
    asked: tuple[tuple[str, str], ...] = ()
    records: tuple[ChangedRecord, ...] = ()
    because: tuple[Because, ...] = ()
    lines: tuple[Difference, ...] = ()
    more: int = 0
    appended: bool = False
    commit: Commit | None = None
    compared: bool = False


@dataclass(frozen=True, slots=True)
class _Paper:
    data: bytes
    ending: str
    seen: Seen
    evidence: Evidence
    is_as_printed: bool
    """By its own digest, which whoever edits it may have made anew."""


def verify(workspace: Workspace, data: bytes, ending: str, revision: str = "") -> Verdict:
    """Compare a printed report with the records, or with those of a revision.

    Raises:
        NotThatFile: the file is not of the form that its ending says.
        NoRevision: there is no such revision.
        BadTemplate, MissingLibrary: see `thidua.render.print_report.printed`.
    """
    paper = _read(data, ending)
    if isinstance(paper, Verdict):
        return paper
    told = Verdict(Outcome.EQUAL, paper.evidence.code, asked=paper.evidence.asked)
    try:
        with at(workspace, revision) as then:
            now = _made(then, paper.evidence)
            if now is not None and now.evidence.code == paper.evidence.code:
                return _of_same_records(told, paper, now)
            return _of_others(told, paper, then, now, search=not revision)
    except NoEvidence:
        return replace(told, outcome=Outcome.DAMAGED)


def _read(data: bytes, ending: str) -> _Paper | Verdict:
    shown = seen(data, ending)
    carried = list(CARRIED.finditer(shown.hidden))
    if not carried:
        return Verdict(Outcome.NO_CODE)
    format_, own, word = carried[-1].groups()
    if f"thidua:{int(format_)}" != KIND:
        return Verdict(Outcome.OTHERWISE, because=(Because.FORMAT,))
    try:
        evidence = unpacked(word)
    except NoEvidence:
        return Verdict(Outcome.DAMAGED)
    digest = pdf_digest(data, carried[-1][0]) if ending == ".pdf" else own_digest(shown.lines)
    return _Paper(data, ending, shown, evidence, digest == own)


def _made(then: Then, evidence: Evidence) -> Fingerprinted | None:
    """The report that was asked for, as it is now; `None` where it cannot be made."""
    try:
        return fingerprinted(then, unpacked_asked(evidence.asked))
    except (EntryError, NoSuchForm):
        return None


def _of_same_records(told: Verdict, paper: _Paper, now: Fingerprinted) -> Verdict:
    told = _compared(replace(told, now=now.evidence.code), paper, now)
    words_differ = any(not one.startswith(LOOK) for pair in told.lines for one in (pair.expected, pair.found) if one)
    if told.outcome is Outcome.EDITED and paper.is_as_printed and not (words_differ or told.appended):
        because = _other_causes(paper.evidence, now.evidence) or (Because.OTHERS,)
        return replace(told, outcome=Outcome.OTHERWISE, because=because)
    return told


def _compared(told: Verdict, paper: _Paper, made: Fingerprinted) -> Verdict:
    """Whether the file is what the program makes of the same records."""
    told = replace(told, outcome=Outcome.EDITED, compared=True)
    for trace in (False, True) if paper.ending == ".md" else (False,):
        printed = made.printed(paper.ending, trace=trace)
        expected = printed.encode("utf-8") if isinstance(printed, str) else printed
        if paper.ending == ".pdf":
            if paper.data == expected:
                return replace(told, outcome=Outcome.EQUAL)
            return replace(told, appended=paper.data.startswith(expected))
        lines = seen(expected, paper.ending).lines
        if lines == paper.seen.lines:
            return replace(told, outcome=Outcome.EQUAL)
        found = _differences(lines, paper.seen.lines)
        if not told.lines or len(found) < len(told.lines) + told.more:
            told = replace(told, lines=tuple(found[:MOST_SHOWN]), more=max(0, len(found) - MOST_SHOWN))
    return told


def _differences(expected: Sequence[str], found: Sequence[str]) -> list[Difference]:
    start = 0
    while start < min(len(expected), len(found)) and expected[start] == found[start]:
        start += 1
    one, other = list(expected[start:]), list(found[start:])
    while one and other and one[-1] == other[-1]:
        one.pop()
        other.pop()
    if len(one) * len(other) > _MOST_COMPARED:
        return [Difference(*pair) for pair in zip_longest(one, other, fillvalue="") if pair[0] != pair[1]]
    return [
        Difference(*pair)
        for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if kind != "equal"
        for pair in zip_longest(one[a:b], other[c:d], fillvalue="")
    ]


def _of_others(told: Verdict, paper: _Paper, then: Then, now: Fingerprinted | None, *, search: bool) -> Verdict:
    """A paper whose code is not that of the report now."""
    state = then.state
    records = _changed(state, paper.evidence, now)
    because = _other_causes(paper.evidence, now.evidence) if now else (Because.NO_REPORT,)
    told = replace(told, now=now.evidence.code if now else "", records=records)
    is_edited = not paper.is_as_printed
    with past_of(state, paper.evidence) if search else nullcontext() as past:
        if past is not None:
            told = replace(_compared(told, paper, past.made), commit=past.commit)
            is_edited = told.outcome is Outcome.EDITED
    if records or now is None:
        outcome = Outcome.CHANGED_AND_EDITED if is_edited else Outcome.CHANGED
    elif past is not None and not because:
        outcome, because = (Outcome.CHANGED_AND_EDITED if is_edited else Outcome.CHANGED), (Because.OTHERS,)
    else:
        outcome, because = (Outcome.EDITED if is_edited else Outcome.OTHERWISE), because or (Because.OTHERS,)
    return replace(told, outcome=outcome, because=because)


def _other_causes(then: Evidence, now: Evidence) -> tuple[Because, ...]:
    causes = []
    if then.settings != now.settings:
        causes.append(Because.SETTINGS)
    if then.templates != now.templates:
        causes.append(Because.TEMPLATES)
    return tuple(causes)


def _changed(state: Fresh, then: Evidence, now: Fingerprinted | None) -> tuple[ChangedRecord, ...]:
    """Which records are not as they were; where the report cannot be made any more, by what the files say."""
    before = dict(then.records)
    names = known_paths(state, before)
    here = data_of_files(state.register, [*names.values()])
    current = now.records if now else here
    found = []
    for path, data in current.items():
        old = before.get(path_key(path))
        if old is None:
            found.append(ChangedRecord(path, How.NEW))
        elif old != data[: 2 * DATA_BYTES].ljust(2 * DATA_BYTES, "0"):
            found.append(ChangedRecord(path, How.CHANGED))
    counted = {path_key(path) for path in current}
    for key in before:
        if key not in counted:
            path = names.get(key, "")
            found.append(ChangedRecord(path, How.NOT_COUNTED if path in here else How.GONE))
    return tuple(sorted(found, key=lambda one: (one.path, one.how)))
