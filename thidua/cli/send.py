"""`thidua send`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.entry_error import EntryError
from thidua.app.pull_request import Request
from thidua.app.send import Asked, Sent, send
from thidua.app.send_away import Delivered
from thidua.cli.carry_out import is_terminal
from thidua.cli.clerk_run import carried_through
from thidua.cli.clerk_text import listed, others, several
from thidua.cli.entry import DRY_RUN
from thidua.cli.here import complain, fail, today, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.diagnostics import Severity
from thidua.store.workspace import Workspace
from thidua.value_class import replace


def send_work(
    message: Annotated[
        str | None,
        typer.Argument(
            metavar="MESSAGE",
            help=words(
                "một dòng nói đã làm gì; để trống thì tự viết từ bản ghi",
                "one line that says what was done; made from the records if left out",
            ),
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help=words("họ tên người gửi, hỏi một lần", "who sends, asked once"))
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", help=words("thư điện tử người gửi, hỏi một lần", "their email, asked once"))
    ] = None,
    file: Annotated[
        bool,
        typer.Option(
            "--file",
            help=words("ghi ra tệp để mang đi, dù có máy chủ", "into a file to carry, though there is a server"),
        ),
    ] = False,
    join: Annotated[
        bool,
        typer.Option(
            "--join",
            help=words(
                "ghép phần người khác đã gửi vào nhánh này rồi gửi",
                "bring in what others sent to the branch, then send",
            ),
        ),
    ] = False,
    apart: Annotated[
        bool, typer.Option("--apart", help=words("gửi thành một nhánh riêng", "send as a branch of its own"))
    ] = False,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Send a piece of work to be reviewed."""
    here = workspace(root)
    if join and (apart or file):
        fail(words("--join không đi cùng --apart, --file", "--join does not go with --apart or --file"))
    asked = Asked(language(), today(), message or "", name or "", email or "", file, join, apart, dry_run)
    sent = carried_through(lambda: _sent(here, asked))
    if sent.errors:
        _refused(sent, here)
    say("".join(f"{line}\n" for line in _told(sent)))
    for remark in sent.remarks:
        complain(words(remark.vi, remark.en))
    if sent.trouble:
        complain(
            words(
                f"đã lưu ở máy này, nhánh {sent.branch}, nhưng chưa gửi được: {sent.trouble.vi}",
                f"saved on this computer in the branch {sent.branch}, but not sent: {sent.trouble.en}",
            )
        )
        raise typer.Exit(2)


send_work.more = (  # type: ignore[attr-defined]
    """
      thidua send
      thidua send "Khen thưởng đột xuất tháng 10"

    Kiểm tra mọi bản ghi; có lỗi thì dừng, chưa lưu gì. Không có lỗi thì đưa các tệp đã sửa về dạng chuẩn, lưu vào
    nhánh của phần việc, gửi lên máy chủ và mở yêu cầu duyệt (gh, glab) hoặc in đường dẫn để mở. Không có máy chủ thì
    ghi tệp out/….thidua-bundle để mang đi; nơi nhận chạy `thidua receive TỆP`.
    Chỉ gửi records/, templates/, thidua.yaml. Không bao giờ gửi vào nhánh chính, không ghi đè phần của ai.
    Kết thúc với 1 khi bản ghi có lỗi, 2 khi chưa gửi được.
    """,
    """
      thidua send
      thidua send "Ad hoc commendations of October"

    Checks all records; where there are errors it stops and nothing is saved. Else it brings the changed files to the
    canonical form, saves them in the branch of the work, sends that to the server and opens the request for review
    (gh, glab) or prints where to. Without a server it writes out/….thidua-bundle to carry; there, `thidua receive FILE`.
    Only records/, templates/ and thidua.yaml are sent. Never into the main branch, never over anybody's work.
    Ends with 1 where records have errors, with 2 where it was not sent.
    """,
)


def _sent(here: Workspace, asked: Asked) -> Sent:
    """Send; where nobody knows who does, ask once."""
    try:
        return send(here, asked)
    except EntryError as error:
        if error.option != "--name" or asked.name or not is_terminal():
            raise
    name = typer.prompt(words("Họ và tên người gửi", "Who sends, full name"))
    email = typer.prompt(words("Thư điện tử", "Email"))
    return send(here, replace(asked, name=name, email=email))


def _refused(sent: Sent, here: Workspace) -> None:
    """Print what has to be mended and end with 1."""
    from thidua.render import terminal

    say(terminal.render(sent.errors, here.root, language()) + "\n")
    found = terminal.counted({Severity.ERROR: len(sent.errors)}, language())
    complain(
        words(
            f"chưa lưu, chưa gửi gì vì có {found}; sửa như trên rồi chạy lại `thidua send`",
            f"nothing was saved or sent because of {found}; mend what is said above and run `thidua send` again",
        )
    )
    if sent.elsewhere:
        n = sent.elsewhere
        complain(
            words(
                f"{n} lỗi ở tệp không thuộc lần gửi này: có từ trước, hoặc do thay đổi lần này làm sai chỗ khác",
                f"{several(n, 'error')} in files that are not being sent: there before, or made wrong by this change",
            )
        )
    raise typer.Exit(1)


def _formatted(sent: Sent) -> list[str]:
    n = len(sent.formatted)
    if not n:
        return []
    if sent.dry_run:
        return [words(f"{n} tệp chưa ở dạng chuẩn", f"not in canonical form: {several(n, 'file')}")]
    return [words(f"đã đưa {n} tệp về dạng chuẩn", f"brought {several(n, 'file')} to the canonical form")]


def _told(sent: Sent) -> list[str]:
    lines = _formatted(sent)
    if sent.message:
        title = sent.message.partition("\n")[0]
        lines.append(
            words(f"sẽ lưu: {title}", f"would save: {title}")
            if sent.dry_run
            else words(f"đã lưu: {title}", f"saved: {title}")
        )
        lines += listed(sent.changes)
    if sent.made or (sent.dry_run and sent.message):
        lines.append(words(f"nhánh của phần việc: {sent.branch}", f"branch of the work: {sent.branch}"))
    lines += others(sent.others)
    if sent.delivered is not None and (sent.delivered.commits or sent.delivered.already):
        lines += _delivered(sent.branch, sent.delivered)
    elif not sent.trouble and not sent.message:
        lines.append(words("không có gì để gửi", "there is nothing to send"))
    return lines


def _delivered(branch: str, done: Delivered) -> list[str]:
    if done.file:
        return [
            words(
                f"đã ghi {done.file}: mang tệp này đến nơi duyệt; ở đó chạy `thidua receive TỆP`",
                f"wrote {done.file}: carry this file to who reviews it; there, `thidua receive FILE`",
            )
        ]
    lines = []
    if done.joined:
        lines.append(
            words(
                f"đã ghép {done.joined} lần lưu của người khác",
                f"brought in {several(done.joined, 'commit')} of others",
            )
        )
    lines.append(
        words(
            f"máy chủ `{done.remote}` đã có đủ nhánh {branch}",
            f"the server `{done.remote}` has all of the branch {branch}",
        )
        if done.already
        else words(
            f"đã gửi lên máy chủ `{done.remote}`, nhánh {branch}",
            f"sent to the server `{done.remote}`, branch {branch}",
        )
    )
    return [*lines, *(_request(done.request) if done.request else ())]


def _request(wanted: Request) -> list[str]:
    if wanted.opened:
        return [words(f"yêu cầu duyệt: {wanted.opened}", f"request for review: {wanted.opened}")]
    where = (
        words(f"mở yêu cầu duyệt ở: {wanted.link}", f"open the request for review at: {wanted.link}")
        if wanted.link
        else words(
            f"báo người duyệt xem nhánh {wanted.branch}", f"tell who reviews it to look at the branch {wanted.branch}"
        )
    )
    paste = words("tiêu đề và nội dung để dán vào:", "title and text to paste:")
    return [where, paste, "", wanted.title, "", *wanted.body.splitlines()]
