"""`thidua add-award` by options."""

from __future__ import annotations

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository

NEW = ("add-award", "--award", "giay-khen-cap-huyen", "--source", "Ví dụ")
DECIDED = ("--decision", "412/QĐ-UBND", "--date", "06/3/2023", "--by", "ubnd-mong-cai")


def test_a_new_decision_gets_a_file_named_after_number_and_authority(repository: Repository) -> None:
    answer = repository.thidua(*NEW, *DECIDED, "--to", "Nguyễn Văn A", "--unit", "phong-noi-vu-mong-cai")
    assert answer.status == 0, answer.err
    assert answer.out.splitlines()[0] == f"đã tạo {DECISION}"
    assert repository.text(DECISION) == (
        "decision:\n  number: 412/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Văn A, unit: phong-noi-vu-mong-cai}\n"
        "source:\n  document: Ví dụ\n"
    )


def test_a_written_file_is_canonical_and_valid(repository: Repository) -> None:
    repository.thidua(
        *NEW, *DECIDED, "--to", "Nguyễn Văn A", "--class", "truc-tiep-lao-dong", "--sex", "nữ", "--period", "2023"
    )
    assert repository.thidua("fmt", "--check").status == 0
    assert repository.thidua("validate").status == 0


def test_an_added_row_changes_nothing_else_in_the_file(decided: Repository) -> None:
    answer = decided.thidua(
        *NEW, *DECIDED, "--to", "Trần Văn B", "--unit", "phong-y-te-mong-cai", "--position", "Trưởng phòng"
    )
    assert answer.status == 0, answer.err
    row = "      - {name: Trần Văn B, position: Trưởng phòng, unit: phong-y-te-mong-cai}\n"
    text = decided.text(DECISION)
    assert row in text
    assert text.replace(row, "") == DECISION_TEXT


def test_windows_line_ends_stay(decided: Repository) -> None:
    decided.write(DECISION, DECISION_TEXT.replace("\n", "\r\n"))
    assert decided.thidua(*NEW, *DECIDED, "--to", "Trần Văn B").status == 0
    text = decided.text(DECISION)
    assert text.count("\r\n") == text.count("\n") == DECISION_TEXT.count("\n") + 1


def test_another_award_becomes_a_group_of_its_own(decided: Repository) -> None:
    answer = decided.thidua("add-award", "--award", "lao-dong-tien-tien", "--to", "Trần Văn B", *DECIDED)
    assert answer.status == 0, answer.out
    assert "  - award: lao-dong-tien-tien\n    recipients:\n      - {name: Trần Văn B}\n" in decided.text(DECISION)
    assert decided.text(DECISION).startswith(DECISION_TEXT.partition("    # cuối")[0])


def test_the_same_number_in_another_year_is_another_decision(decided: Repository) -> None:
    answer = decided.thidua(
        *NEW, "--decision", "412/QĐ-UBND", "--date", "7.3.2022", "--by", "ubnd-mong-cai", "--to", "A B"
    )
    assert answer.status == 0, answer.out
    assert decided.changed() == ["records/awards/2022/412-qd-ubnd-ubnd-mong-cai.yaml"]


def test_a_number_typed_without_accents_is_the_same_decision(decided: Repository) -> None:
    assert (
        decided.thidua(
            *NEW, "--decision", "412/qd-ubnd", "--by", "ubnd-mong-cai", "--to", "A B", "--year", "2023"
        ).status
        == 0
    )
    assert decided.changed() == [DECISION]


def test_a_date_that_the_file_denies_is_refused(decided: Repository) -> None:
    answer = decided.thidua(
        *NEW, "--decision", "412/QĐ-UBND", "--date", "7/3/2023", "--by", "ubnd-mong-cai", "--to", "A B"
    )
    assert answer.status == 2
    assert "`--date`" in answer.err
    assert "2023-03-06" in answer.err
    assert decided.changed() == []


def test_several_recipients_share_a_unit_or_have_their_own(repository: Repository) -> None:
    shared = repository.thidua(
        *NEW, *DECIDED, "--to", "Nguyễn Văn A", "--to", "Trần Văn B", "--unit", "phong-y-te-mong-cai"
    )
    own = repository.thidua(
        *NEW,
        *DECIDED,
        "--to",
        "Lê C",
        "--to",
        "Lê D",
        "--unit",
        "phong-y-te-mong-cai",
        "--unit",
        "phong-noi-vu-mong-cai",
    )
    assert (shared.status, own.status) == (0, 0)
    text = repository.text(DECISION)
    assert text.count("unit: phong-y-te-mong-cai") == 3
    assert "{name: Lê D, unit: phong-noi-vu-mong-cai}" in text


def test_two_units_for_three_people_are_refused(repository: Repository) -> None:
    answer = repository.thidua(
        *NEW, *DECIDED, "--to", "A A", "--to", "B B", "--to", "C C", "--unit", "X", "--unit", "Y"
    )
    assert (answer.status, repository.changed()) == (2, [])
    assert "`--unit`" in answer.err


def test_all_kinds_of_recipients_and_numbers_are_taken(repository: Repository) -> None:
    answer = repository.thidua(
        *NEW, *DECIDED, "--collective", "phong-y-te-mong-cai", "--household", "Trần Văn Hộ", "--people", "xã Hải Đông",
        "--counted-individuals", "2.405", "--counted-collectives", "12", "--method", "đột xuất", "--campaign",
        "chung suc xay dung nong thon moi", "--bloc", "noi-chinh", "--signer", "Nguyễn  Văn Ký",
        "--period", "năm học 2022-2023",
    )  # fmt: skip
    assert answer.status == 0, answer.out + answer.err
    text = repository.text(DECISION)
    for written in (
        "{collective: phong-y-te-mong-cai}", "{household: Trần Văn Hộ}", "{people: xã Hải Đông}", "individuals: 2405",
        "collectives: 12", "method: dot-xuat", "campaign: nong-thon-moi", "bloc: noi-chinh", "name: Nguyễn Văn Ký",
        "period: nam-hoc-2022-2023",
    ):  # fmt: skip
        assert written in text


def test_totals_of_the_year_are_said(decided: Repository) -> None:
    answer = decided.thidua(
        *NEW, *DECIDED, "--to", "Trần Văn B", "--collective", "phong-y-te-mong-cai", "--counted-individuals", "1.000"
    )
    assert "Năm 2023, UBND thành phố Móng Cái đã ghi nhận khen thưởng: 1 tập thể, 1.002 cá nhân" in answer.out


def test_an_authority_is_known_by_its_name_without_accents(repository: Repository) -> None:
    answer = repository.thidua(
        *NEW, "--decision", "9/QĐ", "--date", "2023-05-01", "--by", "Uy ban nhan dan TP Mong Cai", "--to", "A B"
    )
    assert answer.status == 0, answer.err
    assert "authority: ubnd-mong-cai" in repository.text("records/awards/2023/9-qd-ubnd-mong-cai.yaml")


def test_a_name_of_two_records_lists_them(repository: Repository) -> None:
    answer = repository.thidua(*NEW, "--decision", "9/QĐ", "--date", "2023-05-01", "--by", "xa hoa binh", "--to", "A B")
    assert answer.status == 2
    assert "[hoa-binh]" in answer.err
    assert "[hoa-binh-2]" in answer.err


def test_an_unknown_id_is_refused_with_the_nearest(repository: Repository) -> None:
    for option, typed, nearest in (
        ("--award", "giay-khen-cap-huyn", "giay-khen-cap-huyen"),
        ("--by", "ubnd-mong-cay", "ubnd-mong-cai"),
        ("--unit", "phong-noi-vu-mong-ca", "phong-noi-vu-mong-cai"),
        ("--campaign", "nong-thon-mo", "nong-thon-moi"),
    ):
        answer = repository.thidua(*NEW, *DECIDED, "--to", "A B", option, typed)
        assert answer.status == 2
        assert answer.err.startswith(f"`{option}`")
        assert f"[{nearest}]" in answer.err
    assert repository.changed() == []


def test_an_unknown_unit_name_is_kept_and_said(repository: Repository) -> None:
    answer = repository.thidua(*NEW, *DECIDED, "--to", "A B", "--unit", "Phòng Noi Vụ Mới")
    assert "chưa có đơn vị `Phòng Noi Vụ Mới`, giữ nguyên như đã gõ" in answer.out
    assert "unit: Phòng Noi Vụ Mới" in repository.text(DECISION)


def test_pasted_text_is_tidied(repository: Repository) -> None:
    repository.thidua(*NEW, *DECIDED, "--to", "\u200bNguye\u0302\u0303n\u00a0 Thi\u0323  A ")
    assert "{name: Nguyễn Thị A}" in repository.text(DECISION)


def test_the_same_recipient_twice_is_refused_and_the_file_is_as_before(decided: Repository) -> None:
    answer = decided.thidua(*NEW, *DECIDED, "--to", "NGUYỄN THỊ VÍ DỤ", "--unit", "phong-noi-vu-mong-cai")
    assert answer.status == 1
    assert "lỗi[TD306]" in answer.out
    assert "- {name: NGUYỄN THỊ VÍ DỤ, unit: phong-noi-vu-mong-cai}" in answer.out, "the line that was refused is shown"
    assert "không ghi gì" in answer.err
    assert decided.text(DECISION) == DECISION_TEXT
    assert decided.changed() == []


def test_force_writes_it_with_errors_and_ends_with_1(decided: Repository) -> None:
    answer = decided.thidua(*NEW, *DECIDED, "--to", "Nguyễn Thị Ví Dụ", "--unit", "phong-noi-vu-mong-cai", "--force")
    assert (answer.status, decided.changed()) == (1, [DECISION])


def test_a_refused_new_file_leaves_no_file_and_no_folder(repository: Repository) -> None:
    twice = ("--to", "Nguyễn Văn A", "--to", "Nguyễn Văn A", "--unit", "phong-y-te-mong-cai")
    assert repository.thidua(*NEW, *DECIDED, *twice).status == 1
    assert not (repository.root / "records/awards/2023").exists()


def test_an_award_for_collectives_is_not_given_to_a_person(repository: Repository) -> None:
    answer = repository.thidua("add-award", "--award", "tap-the-lao-dong-tien-tien", "--to", "Nguyễn Văn A", *DECIDED)
    assert (answer.status, repository.changed()) == (1, [])
    assert "TD301" in answer.out


def test_old_errors_of_a_file_do_not_stop_a_new_row(decided: Repository) -> None:
    decided.write(DECISION, DECISION_TEXT.replace("period: 2023", "period: 2023\ncampaign: khong-co"))
    answer = decided.thidua(*NEW, *DECIDED, "--to", "Trần Văn B")
    assert answer.status == 0, answer.err
    assert "TD902" in answer.out


def test_a_file_that_cannot_be_read_is_not_written_to(decided: Repository) -> None:
    decided.write(DECISION, DECISION_TEXT + "period: 2024\n")
    answer = decided.thidua(*NEW, *DECIDED, "--to", "Trần Văn B")
    assert answer.status == 2
    assert f"thidua validate {DECISION}" in answer.err
    assert decided.changed() == [DECISION]


def test_a_dry_run_shows_a_new_file_and_writes_nothing(repository: Repository) -> None:
    answer = repository.thidua(*NEW, *DECIDED, "--to", "Nguyễn Văn A", "--dry-run")
    assert answer.out.startswith(f"sẽ tạo {DECISION}:\n\ndecision:\n  number: 412/QĐ-UBND\n")
    assert (answer.status, repository.changed()) == (0, [])


def test_a_dry_run_shows_only_the_lines_added(decided: Repository) -> None:
    answer = decided.thidua(*NEW, *DECIDED, "--to", "Trần Văn B", "--dry-run")
    assert answer.out == f"sẽ sửa {DECISION}:\n\n+       - {{name: Trần Văn B}}\n"
    assert decided.changed() == []


def test_a_dry_run_refuses_what_the_command_refuses(decided: Repository) -> None:
    for code, *arguments in (
        ("TD301", "--award", "tap-the-lao-dong-tien-tien", *DECIDED, "--to", "Trần Văn B"),
        ("TD306", *NEW[1:], *DECIDED, "--to", "Nguyễn Thị Ví Dụ", "--unit", "Phòng Nội vụ"),
        ("TD905", *NEW[1:], "--decision", "9/QĐ", "--date", "1/2/2093", "--by", "mong-cai", "--to", "Trần Văn B"),
        ("TD902", *NEW[1:], "--decision", "9/QĐ", "--date", "1/2/2023", "--by", "mong-cai", "--to", "Trần Văn B",
         "--unit", "khong-co"),
    ):  # fmt: skip
        dry = decided.thidua("add-award", *arguments, "--source", "Ví dụ", "--dry-run")
        assert decided.changed() == []
        real = decided.thidua("add-award", *arguments, "--source", "Ví dụ")
        assert decided.changed() == []
        if code == "TD902":  # refused before there is a text
            assert dry == real
            assert dry.status == 2
            continue
        assert (dry.status, real.status) == (1, 1)
        assert code in dry.out
        assert code in real.out
        assert "lỗi; lệnh thật sẽ không ghi" in dry.err
        assert decided.thidua("validate").status == 0, "the register holds nothing of what was tried"


def test_a_dry_run_of_set_sees_the_whole_register(decided: Repository) -> None:
    answer = decided.thidua("set", DECISION, "campaign", "khong-co", "--dry-run")
    again = decided.thidua("set", "organisations/mong-cai", "parent", "ubnd-mong-cai", "--dry-run")
    assert (answer.status, again.status) == (1, 1), answer.err + again.out
    assert "TD903" in again.out
    assert decided.changed() == []


def test_without_a_terminal_what_is_missing_is_named(repository: Repository) -> None:
    for given, missing in (
        ((), "`--award`, `--to` hoặc `--collective` hoặc `--household` hoặc `--counted-…`, `--by`, `--date` hoặc"),
        (("--award", "giay-khen-cap-huyen", "--to", "A B", "--date", "2023-01-02"), "thiếu `--by`; "),
        (("--award", "giay-khen-cap-huyen", "--by", "mong-cai", "--year", "2023"), "thiếu `--to` hoặc"),
    ):
        answer = repository.thidua("add-award", *given)
        assert (answer.status, answer.out) == (2, "")
        assert missing in answer.err
    english = repository.thidua("--lang", "en", "add-award", *NEW[1:], "--to", "A B").err
    assert english == "`--by`, `--date` or `--period` or `--year` are missing; nothing was written\n"


def test_an_authority_may_be_unknown_on_purpose(repository: Repository) -> None:
    answer = repository.thidua(*NEW, "--to", "Nguyễn Văn A", "--by", "", "--year", "2022")
    assert answer.status == 0, answer.err
    text = repository.text("records/awards/2022/giay-khen-cap-huyen.yaml")
    assert text.startswith("year: 2022\nawards:\n")


def test_awards_without_number_ask_for_the_file_when_one_may_be_meant(repository: Repository) -> None:
    known = ("--date", "02/4/2023", "--by", "ubnd-mong-cai")
    first = "records/awards/2023/giay-khen-cap-huyen-ubnd-mong-cai.yaml"
    assert repository.thidua(*NEW, *known, "--to", "Nguyễn Văn A").status == 0
    unsure = repository.thidua(*NEW, *known, "--to", "Trần Văn B")
    assert unsure.status == 2
    assert first in unsure.err
    assert repository.thidua(*NEW, *known, "--to", "Trần Văn B", "--file", first).status == 0
    assert repository.text(first).count("{name:") == 2


def test_a_file_outside_the_records_of_awards_is_refused(repository: Repository) -> None:
    for file in ("../ngoai.yaml", "/tmp/x.yaml", "records/organisations/mong-cai.yaml", "records/awards/x.yaml"):
        answer = repository.thidua(*NEW, *DECIDED, "--to", "A B", "--file", file)
        assert answer.status == 2, file
        assert "--file" in answer.err
    assert repository.changed() == []


def test_who_has_the_award_this_year_already_is_said(decided: Repository) -> None:
    answer = decided.thidua(
        *NEW, "--decision", "500/QĐ-UBND", "--date", "1/9/2023", "--by", "ubnd-mong-cai", "--to", "Nguyễn Thị Ví Dụ"
    )
    assert "đã có danh hiệu, hình thức này trong năm 2023 (412/QĐ-UBND" in answer.out


def test_a_day_that_is_none_is_refused_in_words(repository: Repository) -> None:
    for typed, said in (
        ("31/2/2023", "trong lịch"),
        ("6/3", "chưa có năm"),
        ("6/3/23", "06/3/2023"),
        ("mai", "không phải là ngày"),
    ):
        answer = repository.thidua(*NEW, "--decision", "1/QĐ", "--by", "mong-cai", "--to", "A B", "--date", typed)
        assert answer.status == 2
        assert said in answer.err


def test_english_is_complete(decided: Repository) -> None:
    answer = decided.thidua("--lang", "en", *NEW, *DECIDED, "--to", "Trần Văn B")
    assert answer.out.splitlines()[0] == f"changed {DECISION}"
    assert "In 2023 UBND thành phố Móng Cái commended: 2 to individuals" in answer.out
