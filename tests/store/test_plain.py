"""Plain decisions, read many at once: the register must hold exactly what it holds when each is read by itself."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from thidua.app import take_in, understand
from thidua.app.fresh import _freshened
from thidua.model.award import AwardRecord, Decision, Recipient, Signer
from thidua.model.base import _ID, RECORD_ID, Source
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.rules import record_rules
from thidua.rules.base import OfRecord
from thidua.source.document import parse
from thidua.source.emit import emit
from thidua.source.problem import DocumentError
from thidua.store import plain_decision, plain_parts, plain_pieces, plain_rows, plain_text
from thidua.store.open_register import in_memory
from thidua.store.paths import SLUG_PATH
from thidua.store.plain_decision import plain_of
from thidua.store.plain_text import plain_in
from thidua.store.schema import OWNED
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.register import Register

VALUES = (
    "Nguyễn Văn Ví Dụ", "Trần Thị Thử", "thanh-pho-vi-du", "phong-vi-du", "Phòng Ví dụ", "yes", "null", "2023",
    "0912", "~", "a, b", "a: b", "a #b", "#b", "it's", '"q"', "x  y", " x", "x ", "-", "- a", "[a]", "{a}",
    "a'b", "a,b", "a:b", "*", "&a", "!a", "%", "@", "`", "a\\b", "Ð", "0123456789", "sinh ngày 5",
    "ngày sinh: 1990", "a@b.vn", "…", "“Ví dụ”", "a?", "?a", "a|b", ">", "412/QĐ-UBND", "Hòa", "Hoà", "a\u0301",
    "a\u00a0b", "ví/dụ", "vi-du/vi-du", "VI-DU", "vi--du", "a" * 201, "=", "<<", "1e5", "12:30", "001",
)  # fmt: skip
LISTS = {
    "class": ("truc-tiep-lao-dong", "lanh-dao-khac", "giam-doc"), "sex": ("nam", "nu", "Nam"), "pupil": ("co",),
    "foreign": ("co", "khong", "x"), "posthumous": ("co",), "person": ("nguyen-van-vi-du", "Ông A"),
}  # fmt: skip
SIGNS = "'\"#:,{}[]- \n&*!|>%@`\\?~éĐ0a\u00a0\u0301\ufeff\t"


def chosen(chance: random.Random, options: tuple[str, ...]) -> str:
    """An ordinary value mostly: a decision with nothing odd in it must be common."""
    return options[0] if chance.random() < 0.9 else chance.choice(options)


def ordinary(chance: random.Random) -> str:
    return chance.choice(VALUES[:5]) if chance.random() < 0.985 else chance.choice(VALUES)


def row(chance: random.Random) -> dict[str, str]:
    name = chance.choice(tuple(RECIPIENT_FIELDS))
    made = {name: ordinary(chance)}
    for field in plain_parts.OTHERS:
        if field in LISTS and chance.random() < 0.1:
            made[field] = chosen(chance, LISTS[field])
        elif field not in LISTS and chance.random() < 0.4:
            made[field] = ordinary(chance)
    if chance.random() < 0.01:
        made[chance.choice((*RECIPIENT_FIELDS, "chuc_vu"))] = ordinary(chance)
    return made


def decision(chance: random.Random) -> dict[str, Any]:
    fields: tuple[tuple[str, Any], ...] = (
        ("number", "412/QĐ-UBND"),
        ("date", chosen(chance, ("2023-03-06", "2022-12-30", "2023-02-30", "6/3/2023"))),
        ("authority", chosen(chance, ("thanh-pho-vi-du", "phong-vi-du", "UBND", "a/b"))),
        ("signer", {"name": ordinary(chance), "capacity": chosen(chance, ("TM.", "KT.", "TK."))}),
        ("bases", ["Luật Thi đua, khen thưởng", ordinary(chance)]),
        ("received", chosen(chance, ("2023-01-05", "hôm qua"))),
    )
    paper = {field: value for field, value in fields if field in ("number", "date") or chance.random() < 0.6}
    if chance.random() < 0.05:
        del paper[chance.choice(list(paper))]
    tree: dict[str, Any] = {"decision": paper} if chance.random() < 0.98 else {"year": "2023"}
    for field, options in (
        ("period", ("2023", "nam-hoc-2022-2023", "2023-2021", "quy-5-2023", "9-thang-dau-2023")),
        ("method", ("cong-trang", "dot-xuat", "khac")),
        ("campaign", ("vi-du-2023", "x y")),
        ("bloc", ("khoi-vi-du",)),
        ("nomination", ("2023/to-trinh-vi-du",)),
    ):
        if chance.random() < 0.4:
            tree[field] = chosen(chance, options)
    groups = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        group: dict[str, Any] = {"award": chosen(chance, ("giay-khen-cap-huyen", "lao-dong-tien-tien", "Giấy khen"))}
        if chance.random() < 0.1:
            group["name"] = chance.choice(VALUES)
        if chance.random() < 0.1:
            group["method"] = "dot-xuat"
        group["recipients"] = [row(chance) for _ in range(chance.randrange(1, 6))]
        if chance.random() < 0.03:
            group["counted"] = {"individuals": "3"}
        groups.append(group)
    tree["awards"] = groups
    source = {"document": ordinary(chance), "date": "2023-05-05", "address": "https://vi-du.vn/bai-1"}
    more = (("source", source, 0.3), ("doubt", "Không rõ", 0.02), ("note", chosen(chance, ("Ví dụ", "a\nb")), 0.1))
    tree |= {field: value for field, value, share in more if chance.random() < share}
    return tree


def text(chance: random.Random) -> str:
    """A decision as the program writes it, sometimes in another style, sometimes with a slip."""
    tree = decision(chance)
    try:
        written = emit(tree)
    except ValueError:  # a value that the program would not write; typed as it is
        written = emit({"awards": "x"}) + "".join(f"{key}: {value}\n" for key, value in tree.items())
    style = chance.random()
    if style < 0.1:
        written = written.replace("      - {", "      -   {")
    elif style < 0.2:
        written = written.replace("'", '"')
    elif style < 0.3:
        written = "# ghi chú\n" + written
    if chance.random() < 0.3:
        place = chance.randrange(len(written))
        written = written[:place] + chance.choice((*SIGNS, "")) + written[place + chance.choice((0, 1)) :]
    return written


def office(root: Path, chance: random.Random, number: int) -> None:
    (root / "records/organisations").mkdir(parents=True)
    (root / "records/organisations/thanh-pho-vi-du.yaml").write_text("name: Thành phố Ví dụ\n", "utf-8")
    for one in range(number):
        file = root / f"records/awards/2023/{one}-qd-vi-du.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text(chance).encode("utf-8", "surrogatepass"))


def holds(root: Path) -> dict[str, list[str]]:
    register = in_memory("x")
    _freshened(find_workspace(root), register)
    return told(register)


def told(register: Register) -> dict[str, list[str]]:
    """Everything in the register, with paths for the numbers of files, and texts for those of words."""
    said = {}
    for table in ("award_row", *(one for one in OWNED if one != "recipient")):
        rows = register.ask_named(
            f"SELECT file.path AS in_file, {table}.* FROM {table} LEFT JOIN file ON file.id = file"
        )
        said[table] = sorted(str({k: v for k, v in one.items() if k != "file"}) for one in rows)
    said["finding"] = sorted(map(str, register.ask("SELECT code, content FROM finding")))
    said["file"] = sorted(map(str, register.ask("SELECT path, folder, record, readable, data FROM file")))
    said["word"] = sorted(
        map(str, register.ask("SELECT text, key, folded FROM word WHERE id IN (SELECT name FROM recipient)"))
    )
    return said


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 12))])
def test_read_together_or_each_by_itself_the_register_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    office(tmp_path, random.Random(seed), 400)
    plain: list[str] = []
    kept = plain_rows.take_in

    def counted(register: Register, files: list[plain_rows.PlainFile]) -> list[int]:
        plain.extend(one.path for one in files)
        return kept(register, files)

    monkeypatch.setattr(take_in, "take_in", counted)
    together = holds(tmp_path)
    assert 80 < len(plain) < 350  # both ways are taken
    monkeypatch.setattr(take_in, "plain_among", lambda *_: [])
    monkeypatch.setattr(understand, "is_in_order", lambda *_: False)
    assert holds(tmp_path) == together
    monkeypatch.setattr(understand, "is_in_order", plain_rows.is_in_order)
    assert holds(tmp_path) == together  # by their trees alone


def test_however_few_parts_are_remembered_the_register_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, random.Random(99), 300)
    expected = holds(tmp_path)
    for module, name in ((plain_parts, "MOST"), (plain_pieces, "MOST"), (plain_text, "_MOST"), (plain_rows, "_MOST")):
        monkeypatch.setattr(module, name, 3)
    monkeypatch.setattr(plain_pieces, "_AT_ONCE", 2)
    monkeypatch.setattr(take_in, "AT_ONCE", 7)
    for _ in range(2):
        assert holds(tmp_path) == expected


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 12))])
def test_a_text_and_its_tree_have_the_same_parts(seed: int) -> None:
    chance, both = random.Random(1000 + seed), 0
    for _ in range(1500):
        written = text(chance)
        taken = (
            plain_in(written.encode()) if written.isprintable() or written.replace("\n", " ").isprintable() else None
        )
        if taken is None:
            continue
        try:
            document = parse(written, pure=chance.random() < 0.05)
        except DocumentError:
            raise AssertionError(f"taken by one reader and refused by the other:\n{written}") from None
        if document._clean.text != written:
            continue  # only clean texts are asked about
        other = plain_of(document.tree, document.item_lines)
        assert other is not None, written
        assert (other.head, other.bases) == (taken.head, taken.bases)
        assert list(map(said, other.groups)) == list(map(said, taken.groups)), written
        assert other.digest() == taken.digest()
        both += 1
    assert both > 400


def said(group: plain_decision.Group) -> tuple[object, ...]:
    rows = [[part.values for part in parts] for parts in group.rows]
    return group.award, group.name, group.method, rows, list(group.lines)


def test_the_fields_are_those_of_the_models() -> None:
    def keys(model: Any) -> list[str]:
        return [field.alias or name for name, field in model.model_fields.items()]

    assert [*plain_parts.NAMES, *plain_parts.OTHERS] == keys(Recipient)
    assert [*plain_decision.PAPER, "signer", "bases", "received"] == keys(Decision)
    assert list(plain_decision.SIGNER) == keys(Signer)
    rest = [*plain_decision.REST, "presented", "awards"]
    assert ["source", "doubt", "note", "decision", "year", *rest] == keys(AwardRecord)
    assert list(plain_decision.SOURCE) == keys(Source)
    assert tuple(RECIPIENT_FIELDS) == plain_parts.NAMES
    assert (SLUG_PATH.pattern, plain_parts.LONGEST_ID) == (RECORD_ID, _ID.max_length)


def test_every_rule_for_single_decisions_is_known_to_be_silent_about_plain_ones() -> None:
    """A new rule for decisions fails here: whoever adds it decides whether plain decisions can break it."""
    about = {
        rule.code
        for rule in record_rules()
        if isinstance(rule.check, OfRecord) and (not rule.check.folders or "awards" in rule.check.folders)
    }
    assert about == set(plain_rows.SILENT)


def test_an_error_of_the_program_in_the_reader_of_many_leaves_all_to_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, random.Random(5), 40)
    expected = holds(tmp_path)

    def broken(*_: object) -> list[int]:
        raise OverflowError("too large")

    monkeypatch.setattr(take_in, "take_in", broken)
    assert holds(tmp_path) == expected
    monkeypatch.setattr(take_in, "plain_among", broken)
    assert holds(tmp_path) == expected
