"""`thidua start`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from thidua.app.open_again import Opened, open_again
from thidua.app.start import Started, WentBack, back, start
from thidua.cli.clerk_run import carried_through
from thidua.cli.clerk_text import listed, offline, several
from thidua.cli.entry import DRY_RUN
from thidua.cli.here import complain, fail, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say


def start_work(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help=words(
                'tên phần việc, như "Khối Nội chính quý 4"', 'name of the piece of work, as "Bloc 1, quarter 4"'
            ),
        ),
    ] = None,
    carry: Annotated[
        bool,
        typer.Option(
            "--carry",
            help=words(
                "mang những gì chưa gửi của phần việc khác sang", "take along what another piece has not sent yet"
            ),
        ),
    ] = False,
    give_up: Annotated[
        bool,
        typer.Option(
            "--back",
            help=words(
                "bỏ một lần ghép đang làm dở; mọi tệp được cất vào một nhánh riêng",
                "give up a merge that is half done; every file is put by in a branch of its own",
            ),
        ),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=words("mở lại phần việc đã có, hoặc nhánh chính", "open a piece of work again, or the main branch"),
        ),
    ] = False,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Begin a piece of work."""
    here = workspace(root)
    if (name is None) is not give_up or (give_up and (again or dry_run)):
        fail(
            words(
                'ghi tên phần việc, như `thidua start "Khối Nội chính quý 4"`, hoặc --back; `thidua where` kể những phần việc đang có',
                'name the piece of work, as `thidua start "Bloc 1, quarter 4"`, or give --back; `thidua where` lists what there is',
            )
        )
    if give_up:
        stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
        say(_went_back(carried_through(lambda: back(here, stamp))))
        return
    if again:
        opened = carried_through(lambda: open_again(here, name or "", carry=carry, dry_run=dry_run))
        if opened.offline:
            complain(offline(opened.offline))
        say(_opened(opened))
        return
    begun = carried_through(lambda: start(here, name or "", carry=carry, dry_run=dry_run))
    if begun.offline:
        complain(offline(begun.offline))
    say(_told(begun))


start_work.more = (  # type: ignore[attr-defined]
    """
      thidua start "Khối Nội chính quý 4"

    Mỗi phần việc là một nhánh riêng, tách từ nhánh chính mới nhất; máy chủ không trả lời thì dùng bản đã có.
    Bản ghi chưa gửi đi cùng sang phần việc mới nếu đang ở nhánh chính; đang ở phần việc khác thì lệnh dừng và nói.
    --again: mở lại phần việc đã gửi để sửa theo ý người duyệt; điều người khác gửi vào đó được lấy về.
    --back: khi một lần ghép dở dang, cất mọi tệp vào nhánh giu-lai/… rồi trở lại trước lúc ghép.
    """,
    """
      thidua start "Bloc 1, quarter 4"

    A piece of work is a branch of its own, from the newest main branch; where the server does not answer, from
    what is here. What is not sent comes along from the main branch; on another piece of work it stops and says so.
    --again: opens work that was sent, to mend what its reviewer asked for; what others sent to it is brought in.
    --back: where a merge is half done, puts every file by in a branch giu-lai/… and goes back to before it.
    """,
)


def _told(begun: Started) -> str:
    name, branch = begun.name, begun.branch
    lines = [
        words(f"sẽ bắt đầu phần việc “{name}” (nhánh {branch})", f"would begin “{name}” (branch {branch})")
        if begun.dry_run
        else words(f"đã bắt đầu phần việc “{name}” (nhánh {branch})", f"began “{name}” (branch {branch})")
    ]
    if begun.namesake:
        lines.append(
            words(
                f"lưu ý: đã có phần việc khác ở nhánh {begun.namesake}, và phần việc mới không có gì của phần đó; "
                f"để làm tiếp phần đó: `thidua start --again {begun.namesake}`",
                f"note: there is another piece of work in branch {begun.namesake}, and nothing of it is in the new one; "
                f"to go on with it: `thidua start --again {begun.namesake}`",
            )
        )
    if begun.carried:
        n = len(begun.carried)
        lines.append(words(f"{n} tệp chưa gửi đi cùng:", f"{several(n, 'file')} not sent yet came along:"))
        lines += listed(begun.carried)
    if begun.behind:
        lines.append(
            words(
                f"nhánh chính `{begun.main}` đã đổi cả những tệp chưa gửi này, nên phần việc bắt đầu từ bản đang có; "
                "người duyệt sẽ thấy chỗ cần ghép",
                f"the main branch `{begun.main}` has changed these files, too, so the work begins from what was here; "
                "who reviews it will see what has to be joined",
            )
        )
    if begun.kept:
        n = begun.kept
        lines.append(
            words(
                f"{n} lần lưu chưa thuộc nhánh nào được giữ lại trong phần việc này",
                f"{n} commit{'s' * (n != 1)} that no branch had {'are' if n != 1 else 'is'} kept in this piece of work",
            )
        )
    lines.append(words("ghi chép xong thì `thidua send`", "when the records are written: `thidua send`"))
    return "".join(f"{line}\n" for line in lines)


def _opened(done: Opened) -> str:
    what = (
        words("nhánh chính ", "the main branch ")
        if done.on_main
        else words("phần việc ở nhánh ", "the work in branch ")
    )
    verb = words("sẽ mở lại ", "would open ") if done.dry_run else words("đã mở lại ", "opened ")
    lines = [f"{verb}{what}{done.branch}"]
    if done.carried:
        n = len(done.carried)
        lines.append(words(f"{n} tệp chưa gửi đi cùng:", f"{several(n, 'file')} not sent yet came along:"))
        lines += listed(done.carried)
    if done.brought:
        n = done.brought
        lines.append(words(f"đã lấy về {n} lần lưu của người khác", f"brought in {several(n, 'commit')} of others"))
    return "".join(f"{line}\n" for line in lines)


def _went_back(done: WentBack) -> str:
    at = (
        words(f"đang ở nhánh {done.branch}", f"on branch {done.branch}")
        if done.branch
        else words("chưa ở nhánh nào", "on no branch")
    )
    return words(
        f"đã trở lại trước lúc làm dở ({at})\nmọi tệp lúc đó cất ở nhánh {done.kept}; xem một tệp: `git show {done.kept}:ĐƯỜNG_DẪN`\n",
        f"back to before it ({at})\nevery file as it was is in the branch {done.kept}; to see one: `git show {done.kept}:PATH`\n",
    )
