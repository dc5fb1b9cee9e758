"""What can stand in a clerk's way with git, each in plain words and with a way back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from thidua.diagnostics import Text, printable
from thidua.store.run import Refused, Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.git import GitError

SAFE = Text("mọi tệp vẫn còn nguyên", "every file is as it was")


def no_git(error: GitError) -> Text:
    """Say that there is no git, or no repository of git."""
    said = printable(str(error))
    if "not installed" in said:
        return Text(
            "máy này chưa có git; cài git (https://git-scm.com) rồi chạy lại",
            "git is not installed; install it (https://git-scm.com) and run this again",
        )
    if "not a git repository" in said:
        return Text(
            "thư mục này chưa phải là kho git; chạy `thidua init .` rồi lưu lần đầu, xem mục Ngày đầu tiên của hướng dẫn",
            "this folder is no repository of git; run `thidua init .` and save a first time, see The first day in the guide",
        )
    if "dubious ownership" in said:
        return Text(
            "git không mở kho này vì thư mục thuộc tài khoản khác của máy; mở bằng tài khoản đã tạo ra nó",
            "git does not open this repository since its folder belongs to another account of this computer; use that account",
        )
    return Text(f"không hỏi được git: {said}", f"git cannot be asked: {said}")


def nothing_saved_yet(main: str) -> Text:
    """Say that the branch has no commit."""
    return Text(
        f"kho chưa có lần lưu đầu tiên, nên chưa có nhánh chính `{main}` để so; người lập kho lưu lần đầu bằng "
        '`git add .` rồi `git commit -m "Lập kho bản ghi"`, xem mục Ngày đầu tiên của hướng dẫn',
        f"nothing was ever saved here, so there is no main branch `{main}` to compare with; who set it up saves a first "
        'time by `git add .` and `git commit -m "Make the repository"`, see The first day in the guide',
    )


_DOING = {
    "merge": Text("một lần ghép hai phần việc (merge)", "a merge of two pieces of work"),
    "am": Text("một lần lấy phần sửa từ tệp thư (am)", "an am, which takes changes from letters"),
    "rebase": Text("một lần xếp lại các lần lưu (rebase)", "a rebase"),
    "cherry-pick": Text("một lần lấy lại một lần lưu (cherry-pick)", "a cherry-pick"),
    "revert": Text("một lần hoàn tác một lần lưu (revert)", "a revert"),
    "bisect": Text("một lần dò lỗi (bisect)", "a bisect"),
}


def half_done(doing: str) -> Text:
    """Say that a merge or the like is half done."""
    what = _DOING[doing]
    return Text(
        f"{what.vi} đang làm dở; chưa lưu, chưa gửi gì. `thidua start --back` cất mọi tệp vào một nhánh riêng "
        "rồi trở lại lúc trước đó; người quen git cũng có thể làm nốt",
        f"{what.en} is half done; nothing was saved or sent. `thidua start --back` puts every file by in a branch of its "
        "own and goes back to before it; who knows git may finish it instead",
    )


def busy(lock: Path) -> Text:
    """Say that another program writes, or has left its lock."""
    try:
        since = datetime.fromtimestamp(lock.stat().st_mtime).strftime("%H:%M %d/%m/%Y")
    except OSError:
        since = ""
    when, at = (f" từ {since}", f" since {since}") if since else ("", "")
    place = printable(lock.as_posix())
    return Text(
        f"chương trình khác đang ghi vào kho này{when}; đợi nó xong rồi chạy lại. Nếu không còn chương trình nào mở kho "
        f"(VS Code, GitHub Desktop, git), đó là tệp bị bỏ lại: xoá `{place}` rồi chạy lại",
        f"another program is writing{at}; wait until it is done and run this again. If no program has the repository "
        f"open (VS Code, GitHub Desktop, git), it was left behind: delete `{place}` and run this again",
    )


def refusal(error: Refused, remote: str, branch: str = "") -> Text:
    """Say what a refusal of git means, and what to do about it."""
    said = _said(error)
    match error.trouble:
        case Trouble.BEHIND:
            return Text(
                f"máy chủ đã có thêm phần của người khác ở nhánh `{branch}`; không ghi đè. Chọn một: `thidua send --join` "
                "lấy phần ấy về ghép rồi gửi lại, hoặc `thidua send --apart` gửi thành một nhánh riêng",
                f"somebody else has sent to the branch `{branch}` meanwhile; nothing was overwritten. Either `thidua send "
                "--join` brings that in and sends again, or `thidua send --apart` sends a branch of its own",
            )
        case Trouble.PROTECTED:
            return Text(
                f"máy chủ không nhận nhánh `{branch}` theo quy định của nó ({said}); hỏi người giữ kho, hoặc `thidua send "
                "--apart` gửi bằng tên khác, `thidua send --file` ghi ra tệp để mang đi",
                f"the server's own rules refuse the branch `{branch}` ({said}); ask who keeps the repository, or send under "
                "another name by `thidua send --apart`, or into a file to carry by `thidua send --file`",
            )
        case Trouble.NOT_ALLOWED:
            return Text(
                f"máy chủ `{remote}` không cho tài khoản này gửi, hoặc chưa đăng nhập ({said}). Đăng nhập lại (Git Credential "
                "Manager, `gh auth login`, khoá SSH) rồi chạy lại, hoặc `thidua send --file` ghi ra tệp để mang đi",
                f"the server `{remote}` does not let this account in, or nobody has signed in ({said}). Sign in (Git "
                "Credential Manager, `gh auth login`, an SSH key) and run this again, or `thidua send --file` writes a file to carry",
            )
        case Trouble.NO_ANSWER:
            return Text(
                f"máy chủ `{remote}` không trả lời ({said}); khi có mạng chạy lại, hoặc `thidua send --file` ghi ra tệp để mang đi",
                f"the server `{remote}` does not answer ({said}); run this again when there is a network, or `thidua send "
                "--file` writes a file to carry",
            )
        case _:
            return _local_refusal(error, said)


def _local_refusal(error: Refused, said: str) -> Text:
    match error.trouble:
        case Trouble.FULL:
            return Text(
                f"đĩa đầy hoặc hết hạn mức, git không ghi được ({said}); {SAFE.vi}. Dọn bớt chỗ rồi chạy lại",
                f"the disk is full or a quota is used up, so that git could not write ({said}); {SAFE.en}. Make room and run this again",
            )
        case Trouble.READ_ONLY:
            return Text(
                f"git không được phép ghi vào thư mục `.git` ({said}); {SAFE.vi}. Xem lại quyền của thư mục",
                f"git may not write into the folder `.git` ({said}); {SAFE.en}. Look at the folder's permissions",
            )
        case Trouble.NOBODY:
            return nobody()
        case Trouble.MOVED:
            return Text(
                f"trong lúc đó chương trình khác đã lưu hoặc đổi nhánh ở kho này; {SAFE.vi}. Xem `thidua where` rồi chạy lại",
                f"meanwhile another program saved here, or opened another branch; {SAFE.en}. See `thidua where` and run this again",
            )
        case Trouble.OVERWRITTEN:
            return Text(
                f"hai bên sửa cùng một chỗ nên không tự ghép được ({said}); {SAFE.vi}",
                f"both sides changed one thing, so they cannot be joined without a person ({said}); {SAFE.en}",
            )
        case _:
            return Text(f"git không làm được: {said}; {SAFE.vi}", f"git could not do it: {said}; {SAFE.en}")


def _said(error: Refused) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.startswith("hint:")]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", "!", "CONFLICT"))] or lines
    return printable("; ".join(telling[:2]).replace("\t", " "))[:300]


def nobody() -> Text:
    """Say that nobody knows who saves."""
    return Text(
        'chưa biết ai gửi: thêm --name "Họ và tên" --email dia-chi@co-quan; chỉ ghi vào kho này, hỏi một lần',
        'it is not known who sends: add --name "Full name" --email address@office; kept in this repository only, asked once',
    )
