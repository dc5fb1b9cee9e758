"""What one recipient of an award is paid, by the law of the decision's day; or why that is not known."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.law.bonus import (
    BaseSalary,
    MultipleAnswer,
    Rounding,
    Rule,
    RuleKind,
    Stacking,
    base_salary,
    multiple,
    rounded,
    rules,
)
from thidua.law.entry import Confidence, Overlay, own_origins
from thidua.law.era import Era, EraAnswer, era_of, eras
from thidua.model.lists import RecipientKind
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from datetime import date

    from thidua.store.granted import GrantedRow


class Reason(StrEnum):
    """Why an amount is not known."""

    NO_DAY = "chua-ro-ngay-quyet-dinh"
    NO_ERA = "chua-co-quy-dinh-cua-ngay"
    DECREE_ENDED = "nghi-dinh-het-hieu-luc"
    NO_SALARY = "chua-co-luong-co-so"
    ERA = "chua-ro-ngay-nhan-ho-so"
    NO_MULTIPLE = "chua-co-muc-thuong"
    UNREAD_MULTIPLE = "chua-doc-duoc-muc-thuong"
    FOREIGNER = "chua-doc-duoc-ve-nguoi-nuoc-ngoai"
    POSTHUMOUS = "truy-tang"
    MIXED = "co-nguoi-nuoc-ngoai-truy-tang"
    INEXACT = "so-luong-khong-chinh-xac"
    NO_NUMBER = "chua-ro-so-luong"
    UNREAD_STACKING = "chua-doc-duoc-muc-cao-nhat"
    TWICE = "cung-danh-hieu-hai-lan"
    PERIOD = "chua-ro-ky-thanh-tich"
    BESIDE_UNKNOWN = "danh-hieu-khac-chua-ro"


@dataclass(frozen=True, slots=True)
class Worth:
    """What one recipient is paid, in đồng.

    Attributes:
        each: rounded; `None` where no amount follows, for a `ceiling` or a `reason`.
        ceiling: the multiple is the most that may be paid.
        souvenir: no money is given, but a souvenir of this value.
        articles: the grounds of the multiple; where it is not known which era governs, of that.
        confidence: the weakest of the grounds.
        note: what a reader should know of the grounds.
        candidates: the eras that may govern; where there are several and `each` is known, all agree.
        origins: the office's files among the grounds, that of the base salary among them; empty where all is law.
    """

    multiple: Decimal | None = None
    salary: Decimal | None = None
    each: Decimal | None = None
    ceiling: bool = False
    souvenir: bool = False
    articles: tuple[str, ...] = ()
    confidence: Confidence = Confidence.UNCONFIRMED
    note: str | None = None
    candidates: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    reason: Reason | None = None


_CERTAIN_FIRST = tuple(Confidence)


def weakest(*grounds: Confidence) -> Confidence:
    return max(grounds, key=_CERTAIN_FIRST.index)


class Tariff:
    """The amounts of one list; what was found once is kept, since most rows ask the same.

    Attributes:
        rounding: the office's own setting, or empty where a rule is taken.
        overlay: the office's own rules.
    """

    def __init__(self, rounding: str, overlay: Overlay) -> None:
        self.rounding = rounding
        self.overlay = overlay
        self._found: dict[tuple[str, str, bool, date | None, date | None], Worth] = {}

    def worth(self, row: GrantedRow) -> Worth:
        """Return what each recipient of a row is paid; `row.kind` is known."""
        kind = RecipientKind(row.kind or "")
        key = row.award, kind, row.foreign, row.decided, row.received
        if key not in self._found:
            self._found[key] = self._worth(row.award, kind, row.foreign, row.decided, row.received)
        return self._found[key]

    def rules(self, about: RuleKind, candidates: tuple[str, ...]) -> tuple[tuple[Rule, ...], ...]:
        """Return the rules of each era that may govern; of several ways to round the last, an office's."""
        found = (rules(about, era, overlay=self.overlay) for era in candidates)
        return tuple(its[-1:] if about is RuleKind.ROUNDING else its for its in found)

    def highest_title_only(self, candidates: tuple[str, ...]) -> bool:
        """Whether every era that may govern says that only the highest of several titles is paid."""
        found = self.rules(RuleKind.STACKING, candidates)
        return bool(found) and all(any(one.pays is Stacking.HIGHEST for one in its) for its in found)

    def _worth(
        self, award: str, kind: RecipientKind, foreign: bool, decided: date | None, received: date | None
    ) -> Worth:
        if decided is None:
            return Worth(reason=Reason.NO_DAY)
        era = era_of(decided, received, overlay=self.overlay)
        if not era.candidates:
            return Worth(reason=Reason.NO_ERA)
        salary = base_salary(decided, overlay=self.overlay)
        if salary is None:
            return Worth(reason=Reason.NO_SALARY, candidates=era.candidates)
        known = Worth(salary=salary.vnd, candidates=era.candidates)
        answers = [multiple(award, one, kind, foreign=foreign, overlay=self.overlay) for one in era.candidates]
        amounts = {self._amount(one, salary.vnd, id_) for one, id_ in zip(answers, era.candidates, strict=True)}
        if len(amounts) > 1:
            return _unknown(known, Reason.ERA, (era.article,), era)
        if any(one.decree_ends and decided >= one.decree_ends for one in self._eras(era.candidates)):
            return _unknown(known, Reason.DECREE_ENDED, (era.article,), era)
        found = [one for one in answers if one is not None]
        if not found:
            return _unknown(known, Reason.NO_MULTIPLE, (), era)
        return self._answer(known, found, era, amounts.pop()[-1], foreign=foreign, salary=salary)

    def _eras(self, ids: tuple[str, ...]) -> list[Era]:
        """Return those of the eras that there are; an office's clause may name one that there is not."""
        known = eras(self.overlay)
        return [known[one] for one in ids if one in known]

    def _answer(
        self,
        known: Worth,
        found: list[MultipleAnswer],
        era: EraAnswer,
        each: Decimal | None,
        *,
        foreign: bool,
        salary: BaseSalary,
    ) -> Worth:
        first = found[0]
        grounds = [salary.confidence, *(one.confidence for one in found), *([era.confidence] if era.era else [])]
        note = next((one.note.vi for one in found if one.note), None)
        reason = Reason.UNREAD_MULTIPLE if first.value is None else Reason.FOREIGNER if foreign and first.cash else None
        return Worth(
            multiple=first.value,
            salary=known.salary,
            each=None if first.ceiling or reason else each,
            ceiling=first.ceiling,
            souvenir=not first.cash,
            articles=tuple(dict.fromkeys(article for one in found for article in one.articles)),
            confidence=weakest(*grounds),
            note=note,
            candidates=known.candidates,
            origins=own_origins(*(origin for one in found for origin in one.origins), salary.origin),
            reason=reason,
        )

    def _amount(
        self, answer: MultipleAnswer | None, salary: Decimal, era: str
    ) -> tuple[Decimal | None, bool, bool, Decimal | None]:
        """What an era makes of a multiple: two eras with the same need not be told apart."""
        if answer is None or answer.value is None:
            return None, answer is not None, True, None
        return answer.value.normalize(), answer.ceiling, answer.cash, self._rounded(answer.value * salary, era)

    def _rounded(self, amount: Decimal, era: str) -> Decimal:
        for rule in rules(RuleKind.ROUNDING, era, overlay=self.overlay)[-1:]:
            match self.rounding:
                case "":
                    amount = rounded(amount, rule)
                case "khong":
                    pass
                case own:
                    amount = rounded(amount, rule.model_copy(update={"mode": Rounding(own)}))
        return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _unknown(known: Worth, reason: Reason, articles: tuple[str | None, ...], era: EraAnswer) -> Worth:
    return Worth(
        salary=known.salary,
        articles=tuple(one for one in articles if one),
        confidence=era.confidence,
        note=era.note.vi if era.note and articles else None,
        candidates=known.candidates,
        origins=own_origins(era.origin) if era.origin and articles else (),
        reason=reason,
    )
