"""TD402: it is not certain that the body may confer the award."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.authority_answer import FIND, KEY, TOUCHED, found
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

_VARIANTS = {"duoc-neu": "named", "da-chuyen": "passed", "kind": "kind", "level": "level", "unfit": "unfit"}


def word(row: dict[str, Any]) -> Found | tuple[()]:
    if row["best"] == 0:  # in every era that may govern the answer is no: TD401
        return ()
    if row["worst"] == 0 and row["best"] > 1:  # yes by one law, no by another
        return found(row, "era" if row["received"] else "received")
    return found(row, _VARIANTS.get(row["ground"], ""))


_COMMUNE = "name: UBND xã Ví dụ\nkind: uy-ban-nhan-dan\nlevel: xa\nsource: {document: Ví dụ}\n"
_PLACE = "records/organisations/ubnd-xa-vi-du.yaml"
_FIGHTER = """\
decision: {number: 25/QĐ-UBND, date: 2025-09-20, authority: ubnd-xa-vi-du, received: 2025-08-06}
awards:
  - {award: chien-si-thi-dua-co-so, counted: {individuals: 3}}
"""
_ADVANCED = _FIGHTER.replace("chien-si-thi-dua-co-so", "lao-dong-tien-tien")
_PATH = "records/awards/2025/25-qd-ubnd-vi-du.yaml"


def _doubt(why: Text, help_: Text) -> Wording:
    """Return a wording that says for what reason it is not certain."""
    return Wording(
        Text(
            vi="chưa chắc {authority} được tặng {award} ngày {date:day}: " + why.vi,
            en="it is not certain that {authority} may confer {award} on `{date}`: " + why.en,
        ),
        help_,
    )


RULE = Rule(
    code="TD402",
    name="authority-doubtful",
    severity=Severity.NOTE,
    title=Text(
        vi="chưa chắc cấp khen thưởng có thẩm quyền",
        en="it is not certain that a body may confer the award",
    ),
    why=Text(
        vi="Có văn bản chưa được đọc, chỉ biết qua một nguồn, hoặc không kể hết các cấp; có hồ sơ tổ chức chưa ghi loại, cấp;"
        " có quyết định chưa rõ theo luật cũ hay luật mới. Khi ấy không nói được là sai, nhưng nên có người đối chiếu văn bản."
        " Nơi không biết gì về khen thưởng hoặc về tổ chức thì không nhắc.",
        en="Some texts were not read, are known from one source, or do not name every body; some records of organisations"
        " do not say kind or level; of some decisions it is open whether the old law or the new one governs. Nothing can be"
        " called wrong then, but someone should compare it with the text. Where nothing is known of the award or of the"
        " organisation, nothing is said.",
    ),
    wording={
        "": _doubt(
            Text(
                vi="{article} không nêu cấp này, nhưng căn cứ chưa đủ chắc",
                en="{article_en} does not name it, but that is not known for certain",
            ),
            Text(
                vi="đối chiếu văn bản; những cấp được nêu: {by}",
                en="compare it with the text; the bodies that are named: {by_en}",
            ),
        ),
        "named": _doubt(
            Text(
                vi="mới biết qua một nguồn là {article} giao việc này",
                en="that {article_en} gives it this power is known from one source only",
            ),
            Text(vi="đối chiếu văn bản {article}", en="compare it with the text of {article_en}"),
        ),
        "passed": _doubt(
            Text(
                vi="{article} giao cho cấp nay không còn, chưa rõ cấp nào thay",
                en="{article_en} gives it to a body that is no more, and who took its place is not known",
            ),
            Text(
                vi="đối chiếu văn bản phân định thẩm quyền, và ghi ngày nhận hồ sơ ở `received` nếu chưa có",
                en="compare it with the texts that pass powers on, and give the day of receipt in `received` if it is not there",
            ),
        ),
        "received": _doubt(
            Text(
                vi="tuỳ ngày nhận hồ sơ ({article})",
                en="it depends on the day the file was received ({article_en})",
            ),
            Text(vi="ghi ngày nhận hồ sơ ở `received`", en="give the day of receipt in `received`"),
        ),
        "era": _doubt(
            Text(
                vi="tuỳ hồ sơ cũ theo luật cũ hay luật mới ({article})",
                en="it depends on whether the old law or the new one governs the old file ({article_en})",
            ),
            Text(vi="hỏi cơ quan thi đua, khen thưởng cấp trên", en="ask the emulation and commendation office above"),
        ),
        "kind": _doubt(
            Text(
                vi="hồ sơ tổ chức chưa ghi loại ({article})",
                en="the organisation's record does not say its kind ({article_en})",
            ),
            Text(vi="ghi `kind` trong hồ sơ tổ chức", en="give `kind` in the record of the organisation"),
        ),
        "level": _doubt(
            Text(
                vi="hồ sơ tổ chức chưa ghi cấp ({article})",
                en="the organisation's record does not say its level ({article_en})",
            ),
            Text(vi="ghi `level` trong hồ sơ tổ chức", en="give `level` in the record of the organisation"),
        ),
        "unfit": _doubt(
            Text(
                vi="loại và cấp của tổ chức không ứng với cấp nào của luật ({article})",
                en="kind and level of the organisation fit no body of the law ({article_en})",
            ),
            Text(
                vi="sửa `kind`, `level` trong hồ sơ tổ chức, hoặc chọn khen thưởng riêng của tổ chức; người được tặng: {by}",
                en="mend `kind` and `level` in the record of the organisation, or choose an award of its own; this one may be"
                " conferred by: {by_en}",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _FIGHTER, _PLACE: _COMMUNE}, finds=(f"{_PATH}:3:13",)),
        Example({_PATH: _ADVANCED, _PLACE: _COMMUNE.replace("level: xa\n", "")}, finds=(f"{_PATH}:3:13",)),
    ),
    good=(Example({_PATH: _ADVANCED, _PLACE: _COMMUNE}),),
    law=("powers", "absent", "ended"),
)
