"""`thidua same-person` and `thidua different-person`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from thidua.cli.carry_out import guarded, manner
from thidua.cli.entry import DRY_RUN, SOURCE, Once
from thidua.cli.here import complain, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say

if TYPE_CHECKING:
    from thidua.app.entry import Planned, Plans

WHO = words(
    "tên và đơn vị, như `Nguyễn Văn A, phong-noi-vu`, hoặc mã trong people",
    "name and unit, as `Nguyễn Văn A, phong-noi-vu`, or an id of people",
)


def same_person(
    who: Annotated[list[str], typer.Argument(metavar="PERSON", help=WHO)],
    source: Annotated[Once, SOURCE] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Record that names in units are one person."""
    from thidua.app import persons

    _carry_out(lambda state: persons.same_person(state, who, source or ""), root, dry_run=dry_run)


def different_person(
    first: Annotated[str, typer.Argument(metavar="PERSON", help=WHO)],
    second: Annotated[str, typer.Argument(metavar="PERSON", help=WHO)],
    source: Annotated[Once, SOURCE] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Record that two names are two people."""
    from thidua.app import persons

    _carry_out(lambda state: persons.different_person(state, first, second, source or ""), root, dry_run=dry_run)


same_person.more = (  # type: ignore[attr-defined]
    """
    thidua same-person "Nguyễn Văn A, phong-noi-vu" "Nguyễn Văn A, phong-y-te"

    Người chuyển đơn vị, hoặc tên viết hai cách, là một người: ghi vào people/, không sửa quyết định nào.
    Một tên, một đơn vị cũng được: các năm của tên ấy ở đơn vị ấy là của một người.
    """,
    """
    thidua same-person "Nguyễn Văn A, phong-noi-vu" "Nguyễn Văn A, phong-y-te"

    Somebody who moved, or a name written in two ways, is one person: it goes into people/, no decision is changed.
    One name in one unit will do as well: all years of that name there are one person's.
    """,
)
different_person.more = (  # type: ignore[attr-defined]
    """
    thidua different-person "Nguyễn Văn A, phong-noi-vu" "Nguyễn Văn A, phong-y-te"

    Hai người trùng tên: mỗi người một bản ghi trong people/, bản ghi này nêu mã của bản ghi kia.
    Cùng tên, cùng đơn vị thì dòng khen thưởng còn phải ghi `person` mới rõ là của ai.
    """,
    """
    thidua different-person "Nguyễn Văn A, phong-noi-vu" "Nguyễn Văn A, phong-y-te"

    Two people of one name: a record of people/ for each, which names the other's id.
    With one name in one unit, a row still needs `person` to say whose it is.
    """,
)


def _carry_out(plans: Plans, root: Path | None, *, dry_run: bool) -> NoReturn:
    from thidua.app.entry import put_all

    here = workspace(root)
    outcome = guarded(lambda: put_all(here, plans, manner(dry_run=dry_run, force=False)))
    if outcome.errors:
        say(outcome.shown)
        complain(words(f"không ghi gì vì có {outcome.errors} lỗi", f"nothing was written: {outcome.errors} errors"))
        raise typer.Exit(1)
    remarks = [words(said.vi, said.en) for one in outcome.planned for said in one.remarks]
    say("".join(f"{line}\n" for line in (*(_line(one, dry_run=dry_run) for one in outcome.planned), *remarks)))
    raise typer.Exit(0)


def _line(one: Planned, *, dry_run: bool) -> str:
    if one.is_idle:
        return words(f"{one.path}: không có gì thay đổi", f"{one.path}: nothing to change")
    vi, en = (
        ("tạo", "created" if not dry_run else "create")
        if one.old is None
        else ("sửa", "changed" if not dry_run else "change")
    )
    return (
        words(f"sẽ {vi} {one.path}", f"would {en} {one.path}")
        if dry_run
        else words(f"đã {vi} {one.path}", f"{en} {one.path}")
    )
