"""TD309: a part of a number is larger than the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Route, Severity, Text, Value
from thidua.model.lists import Qualifier
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording
from thidua.rules.parts import is_a, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Counts, Fact
    from thidua.model.described import Described
    from thidua.model.fact import Tally

AMONG = {
    "enterprises": "collectives",
    "women": "individuals",
    "men": "individuals",
    "direct_workers": "individuals",
    "foreigners": "individuals",
    "posthumous": "individuals",
}
"""Which number is a part of which."""

KINDS = ("collectives", "enterprises", "households", "individuals", "women", "men", "direct_workers", "unsplit")

_MAY_BE_MORE = {Qualifier.OVER, Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.ABOUT}
_MAY_BE_LESS = {Qualifier.NEARLY, Qualifier.ABOUT}


def check(record: Fact, _: str) -> Iterator[Found]:
    if not parts(record, _is_counted):
        return
    doubted: list[Route] = []
    for route, fact in parts(record, _is_fact):  # a doubt may be said further out than the numbers stand
        if fact.doubt is not None:
            doubted.append(route)
        if doubted and any(route[: len(one)] == one for one in doubted):
            continue  # kept as printed: TD014 shows why
        if is_a(fact, "base.Counts"):
            yield from _inside(fact, route)
        elif is_a(fact, "fact.Tally"):
            yield from _of_which(fact, route)


def _inside(counts: Counts, route: Route) -> Iterator[Found]:
    if counts.qualifier is not None:
        return
    is_above = False
    for part, whole in AMONG.items():
        number = getattr(counts, part)
        found = _above(part, number, whole, getattr(counts, whole)) if number is not None else None
        if found:
            is_above = True
            yield Found((*route, part), found)
    women, men, individuals = counts.women, counts.men, counts.individuals
    if is_above or women is None or men is None or individuals is None or women + men == individuals:
        return
    yield Found(
        (*route, "individuals"),
        {"variant": "sexes", "women": women, "men": men, "sum": women + men, "total": individuals},
    )


def _of_which(tally: Tally, route: Route) -> Iterator[Found]:
    if not tally.of_which or tally.counted.qualifier in _MAY_BE_MORE:
        return
    sure = [(place, one) for place, one in enumerate(tally.of_which) if one.counted.qualifier not in _MAY_BE_LESS]
    for kind in KINDS:
        whole = getattr(tally.counted, kind)
        numbers = [(place, getattr(one.counted, kind)) for place, one in sure]
        is_above = False
        for place, number in numbers:
            found = _above(f"of_which[{place}].{kind}", number, kind, whole)
            if found:
                is_above = True
                yield Found((*route, "of_which", place, "counted", kind), found)
        total = sum(number for _, number in numbers if number is not None)
        if _are_apart(tally) and not is_above and whole is not None and total > whole:
            yield Found((*route, "of_which"), {"variant": "sum", "whole": kind, "number": total, "total": whole})


def _are_apart(tally: Tally) -> bool:
    """Whether no award can be in two of the parts: each is of another method."""
    methods = [one.method for one in tally.of_which]
    return len(methods) > 1 and None not in methods and len(set(methods)) == len(methods)


def _above(part: str, number: int | None, whole: str, total: int | None) -> dict[str, Value] | None:
    if number is None or total is None or number <= total:
        return None
    return {"part": part, "number": number, "whole": whole, "total": total}


def _is_counted(model: Described) -> bool:
    return model.is_a("base.Counts") or model.is_a("fact.Tally")


def _is_fact(model: Described) -> bool:
    return model.is_a("base.Fact")


_TALLY = """\
tallies:
  - period: 2023
    counted: {collectives: 457, individuals: 946, women: 400, men: 546}
    of_which:
      - method: dot-xuat
        counted: {collectives: 131, individuals: 245}
      - method: cong-trang
        counted: {collectives: 300, individuals: 600}
source: {document: Báo cáo Ví dụ}
"""
_ABOVE = _TALLY.replace("131", "1310")
_SUM = _TALLY.replace("300", "340")
_SEXES = _TALLY.replace("men: 546", "men: 540")
_DOUBT = _SUM.replace("source:", "    doubt: Báo cáo in như vậy, hai phần cộng lại nhiều hơn tổng số.\nsource:")
_PATH = "records/years/2023/vi-du.yaml"

RULE = Rule(
    code="TD309",
    name="parts-above-total",
    severity=Severity.WARNING,
    title=Text(vi="số “trong đó” lớn hơn tổng số", en="a part of a number is larger than the whole"),
    why=Text(
        vi="Phần lớn hơn tổng thì một trong hai số sai, và báo cáo in cả hai. Chương trình không tự sửa."
        " Văn bản in sai mà phải giữ nguyên thì ghi lý do ở `doubt`: khi đó chỉ còn ghi chú TD014."
        " Số có chữ trên, hơn, gần, khoảng được so theo nghĩa của chữ đó.",
        en="Where a part is larger than the whole one of the two is wrong, and a report would print both. The program"
        " mends neither. Where the paper is wrong and is kept as printed, say why in `doubt`: only note TD014 is left."
        " Numbers with over, nearly or about are compared as those words allow.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{part}` là {number:count}, lớn hơn `{whole}` là {total:count}",
                en="`{part}` is {number:count}, more than `{whole}`, which is {total:count}",
            ),
            Text(
                vi="sửa số theo văn bản; văn bản in như vậy thì ghi lý do ở `doubt`",
                en="mend the number as the paper has it; if it is printed so, say so in `doubt`",
            ),
        ),
        "sum": Wording(
            Text(
                vi="các phần của `{whole}` cộng lại được {number:count}, lớn hơn tổng số {total:count}",
                en="the parts of `{whole}` add up to {number:count}, more than the total of {total:count}",
            ),
            Text(
                vi="sửa số theo văn bản; văn bản in như vậy thì ghi lý do ở `doubt`",
                en="mend the number as the paper has it; if it is printed so, say so in `doubt`",
            ),
        ),
        "sexes": Wording(
            Text(
                vi="{women:count} nữ và {men:count} nam là {sum:count}, khác với {total:count} cá nhân",
                en="{women:count} women and {men:count} men make {sum:count}, not {total:count} individuals",
            ),
            Text(
                vi="sửa số theo văn bản; chưa biết hết thì bỏ số chưa chắc",
                en="mend the numbers as the paper has them; leave out the one that is not sure",
            ),
        ),
    },
    check=OfRecord(check, ("years", "bloc-years", "campaigns", "awards", "nominations")),
    bad=(
        Example({_PATH: _ABOVE}, finds=(f"{_PATH}:6:32",)),
        Example({_PATH: _SUM}, finds=(f"{_PATH}:5:7",)),
        Example({_PATH: _SEXES}, finds=(f"{_PATH}:3:46",)),
    ),
    good=(Example({_PATH: _TALLY}), Example({_PATH: _DOUBT})),
)
