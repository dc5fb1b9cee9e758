"""What a change brings: the findings of a commit beside those of now, and which files differ."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from thidua.app.as_of import as_of
from thidua.app.same_finding import Same, same
from thidua.app.waived import waiver_of, waivers
from thidua.diagnostics import Finding, route_text
from thidua.store.paths import record_path
from thidua.store.scan import is_blob
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.store.workspace import Workspace

ALIKE = 0.5
"""From what share of equal lines on a file that vanished and one that appeared are the same file with another name."""

MOST = 40
"""How many vanished files are compared line by line with those that appeared; of more, only equal ones are found."""


@dataclass(frozen=True, slots=True)
class Since:
    """What there was before a change.

    Attributes:
        changed: paths of files that are not as they were; those that only got another name are not among them.
        counting: findings that no waiver let pass, with the paths and ids of now.
        every: those let pass too.
    """

    changed: frozenset[str]
    counting: tuple[Finding, ...]
    every: tuple[Finding, ...]


def since(state: Fresh, commit: str, today: date, asked: Callable[[Fresh, date], list[Finding]]) -> Since:
    """Return what there was in a commit.

    Args:
        asked: returns every finding of a register.

    Raises:
        NoRevision: git cannot read the commit.
    """
    now = _blobs(state)
    with as_of(state, commit) as older:
        then = _blobs(older)
        names = renamed(then, now, older.workspace, state.workspace)
        found = asked(older, today)
        waiver = waiver_of(waivers(older.register, today))
        counting = [one for one in found if waiver(one) is None]
    moved = _moved(names)
    before = {names.get(path, path): blob for path, blob in then.items()}
    changed = frozenset(path for path in now.keys() | before.keys() if now.get(path) != before.get(path))
    return Since(changed, _as_named_now(counting, moved), _as_named_now(found, moved))


def _blobs(state: Fresh) -> dict[str, str]:
    return dict(state.register.ask("SELECT path, blob FROM file"))


def renamed(then: Mapping[str, str], now: Mapping[str, str], old: Workspace, new: Workspace) -> dict[str, str]:
    """Return the present path of every file that only has another name now, with all or most of its content.

    Args:
        then: what git calls the content of each file, before.
        now: the same at present.
    """
    gone = sorted(path for path in then if path not in now and is_blob(then[path]))
    came = sorted(path for path in now if path not in then and is_blob(now[path]))
    names: dict[str, str] = {}
    by_content = {now[path]: path for path in reversed(came)}
    for path in gone:
        equal = by_content.pop(then[path], None)
        if equal is not None:
            names[path] = equal
    left = [path for path in gone if path not in names]
    free = [path for path in came if path not in names.values()]
    if len(left) <= MOST and len(free) <= MOST:
        candidates = {path: _lines(new, path) for path in free}
        for path in left:
            best = _most_alike(path, _lines(old, path), candidates)
            if best:
                names[path] = best
                del candidates[best]
    return names


def _most_alike(path: str, lines: Counter[bytes], among: Mapping[str, Counter[bytes]]) -> str:
    """Return the file that is most like one that is gone, of the same kind and ending; empty where none is."""
    best, share = "", ALIKE
    for one, others in among.items():
        if _kind(one) != _kind(path):
            continue
        alike = 2 * (lines & others).total() / ((lines + others).total() or 1)
        if alike >= share and (alike > share or not best):
            best, share = one, alike
    return best


def _kind(path: str) -> tuple[str, str]:
    return record_path(path).folder, PurePosixPath(path).suffix


def _lines(workspace: Workspace, path: str) -> Counter[bytes]:
    try:
        return Counter(workspace.read(path).splitlines())
    except OSError:
        return Counter()


def _moved(names: Mapping[str, str]) -> dict[str, str]:
    """Return new words for old: paths of files, and ids, which findings about other files repeat."""
    ids = {record_path(old).id: record_path(new).id for old, new in names.items()}
    return {**ids, **names}


def _as_named_now(found: Iterable[Finding], moved: Mapping[str, str]) -> tuple[Finding, ...]:
    if not moved:
        return tuple(found)
    return tuple(
        replace(
            one,
            at=replace(one.at, path=moved.get(one.at.path, one.at.path)),
            values={name: moved.get(str(value), value) for name, value in one.values.items()},
        )
        for one in found
    )


def brought(found: Iterable[Finding], before: Iterable[Finding]) -> list[bool]:
    """Return for each finding whether it was not there before, wherever its line stands now.

    Of several that say the same, those in the fields of before are the old ones.
    """
    every = list(found)
    fields: Counter[tuple[Same, str]] = Counter((same(one), route_text(one.at.route)) for one in before)
    new = [True] * len(every)
    for place, one in enumerate(every):
        field = same(one), route_text(one.at.route)
        if fields[field]:
            fields[field] -= 1
            new[place] = False
    left: Counter[Same] = Counter()
    for (what, _), times in fields.items():
        left[what] += times
    for place, one in enumerate(every):
        if new[place] and left[same(one)]:
            left[same(one)] -= 1
            new[place] = False
    return new


def on_changed_side(finding: Finding, changed: frozenset[str]) -> Finding:
    """Return a finding that stands in a file that changed, where it names one; the other place goes along."""
    if finding.at.path in changed:
        return finding
    for place, other in enumerate(finding.related):
        if other.path in changed:
            rest = (*finding.related[:place], *finding.related[place + 1 :])
            return replace(finding, at=other, related=(finding.at, *rest))
    return finding
