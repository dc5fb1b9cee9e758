"""Changed files → their rows and findings in the register."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from thidua.app.plain_files import plain_among
from thidua.store.plain_rows import PlainFile, take_in
from thidua.store.register_error import RegisterDamaged, RegisterHeld

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.app.understand import Known
    from thidua.store.register import Register
    from thidua.store.scan import Stamp
    from thidua.store.workspace import Workspace

AT_ONCE = 256
"""How many files are looked at together: enough that what is done once for all of them costs nothing for each."""


def take_in_all(
    workspace: Workspace, register: Register, read: dict[str, Stamp], told: Callable[[int, int], None] | None = None
) -> list[int]:
    """Take in files, whatever is in them; return their numbers. The caller holds a change open.

    Args:
        told: gets how many files are read, and of how many.
    """
    files: list[int] = []
    rest = iter(read.items())
    while some := dict(islice(rest, AT_ONCE)):
        held: dict[str, bytes] = {}
        plain = {one.path: one for one in _plain_among(workspace, some, held)}
        others = _understood(workspace, {path: stamp for path, stamp in some.items() if path not in plain}, held)
        plain |= {path: one for path, one in others.items() if isinstance(one, PlainFile)}
        try:
            with register.attempt():
                files += take_in(register, list(plain.values()))
        except (RegisterHeld, RegisterDamaged):
            raise
        except Exception:  # noqa: BLE001 - see `_take_in`; they are read once more, strictly
            others |= _understood(workspace, {path: some[path] for path in plain}, {}, may_be_plain=False)
        strict = [(path, some[path], one) for path, one in others.items() if not isinstance(one, PlainFile)]
        files += _take_in(register, strict)
        if told is not None:
            told(len(files), len(read))
    return files


def _plain_among(workspace: Workspace, some: dict[str, Stamp], held: dict[str, bytes]) -> list[PlainFile]:
    try:
        return plain_among(workspace, some, held)
    except Exception:  # noqa: BLE001 - see `_take_in`; they are read strictly
        return []


def _understood(
    workspace: Workspace, some: dict[str, Stamp], held: dict[str, bytes], *, may_be_plain: bool = True
) -> dict[str, Known | PlainFile]:
    """Read files each by itself; the models of records are loaded only where there is such a file."""
    if not some:
        return {}
    from thidua.app.understand import known

    return {
        path: known(workspace, path, stamp, held.get(path), may_be_plain=may_be_plain) for path, stamp in some.items()
    }


def _take_in(register: Register, known: list[tuple[str, Stamp, Known]]) -> list[int]:
    """Add what is known of files, together; where the register refuses that, each by itself.

    Every error is caught here, as in `app.understand`: an error of the program that one file brings about must not keep
    all others from being checked. What was begun is undone, and a finding says so.
    """
    try:
        with register.attempt():
            return register.add_files([(one.file, one.rows, one.findings) for _, _, one in known])
    except (RegisterHeld, RegisterDamaged):
        raise
    except Exception as error:  # noqa: BLE001 - see above
        if len(known) == 1:
            ((path, stamp, _),) = known
            from thidua.app.understand import broken

            return _take_in(register, [(path, stamp, broken(path, stamp, error))])
        return [file for one in known for file in _take_in(register, [one])]
