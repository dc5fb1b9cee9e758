"""What every writing command does: carrying out a plan, and saying what came of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, TypeVar

from thidua.app.entry import After, Manner, Outcome, Plan, put
from thidua.app.entry_error import EntryError
from thidua.cli.here import fail, refuse, today
from thidua.cli.language import language, words
from thidua.cli.show_text import say
from thidua.diagnostics import Severity
from thidua.render import terminal
from thidua.store.lock import Locked
from thidua.store.register_error import RegisterDamaged, RegisterHeld
from thidua.store.workspace import Workspace
from thidua.store.writer import OutsideRepository

if TYPE_CHECKING:
    from thidua.app.ask import Conversation
    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

T = TypeVar("T")


def guarded(work: Callable[[], T]) -> T:
    """Do something, and end the program in plain words where it cannot be done."""
    try:
        return work()
    except EntryError as error:
        refuse(error)
    except Locked:
        fail(
            words("chương trình khác đang ghi vào kho này; thử lại sau", "another program is writing; try again later")
        )
    except OutsideRepository as error:
        fail(words(f"`{error}` nằm ngoài kho bản ghi", f"`{error}` is outside the repository of records"))
    except OSError as error:
        reason = f"{error.strerror or error} {error.filename or ''}".strip()
        fail(words(f"không ghi được: {reason}", f"cannot write: {reason}"))


def carry_out(here: Workspace, made: Plan, manner: Manner, after: After | None = None) -> NoReturn:
    """Carry out a plan, say what came of it, and end the program with 1 where it brings errors."""
    outcome = guarded(lambda: put(here, made, manner, after))
    say(_dry(outcome) if manner.dry_run else _told(outcome))
    if outcome.errors and not outcome.written:
        print(_refused(outcome.errors, manner), file=sys.stderr)
    raise SystemExit(1 if outcome.errors else 0)


def asked(here: Workspace, conversation: Callable[[Fresh, Lookup], Conversation[T | None]]) -> T:
    """Ask what a conversation asks and return what it comes to; ends the program where it comes to nothing."""
    import typer

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import forget, fresh
    from thidua.cli.ask import converse

    def complete() -> T | None:
        state = fresh(here)
        try:
            return converse(conversation(state, Lookup(state.register, here.settings.organisation)))
        except typer.Abort:
            return None
        except (RegisterDamaged, RegisterHeld):  # nobody is asked the same things twice unawares
            forget(here)
            fail(
                words(
                    "chỉ mục bị hỏng và đã được xoá, không ghi gì; chạy lại lệnh",
                    "the index was damaged and has been removed, nothing was written; run the command again",
                )
            )
        finally:
            state.register.close()

    answer = guarded(complete)
    if answer is None:
        fail(words("đã dừng, không ghi gì", "stopped, nothing was written"))
    return answer


def texts(many: Iterable[str] | None) -> tuple[str, ...]:
    """Return what was given for an option that may be repeated."""
    return tuple(many or ())


def is_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def refuse_missing(options: list[str]) -> NoReturn:
    """End the program where something needed was not given and nobody can be asked.

    Args:
        options: each with its alternatives after `|`.
    """
    vi, en = (", ".join(f"`{option}`".replace("|", f"` {word} `") for option in options) for word in ("hoặc", "or"))
    are = "is" if len(options) == 1 else "are"
    fail(words(f"thiếu {vi}; không có gì được ghi", f"{en} {are} missing; nothing was written"))


def manner(*, dry_run: bool, force: bool) -> Manner:
    """Return how to write, in the language and on the day of this run."""
    return Manner(language(), today(), dry_run=dry_run, force=force)


def _told(outcome: Outcome) -> str:
    path, lines = outcome.planned.path, []
    if outcome.planned.new == outcome.planned.old:
        return words(f"{path}: không có gì thay đổi\n", f"{path}: nothing to change\n")
    if outcome.written:
        is_new = outcome.planned.old is None
        lines.append(words(f"đã {'tạo' if is_new else 'sửa'} {path}", f"{'created' if is_new else 'changed'} {path}"))
        if holds := outcome.planned.holds:
            lines.append("  " + words(holds.vi, holds.en))
    lines += [words(one.vi, one.en) for one in outcome.planned.remarks if outcome.written]
    lines += ["", outcome.shown.rstrip("\n"), ""] if outcome.shown else []
    if outcome.written:
        lines.append(_checked(outcome))
    lines += [words(one.vi, one.en) for one in outcome.said]
    return "\n".join(lines).lstrip("\n").rstrip("\n") + "\n"


def _checked(outcome: Outcome) -> str:
    """What `thidua validate` finds on the file now."""
    path = outcome.planned.path
    here = Counter(one.severity for one in outcome.diagnostics if one.primary.path == path)
    if not here:
        return words("đã kiểm tra: không có gì cần sửa", "checked: nothing to mend")
    found = terminal.counted({severity: here[severity] for severity in Severity}, language())
    return words(f"đã kiểm tra: {found} (xem ở trên)", f"checked: {found} (see above)")


def _dry(outcome: Outcome) -> str:
    """The whole text of a new file; of one that is there, only the lines that change."""
    planned = outcome.planned
    if planned.old is None:
        text = words(f"sẽ tạo {planned.path}:\n\n", f"would create {planned.path}:\n\n") + planned.new
    else:
        from difflib import SequenceMatcher

        old, new = (one.splitlines() for one in (planned.old, planned.new))
        changed = []
        for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                changed += [*(f"- {line}" for line in old[a:b]), *(f"+ {line}" for line in new[c:d])]
        text = words(f"sẽ sửa {planned.path}:\n\n", f"would change {planned.path}:\n\n")
        text += "".join(f"{line}\n" for line in changed)
    text += "".join(f"\n{words(one.vi, one.en)}\n" for one in planned.remarks)
    return text + (f"\n{outcome.shown}" if outcome.shown else "")


def _refused(errors: int, manner: Manner) -> str:
    many = "1 error" if errors == 1 else f"{errors} errors"
    if manner.dry_run and manner.force:
        return words(f"{errors} lỗi; lệnh thật vẫn ghi vì có --force", f"{many}; --force would write it all the same")
    if manner.dry_run:
        return words(f"{errors} lỗi; lệnh thật sẽ không ghi", f"{many}; it would not be written")
    return words(
        f"không ghi gì vì có {errors} lỗi; sửa rồi làm lại, hoặc thêm --force để vẫn ghi",
        f"nothing was written because of {many}; mend it, or add --force to write it all the same",
    )
