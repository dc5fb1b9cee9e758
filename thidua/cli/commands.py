"""The commands, by group, with one line for each. `--help` is printed from this table, without loading any of them."""

from __future__ import annotations


class Command:  # no dataclass: to load what makes these takes longer than `--help` takes to answer
    """A command.

    Attributes:
        name: what is typed after `thidua`.
        module: where in `thidua.cli` its function stands, as `module:function`.
        plain: the module of `thidua.cli` whose `PLAIN` says how it is called without typer; empty where it never is.
    """

    __slots__ = ("en", "module", "name", "plain", "vi")

    def __init__(self, name: str, module: str, vi: str, en: str, plain: str = "") -> None:
        self.name, self.module, self.vi, self.en, self.plain = name, module, vi, en, plain


class Group:
    __slots__ = ("commands", "en", "vi")

    def __init__(self, vi: str, en: str, commands: tuple[Command, ...]) -> None:
        self.vi, self.en, self.commands = vi, en, commands


GROUPS = (
    Group(
        "Ghi chép",
        "Recording",
        (
            Command("init", "init:init", "tạo kho bản ghi mới", "make a new repository of records"),
            Command(
                "add-award",
                "add_award:add_award",
                "ghi khen thưởng vào một quyết định",
                "add awards to a decision",
                "write_award",
            ),
            Command(
                "add-nomination",
                "add_nomination:add_nomination",
                "ghi một đợt đề nghị khen thưởng",
                "add rows to a nomination",
            ),
            Command(
                "import-awards",
                "import_awards:import_awards",
                "nhập danh sách khen thưởng từ Excel, CSV",
                "import a list of awards from Excel or CSV",
            ),
            Command("add-campaign", "add:add_campaign", "ghi một phong trào thi đua", "add a campaign"),
            Command("add-bloc", "add:add_bloc", "ghi một khối, cụm thi đua", "add a bloc or cluster"),
            Command("add-organisation", "add:add_organisation", "ghi một đơn vị", "add an organisation"),
            Command("add-person", "add:add_person", "ghi một cá nhân", "add a person"),
            Command(
                "same-person",
                "persons:same_person",
                "ghi rằng các tên này là một người",
                "record that names in units are one person",
            ),
            Command(
                "different-person",
                "persons:different_person",
                "ghi rằng hai tên này là hai người",
                "record that two names are two people",
            ),
            Command("add-exemplar", "add:add_exemplar", "ghi một điển hình tiên tiến", "add an exemplar"),
            Command(
                "set",
                "set_value:set_value",
                "sửa một giá trị, giữ nguyên phần còn lại của tệp",
                "change one value and keep the rest of the file",
            ),
            Command(
                "rename",
                "rename:rename",
                "đổi mã một bản ghi, mọi tệp nhắc đến đổi theo",
                "give a record another id; files that name it follow",
            ),
            Command(
                "correct",
                "correct:correct",
                "ghi văn bản đính chính một quyết định",
                "record a correction of a decision",
            ),
            Command("revoke", "correct:revoke", "ghi quyết định thu hồi khen thưởng", "record a withdrawal of awards"),
            Command(
                "sheet",
                "sheet:sheet",
                "sửa danh sách khen thưởng bằng phiếu Excel",
                "change a decision's list in an Excel form",
            ),
            Command("fmt", "fmt:fmt", "đưa tệp về dạng chuẩn", "bring files to the canonical form"),
            Command(
                "number",
                "number:number",
                "cấp số đăng ký cho quyết định, sau khi gộp",
                "give register numbers to decisions, after merging",
            ),
            Command(
                "merge-driver",
                "merge_driver:merge_driver",
                "gộp một bản ghi của hai nhánh (git tự gọi)",
                "merge one record of two branches (git runs it)",
            ),
        ),
    ),
    Group(
        "Kiểm tra",
        "Checking",
        (
            Command("validate", "validate:validate", "kiểm tra mọi bản ghi", "check the records", "check_records"),
            Command("explain", "explain:explain", "giải thích một quy tắc kiểm tra", "explain a rule"),
            Command(
                "review",
                "review:review",
                "nói bằng lời một lần sửa thay đổi những gì",
                "tell in words what a change comes to",
                "tell_change",
            ),
            Command(
                "eligible",
                "eligible:eligible",
                "ai đủ điều kiện cho một danh hiệu, hình thức",
                "who may be proposed for an award",
            ),
            Command(
                "check-nomination",
                "check_nomination:check_nomination",
                "xét từng dòng của hồ sơ đề nghị theo luật",
                "judge each row of a nomination by the law",
            ),
        ),
    ),
    Group(
        "Tổng hợp, tra cứu",
        "Reports and look-up",
        (
            Command(
                "report",
                "report:report",
                "báo cáo tổng kết năm, khối, phong trào",
                "summary of a year, a bloc or a campaign",
                "print_report",
            ),
            Command(
                "bonus",
                "bonus:bonus",
                "danh sách tiền thưởng của một quyết định, một năm",
                "list of bonus money of a decision or a year",
            ),
            Command(
                "paper",
                "paper:paper",
                "giấy tờ của cơ quan: quyết định, tờ trình, biên bản, bằng khen",
                "the office's papers: decisions, submissions, minutes, certificates",
            ),
            Command(
                "export",
                "export:export",
                "xuất bảng dữ liệu: XLSX, CSV, JSON, SQLite, Parquet",
                "records as tables: XLSX, CSV, JSON, SQLite, Parquet",
            ),
            Command("show", "show:show", "xem một bản ghi", "show a record"),
            Command(
                "find",
                "find:find",
                "tìm theo tên, không cần dấu",
                "search names, with or without accents",
                "find_names",
            ),
            Command(
                "history",
                "history:history",
                "các lần khen thưởng của một người, một đơn vị",
                "all awards of a person or unit",
                "tell_history",
            ),
            Command(
                "verify",
                "verify:verify",
                "báo cáo đã in có còn khớp với bản ghi không",
                "does a printed report equal the records",
            ),
            Command("schema", "schema:schema", "lược đồ JSON của các bản ghi", "JSON Schema of the records"),
        ),
    ),
    Group(
        "Duyệt, gửi",
        "Review and sending",
        (
            Command("start", "start:start_work", "bắt đầu một phần việc", "begin a piece of work"),
            Command(
                "where",
                "where:where_it_stands",
                "phần việc đang ở đâu, còn gì chưa gửi",
                "where the work stands, what is not sent",
            ),
            Command("send", "send:send_work", "kiểm tra, lưu và gửi đi duyệt", "check, save and send for review"),
            Command(
                "receive",
                "receive:receive_work",
                "nhận phần việc được mang đến bằng tệp",
                "take in work that came as a file",
            ),
        ),
    ),
)

COMMANDS = {command.name: command for group in GROUPS for command in group.commands}

WRITERS = frozenset(command.name for command in GROUPS[0].commands)
"""The commands that change records."""

INTERRUPTED = 130
"""What a command ends with that is stopped with Ctrl-C, as shells have it."""
