"""TD308: the rows behind a tally are not all known."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.tally_scope import FIND, KEY, KINDS, TOUCHED


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    if not row["is_unlisted"]:
        return ()
    short = [kind for kind in KINDS if row[kind] is not None and row[f"possible_{kind}"] < row[kind]]
    return tuple(_short(row, kind) for kind in short)


def _short(row: dict[str, Any], kind: str) -> Found:
    rows = row[f"possible_{kind}"]
    return Found(
        (*read_route(row["route"]), "counted", kind),
        {"variant": kind if rows else f"no-{kind}", "rows": rows, "total": row[kind]},
        path=row["path"],
    )


_ROWS = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: ubnd-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
      - {name: Nguyễn Thị B, unit: Phòng Ví dụ}
"""
_COUNTED = """\
decision: {number: 6/QĐ-UBND, date: 2023-09-06, authority: ubnd-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 28}}
"""
_TALLY = """\
tallies:
  - {period: 2023, authority: ubnd-vi-du, counted: {individuals: 30}}
source: {document: Báo cáo Ví dụ}
"""
_OTHERS = {
    "records/awards/2023/5-qd-ubnd-vi-du.yaml": _ROWS,
    "records/awards/2023/6-qd-ubnd-vi-du.yaml": _COUNTED,
    "records/organisations/ubnd-vi-du.yaml": "name: UBND thành phố Ví dụ\nparent: vi-du\n",
    "records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n",
}
_PATH = "records/years/2023/vi-du.yaml"

_HELP = Text(
    vi="nhập các quyết định còn thiếu khi tìm được; số tổng hợp vẫn được in trong báo cáo",
    en="enter the decisions that are missing when they are found; reports print the tally all the same",
)

_KIND_WORDS = {
    "collectives": ("tập thể", "collectives"),
    "households": ("hộ gia đình", "households"),
    "individuals": ("cá nhân", "individuals"),
}


def _wording() -> dict[str, Wording]:
    some = {
        kind: Wording(
            Text(
                f"mới có danh sách {{rows:count}} trong {{total:count}} {vi}",
                f"{{rows:count}} of {{total:count}} {en} are listed",
            ),
            _HELP,
        )
        for kind, (vi, en) in _KIND_WORDS.items()
    }
    none = {
        f"no-{kind}": Wording(
            Text(f"chưa có danh sách {{total:count}} {vi}", f"none of {{total:count}} {en} are listed"), _HELP
        )
        for kind, (vi, en) in _KIND_WORDS.items()
    }
    return {"": some["collectives"], **some, **none}


_WORDING = _wording()

RULE = Rule(
    code="TD308",
    name="fewer-rows-than-tally",
    severity=Severity.NOTE,
    title=Text(vi="số tổng hợp chưa có đủ danh sách", en="the rows behind a tally are not all known"),
    why=Text(
        vi="Báo cáo in số tổng hợp và *trong đó có danh sách* bao nhiêu; tra cứu một người chỉ thấy được người có trong"
        " danh sách. Mọi dòng có thể thuộc phạm vi đều được tính, kể cả của đơn vị cấp dưới.",
        en="A report prints the tally and how many of it are listed; only who is listed can be looked up."
        " Every row that may be in the scope counts here, those of lower units too.",
    ),
    wording=_WORDING,
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _TALLY.replace("30", "31"), **_OTHERS}, finds=(f"{_PATH}:2:66",)),
        Example({_PATH: _TALLY.replace("2023", "2022"), **_OTHERS}, finds=(f"{_PATH}:2:66",)),
    ),
    good=(Example({_PATH: _TALLY, **_OTHERS}),),
)
