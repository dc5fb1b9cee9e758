"""`thidua fmt`."""

from __future__ import annotations

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository

MESSY = "records/organisations/lon-xon.yaml"
MESSY_TEXT = (
    "\ufeff# đầu tệp\r\nlevel:   xa  # cấp\r\nname: \"Phường Lộn Xộn\"\r\n# nguồn\r\nsource: {document: 'Ví dụ'}\r\n"
)


def test_check_lists_what_would_change_and_ends_with_1(decided: Repository) -> None:
    decided.write(MESSY, MESSY_TEXT)
    answer = decided.thidua("fmt", "--check")
    assert answer.status == 1
    assert answer.out.splitlines() == [DECISION, MESSY, "2 tệp chưa chuẩn, 8 tệp đã chuẩn"]
    assert decided.text(MESSY) == MESSY_TEXT


def test_fields_come_in_the_order_of_the_model_with_all_comments(repository: Repository) -> None:
    repository.write(MESSY, MESSY_TEXT)
    answer = repository.thidua("fmt")
    assert (answer.status, answer.out) == (0, f"{MESSY}\nđã sửa 1 tệp, 8 tệp đã chuẩn\n")
    text = repository.text(MESSY)
    assert "\r" not in text
    assert "\ufeff" not in text
    assert [line.partition(":")[0] for line in text.splitlines() if ":" in line] == [
        "name",
        "level",
        "source",
        "  document",
    ]
    for comment in ("# đầu tệp", "# cấp", "# nguồn"):
        assert comment in text
    assert repository.thidua("fmt", "--check").status == 0


def test_formatting_changes_no_finding_and_loses_no_comment_of_a_decision(decided: Repository) -> None:
    assert decided.thidua("fmt", DECISION).status == 0
    text = decided.text(DECISION)
    for comment in ("# do Phòng Nội vụ nhập", "# đúng như in", "# dòng 1", "# cuối danh sách"):
        assert comment in text
    assert decided.thidua("validate").status == 0
    assert text != DECISION_TEXT


def test_a_file_that_cannot_be_read_is_reported_and_left_alone(repository: Repository) -> None:
    broken = "name: x\nname: y\n"
    repository.write("records/organisations/hong.yaml", broken)
    repository.write(MESSY, MESSY_TEXT)
    answer = repository.thidua("fmt")
    assert answer.status == 1
    assert answer.out.splitlines()[0] == MESSY, "a bad file hides no good one"
    assert "records/organisations/hong.yaml: để nguyên" in answer.err
    assert repository.text("records/organisations/hong.yaml") == broken


def test_paths_choose_files_and_folders(decided: Repository) -> None:
    decided.write(MESSY, MESSY_TEXT)
    assert decided.thidua("fmt", "--check", "records/awards").out.splitlines()[0] == DECISION
    assert decided.thidua("fmt", "--check", MESSY).out.splitlines()[0] == MESSY
    assert decided.thidua("fmt", "khong-co").status == 2


def test_a_link_out_of_the_repository_is_not_followed(repository: Repository) -> None:
    outside = repository.root.parent / "ngoai.yaml"
    outside.write_text(MESSY_TEXT, "utf-8")
    (repository.root / MESSY).symlink_to(outside)
    assert repository.thidua("fmt").status == 0
    assert outside.read_text("utf-8") == MESSY_TEXT.replace("\r\n", "\n")
