"""Names and helpers that the tests of the law's data share."""

from datetime import date

from thidua.law.absence import Absent
from thidua.law.authority import AuthorityKind, Power
from thidua.law.bonus import BaseSalary, Factor, Fund, Multiple, Rule
from thidua.law.condition import AnyOf, Condition
from thidua.law.entry import Entry
from thidua.law.era import Era, Transition
from thidua.law.holder import Holder
from thidua.law.prerequisite import Counting, General, Route
from thidua.law.statutory import Form
from thidua.model.lists import RecipientKind

CN, TT, HO = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD
READ = ("e2014", "e2017", "e2024", "e2025")
MODELS: dict[str, type[Entry]] = {
    "eras": Era, "transitions": Transition, "kinds": AuthorityKind, "powers": Power, "routes": Route,
    "general": General, "counting": Counting, "absent": Absent, "base_salary": BaseSalary, "multiples": Multiple,
    "factors": Factor, "rules": Rule, "funds": Fund, "forms": Form, "holders": Holder,
}  # fmt: skip
TTG, BK, CP, CT = (
    "bang-khen-cua-thu-tuong-chinh-phu",
    "bang-khen-bo-nganh-tinh",
    "co-thi-dua-cua-chinh-phu",
    "co-thi-dua-bo-nganh-tinh",
)
TQ, BT, CS, LD = (
    "chien-si-thi-dua-toan-quoc",
    "chien-si-thi-dua-bo-nganh-tinh",
    "chien-si-thi-dua-co-so",
    "lao-dong-tien-tien",
)

HUAN = "huan-chuong-"
TINH, HUYEN, XA, BO = "chu-tich-ubnd-tinh", "chu-tich-ubnd-huyen", "chu-tich-ubnd-xa", "nguoi-dung-dau-bo-nganh"


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def facts(conditions: tuple[Condition, ...]) -> list[str]:
    """Write every condition, also those inside `any_of`, as `check field=value …` with the fields that were given."""
    lines = []
    for one in conditions:
        if isinstance(one, AnyOf):
            lines += [line for option in one.options for line in facts(option.conditions)]
        given = one.model_dump(mode="json", exclude_defaults=True, exclude={"check", "note", "article", "confidence"})
        lines.append(" ".join([one.check, *(f"{key}={value}" for key, value in given.items())]))
    return lines
