"""The commit whose records a paper was made of, found by what it says of each."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Self

from thidua.app.at import as_of_commit
from thidua.app.entry_error import EntryError
from thidua.app.fingerprint import Fingerprinted, fingerprinted, unpacked_asked
from thidua.app.report import NoSuchForm
from thidua.render.templates import BadTemplate
from thidua.report.fingerprint import DATA_BYTES, Evidence, path_key
from thidua.store.content import data_in, data_of_blobs
from thidua.store.git import GitError
from thidua.store.revision import Contents, NoRevision, commit_of, files_at
from thidua.store.settings import SETTINGS_FILE
from thidua.store.trail import changes_back
from thidua.store.workspace import RECORDS
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from thidua.app.at import Then
    from thidua.app.fresh import Fresh
    from thidua.store.trail import Commit

MOST_TRIED = 25
"""For how many commits that may be the one a report is made."""

FOLDERS = (RECORDS, SETTINGS_FILE, "templates")


@dataclass(frozen=True, slots=True)
class Past:
    """A commit, and the report that its records give."""

    commit: Commit
    made: Fingerprinted


@contextmanager
def past_of(state: Fresh, evidence: Evidence) -> Iterator[Past | None]:
    """Meanwhile have the latest commit whose records give the report with this code; `None` where none has.

    Raises:
        NoEvidence: nothing that can be asked was asked.
    """
    with ExitStack() as open_:
        try:
            past = _found(state, evidence, open_)
        except (NoRevision, GitError):
            past = None
        yield past


def _found(state: Fresh, evidence: Evidence, open_: ExitStack) -> Past | None:
    root = state.workspace.root
    head = commit_of(root, "HEAD")
    blobs = {one.path: one.blob for one in files_at(root, head, RECORDS) if one.mode.startswith("100")}
    tried = 0
    with _States(root, state, evidence, blobs) as states:
        for commit, changes in changes_back(root, head, *FOLDERS):
            if states.fits and tried < MOST_TRIED:
                tried += 1
                with ExitStack() as trial:
                    made = _made(trial.enter_context(as_of_commit(state, commit.id)), evidence)
                    if made is not None and made.evidence.code == evidence.code:
                        open_.push(trial.pop_all())
                        return Past(commit, made)
            states.undo(changes)
    return None


def _made(then: Then, evidence: Evidence) -> Fingerprinted | None:
    try:
        return fingerprinted(then, unpacked_asked(evidence.asked))
    except (EntryError, NoSuchForm, BadTemplate):
        return None


class _States:
    """The records that a paper rests on, from commit to commit: which of them say what the paper says of them."""

    def __init__(self, root: Path, state: Fresh, evidence: Evidence, blobs: Mapping[str, str]) -> None:
        self._wanted = dict(evidence.records)
        self._said = data_of_blobs(state.register)
        self._ids: dict[str, str] = {}
        self._contents = Contents(root, self._ids)
        self._amiss = set(self._wanted)
        for path, blob in blobs.items():
            self._look(path, blob)

    def __enter__(self) -> Self:
        self._contents.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._contents.__exit__(None, None, None)

    @property
    def fits(self) -> bool:
        return not self._amiss

    def undo(self, changes: Mapping[str, tuple[str, str]]) -> None:
        for path, (old, _) in changes.items():
            self._look(path, old)

    def _look(self, path: str, blob: str) -> None:
        key = path_key(path)
        wanted = self._wanted.get(key)
        if wanted is None:
            return
        if blob and self._data(path, blob)[: 2 * DATA_BYTES].ljust(2 * DATA_BYTES, "0") == wanted:
            self._amiss.discard(key)
        else:
            self._amiss.add(key)

    def _data(self, path: str, blob: str) -> str:
        if blob not in self._said:
            self._ids[blob] = blob
            try:
                self._said[blob] = data_in(path, self._contents[blob])
            except OSError:
                self._said[blob] = ""
        return self._said[blob]


def known_paths(state: Fresh, keys: Mapping[str, str]) -> dict[str, str]:
    """Return the paths that keys stand for: those of files that are there, else of files that git knows."""
    here = ((path_key(path), path) for (path,) in state.register.ask("SELECT path FROM file"))
    found = {key: path for key, path in here if key in keys}
    if len(found) == len(keys) or not (state.workspace.root / ".git").exists():
        return found
    try:
        head = commit_of(state.workspace.root, "HEAD")
        for _, changes in changes_back(state.workspace.root, head, RECORDS):
            found = {path_key(path): path for path in changes if path_key(path) in keys} | found
    except (NoRevision, GitError):
        pass
    return found
