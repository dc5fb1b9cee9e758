"""Conversations: which question comes next, and what is said at once."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.adding.conftest import DECISION_TEXT, Repository
from thidua.app.add_award import plan
from thidua.app.add_award_typed import AwardTyped, new_award
from thidua.app.add_record import plan as plan_record
from thidua.app.ask import Confirm, Conversation, Question, Remark
from thidua.app.ask_award import ask_award
from thidua.app.ask_award_summary import summary
from thidua.app.ask_record import ask_new_record
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import Fresh, fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def desk(repository: Repository) -> Iterator[tuple[Fresh, Lookup]]:
    workspace = find_workspace(repository.root)
    state = fresh(workspace)
    try:
        yield state, Lookup(state.register, workspace.settings.organisation)
    finally:
        state.register.close()


def talked(conversation: Conversation[Any], answers: dict[str, list[str]]) -> tuple[Any, list[str], list[str]]:
    """Answer by the first words of a question; Enter for every question that has no answer left.

    Returns what it came to, what was asked, and what was said.
    """
    asked: list[str] = []
    said: list[str] = []
    answer: Any = None
    while True:
        try:
            step = conversation.send(answer)
        except StopIteration as end:
            assert not any(answers.values()), f"never asked: {answers}"
            return end.value, asked, said
        if isinstance(step, Remark):
            said.append(step.text.vi)
            answer = None
            continue
        asked.append(step.text.vi)
        given = next((rest for start, rest in answers.items() if rest and step.text.vi.startswith(start)), None)
        text = given.pop(0) if given else ""
        if isinstance(step, Confirm):
            answer = step.default if not text else text == "c"
        else:
            answer = read(step, text or step.default, said)
            while answer is None and given:
                answer = read(step, given.pop(0), said)


def read(step: Question, text: str, said: list[str]) -> Any:
    try:
        return step.read(text)
    except EntryError as error:
        said.append(error.said.vi)
        return None


def test_a_clerk_adds_two_people_to_a_new_decision(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped()),
            {
                "Số quyết định": ["77/QĐ-UBND"],
                "Ngày": ["31/2/2023", "06/3/2023"],
                "Thành tích": ["năm 2023"],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Họ và tên": ["Nguyễn Văn A", "Trần Thị B"],
                "Chức vụ": ["Chuyên viên"],
                "Đơn vị": ["phong y te"],
                "Giới tính": ["nam", "nu"],
                "Nguồn": ["Ví dụ"],
            },
        )
        planned = plan(state, new)
    assert "không có ngày `31/2/2023` trong lịch; ghi ngày trước, tháng sau" in said
    assert "= Phòng Y tế [phong-y-te-mong-cai]" in said
    assert planned.new == (
        "decision:\n  number: 77/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\nperiod: 2023\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Văn A, position: Chuyên viên, unit: phong-y-te-mong-cai, sex: nam}\n"
        "      - {name: Trần Thị B, unit: phong-y-te-mong-cai, sex: nu}\nsource:\n  document: Ví dụ\n"
    )
    assert asked[-1] == "Ghi vào records/awards/2023/77-qd-ubnd-ubnd-mong-cai.yaml?"
    assert "    1. Nguyễn Văn A, Chuyên viên, Phòng Y tế, nam" in said
    assert "  Nguồn: Ví dụ" in said


def test_of_a_recorded_decision_only_the_awards_are_asked(decided: Repository) -> None:
    with desk(decided) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped()),
            {
                "Số quyết định": ["412/QĐ-UBND"],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Họ và tên": ["Lê Văn C"],
            },
        )
        planned = plan(state, new)
    assert any("đã có: 412/QĐ-UBND 06/03/2023" in line for line in said)
    assert not any(question.startswith(("Loại hình", "Thành tích", "Thuộc")) for question in asked)
    assert planned.new.replace("      - {name: Lê Văn C}\n", "") == DECISION_TEXT


def test_an_award_that_cannot_go_to_a_person_is_said_at_once(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped(decision="1/QĐ", by="mong-cai", date="1/2/2023", period="2023")),
            {
                "Danh hiệu, hình thức khen": ["tap-the-lao-dong-tien-tien"],
                "Tặng cho": ["name", "collective"],
                "Vẫn ghi như vậy": ["k"],
                "Tên tập thể": ["phong-y-te-mong-cai"],
            },
        )
    assert "Tập thể lao động tiên tiến chỉ tặng cho tập thể, không tặng cho cá nhân" in said
    assert asked.index("Vẫn ghi như vậy?") == asked.index("Tặng cho") + 1
    assert new.groups[0].recipients == ({"collective": "phong-y-te-mong-cai"},)


def test_who_has_the_award_this_year_is_said_before_the_next_question(decided: Repository) -> None:
    with desk(decided) as (state, lookup):
        new, _, said = talked(
            ask_award(
                state, lookup, AwardTyped(decision="2/QĐ", by="mong-cai", date="1/9/2023", award="giay-khen-cap-huyen")
            ),
            {"Họ và tên": ["nguyễn thị ví dụ", "Lê Văn C", "Lê  Văn C"], "Vẫn ghi thêm": ["k", "k"]},
        )
    assert any("đã có danh hiệu, hình thức này trong năm 2023 (412/QĐ-UBND" in line for line in said)
    assert "`Lê Văn C` đã ghi ở trên" in said
    assert [row["name"] for row in new.groups[0].recipients] == ["Lê Văn C"]


def test_an_unknown_unit_is_kept_only_when_the_clerk_agrees(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, _, _ = talked(
            ask_award(
                state, lookup, AwardTyped(decision="2/QĐ", by="mong-cai", date="1/9/2023", award="giay-khen-cap-huyen")
            ),
            {"Họ và tên": ["A B", "C D"], "Đơn vị": ["Phòng Lạ", "Phòng Mới"], "Chưa có đơn vị": ["k", "c"]},
        )
    assert [row["unit"] for row in new.groups[0].recipients] == ["Phòng Mới", "Phòng Mới"], "Enter: as in the row above"


def test_only_a_number_may_be_known(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, _, said = talked(
            ask_award(state, lookup, AwardTyped(by="", year="2022")),
            {
                "Số quyết định": [""],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Tặng cho": ["counted"],
                "Số cá nhân": ["2,5", "2.405"],
            },
        )
    assert "`2,5` không phải là số đếm; ghi như 30 hoặc 2.405" in said
    assert new.groups[0].counted == {"individuals": "2405"}


def test_names_complete_without_accents(repository: Repository) -> None:
    with desk(repository) as (_, lookup):
        assert [one.id for one in lookup.complete("organisations", "phong y")] == ["phong-y-te-mong-cai"]
        assert [one.id for one in lookup.complete("organisations", "Xã HÒA b")] == ["hoa-binh", "hoa-binh-2"]
        assert lookup.complete("catalogue", "giay khen huyen")[0].id == "giay-khen-cap-huyen"
        assert lookup.complete("campaigns", "nong thon")[0].name == "Chung sức xây dựng nông thôn mới"


def test_what_completes_is_understood_as_it_stands(repository: Repository) -> None:
    with desk(repository) as (_, lookup):
        for folder in ("organisations", "campaigns", "blocs", "catalogue"):
            for one in lookup.complete(folder, ""):
                assert lookup.id(folder, str(one)) == one.id


def test_saying_no_at_the_end_writes_nothing(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        typed = AwardTyped(award="giay-khen-cap-huyen", by="mong-cai", year="2023", name=("A B",))
        new, _, _ = talked(ask_award(state, lookup, typed), {"Ghi vào": ["k"]})
    assert new is None


def test_an_organisation_is_asked_for_in_plain_words(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_new_record(state, lookup, "organisations", {}),
            {
                "Tên": ["Phòng Y tế"],
                "Nếu là đơn vị khác": ["phong y te dong trieu"],
                "Cấp": ["xa"],
                "Trực thuộc": ["mong-cai"],
            },
        )
        planned = plan_record(state, new)
    assert "đã có: Phòng Y tế [phong-y-te-mong-cai]" in said
    assert planned.path == "records/organisations/phong-y-te-dong-trieu.yaml"
    assert planned.new == "name: Phòng Y tế\nlevel: xa\nparent: mong-cai\n"
    assert asked[:3] == ["Tên", "Nếu là đơn vị khác, đặt mã (chữ thường không dấu); nếu không, Ctrl-C", "Tên ngắn"]


def test_a_half_typed_name_that_fits_one_record_is_shown_and_taken_with_enter(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped(decision="3/QĐ", date="1/9/2023", source="")),
            {
                "Cấp ra quyết định": ["ubnd mong"],
                "Danh hiệu, hình thức khen": ["giay khen huyen"],
                "Thuộc phong trào": ["nong thon"],
                "Họ và tên": ["Lê Văn Mẫu"],
                "Đơn vị": ["noi vu", "phòng nội"],
                "Phòng Nội vụ [phong-noi-vu-mong-cai], phải không?": ["k", "c"],
                "Chưa có đơn vị": ["k"],
            },
        )
    assert "UBND thành phố Móng Cái [ubnd-mong-cai], phải không?" in asked
    assert "= Chung sức xây dựng nông thôn mới [nong-thon-moi]" in said
    assert (new.authority, new.campaign) == ("ubnd-mong-cai", "nong-thon-moi")
    assert new.groups[0].award == "giay-khen-cap-huyen"
    assert new.groups[0].recipients[0]["unit"] == "phong-noi-vu-mong-cai"


def test_accents_that_are_typed_choose_among_names_half_typed(repository: Repository) -> None:
    repository.write("records/organisations/phong-noi-vu.yaml", "name: Phòng Nôi vũ\n")
    with desk(repository) as (_, lookup):
        assert lookup.only("organisations", "noi vu") is None
        assert str(lookup.only("organisations", "nội vụ")) == "Phòng Nội vụ [phong-noi-vu-mong-cai]"
        assert lookup.only("organisations", "   ") is None
        assert lookup.only("organisations", "phong y te") is None, "that is the whole name"


def test_a_summary_reads_in_words_not_in_names_of_fields(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        _, _, said = talked(
            ask_new_record(state, lookup, "campaigns", {"launched-on": "06/3/2023"}),
            {"Tên phong trào": ["Phong trào Mẫu"], "Loại": ["chuyen-de"]},
        )
    summary = said[said.index("Tóm tắt:") + 1 :]
    assert summary[:2] == ["  Tên phong trào: Phong trào Mẫu", "  Loại: theo chuyên đề"]
    assert "    Ngày phát động: 06/3/2023" in summary
    assert not any(line.strip().startswith(("name:", "kind:", "of:", "launched:")) for line in summary)


def test_a_summary_writes_days_as_each_language_does(repository: Repository) -> None:
    with desk(repository) as (_, lookup):
        first = list(summary(lookup, new_award(lookup, AwardTyped(decision="3/QĐ", date="1/9/2023"))))[1]
    assert (first.vi, first.en) == ("  Quyết định: 3/QĐ 01/9/2023", "  Decision: 3/QĐ 2023-09-01")


def test_odd_names_are_remarked_at_once_and_kept(repository: Repository) -> None:
    names = ["lê văn mẫu", "Lê Văn Mẫu và Trần Thị Mẫu"]
    with desk(repository) as (state, lookup):
        typed = AwardTyped(decision="3/QĐ", by="mong-cai", date="1/9/2023", award="giay-khen-cap-huyen")
        new, _, said = talked(ask_award(state, lookup, typed), {"Họ và tên": list(names)})
    assert [row["name"] for row in new.groups[0].recipients] == names
    assert "`lê văn mẫu` viết toàn chữ thường; xem lại chữ hoa" in said
    assert any("giống tên của nhiều người" in line for line in said)


def test_a_second_person_of_one_name_and_unit_is_another_only_when_the_clerk_says_so(repository: Repository) -> None:
    repository.write("records/people/an.yaml", "name: Nguyễn Thị An\npostings: [{unit: phong-y-te-mong-cai}]\n")
    for answer, different in (("k", None), ("c", ("an",))):
        with desk(repository) as (state, lookup):
            new, _, said = talked(
                ask_new_record(state, lookup, "people", {}),
                {"Họ và tên": ["Nguyễn Thị An"], "Đơn vị": ["phong y te"], "Đây là người khác?": [answer]},
            )
            assert "đã có người cùng tên, cùng đơn vị: Nguyễn Thị An [an]" in said
            assert (new and new.values["different_from"]) == different
            assert new is None or "different_from:\n  - an\n" in plan_record(state, new).new


def test_every_kind_of_record_can_be_asked_for(repository: Repository) -> None:
    for folder, first in (
        ("people", "Họ và tên"),
        ("campaigns", "Tên phong trào"),
        ("blocs", "Tên khối"),
        ("exemplars", "Họ và tên"),
    ):
        with desk(repository) as (state, lookup):
            new, asked, _ = talked(ask_new_record(state, lookup, folder, {}), {first: ["Tên Hoàn Toàn Mới"]})
            assert plan_record(state, new).new == "name: Tên Hoàn Toàn Mới\n"
            assert asked[0].startswith(first)
            assert all(question.strip() for question in asked)


def test_no_question_is_loaded_where_options_say_all(repository: Repository) -> None:
    import subprocess

    code = (
        "import sys; from thidua.cli.main import run;"
        "run(sys.argv[1:]);"
        "print([m for m in ('questionary', 'prompt_toolkit', 'jinja2', 'rich.console') if m in sys.modules])"
    )
    arguments = ["add-award", "--award", "giay-khen-cap-huyen", "--to", "A B", "--by", "mong-cai", "--date", "1/2/2023"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--root", str(repository.root)],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
