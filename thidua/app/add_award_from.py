"""The awards of a decision from the nomination it settles: what was approved, copied as it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award import NewAward, NewGroup
from thidua.app.add_award_typed import AwardTyped, new_award
from thidua.app.asked_nomination import asked_nomination
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_values import period
from thidua.diagnostics import Text
from thidua.model.lists import AwardGroupKind, NominationStatus
from thidua.store.catalogue import catalogue
from thidua.store.nominations import NominatedRow, rows_of_nomination
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

NAMED: Final = 8
"""How many of the rows that are left out are named."""

OPTION: Final = "--from"

_LEFT: Final = {
    NominationStatus.PROPOSED: Text("còn {n} dòng chưa xét", "{n} rows are not decided yet"),
    NominationStatus.REJECTED: Text("{n} dòng không thông qua", "{n} rows were rejected"),
    NominationStatus.GRANTED: Text("{n} dòng đã có quyết định", "{n} rows have a decision already"),
}
_GIVEN: Final = (NominationStatus.GRANTED, NominationStatus.PRESENTED, NominationStatus.REVOKED)


@dataclass(frozen=True, slots=True)
class Approved:
    """What a nomination gives to a decision.

    Attributes:
        left: what of it is left out, and why.
    """

    new: NewAward
    left: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the file.

    Attributes:
        period: its own, else that of the nomination; empty where neither is known.
        found: what the register has of it; nothing where neither a name nor a number is known.
    """

    tree: Mapping[str, Any]
    period: str
    found: tuple[NominatedRow, ...]

    @property
    def status(self) -> NominationStatus:
        states = {one.status for one in self.found} or {NominationStatus.PROPOSED}
        if states & set(_GIVEN):
            return NominationStatus.GRANTED
        return states.pop() if len(states) == 1 else NominationStatus.PROPOSED

    @property
    def called(self) -> str:
        recipient = self.tree.get("recipient")
        if isinstance(recipient, dict):
            return str(next((recipient[field] for field in recipient if field in _NAMING), ""))
        return str(self.tree.get("award", ""))


_NAMING: Final = ("name", "collective", "enterprise", "household", "people")


def from_nomination(state: Fresh, lookup: Lookup, typed: AwardTyped) -> Approved:
    """Return the awards that a nomination's approved rows come to, and what is left out of them.

    Raises:
        EntryError: it is not clear which nomination, nothing of it is approved, or all of it is decided.
    """
    _refuse_rows(typed)
    path, id_ = asked_nomination(state, OPTION, typed.nomination or "")
    head = document_of(state.workspace, path).tree
    rows = _rows(state, head, id_)
    approved = [row for row in rows if row.status is NominationStatus.APPROVED]
    if not approved:
        raise EntryError(_nothing(path, rows), OPTION, 1)
    span, chosen = _of_one_period(approved, period(typed.period, "--period") if typed.period else "")
    given = new_award(lookup, typed)
    new = replace(
        given,
        groups=_groups(state, chosen),
        authority=given.authority or _authority(lookup, head, typed),
        period=span,
        method=given.method or str(head.get("method", "")),
        campaign=given.campaign or str(head.get("campaign", "")),
        nomination=id_,
        received=str(head.get("received", "")),
    )
    return Approved(new, tuple(_left(rows, [row for row in approved if row not in chosen])))


def default_authority(state: Fresh, lookup: Lookup, typed: AwardTyped) -> str:
    """Return the organisation the nomination was sent to; empty where it is none that has a record.

    Raises:
        EntryError: it is not clear which nomination.
    """
    path, _ = asked_nomination(state, OPTION, typed.nomination or "")
    return _sent_to(lookup, document_of(state.workspace, path).tree)


def _refuse_rows(typed: AwardTyped) -> None:
    """Refuse options that give rows: they all come from the nomination."""
    of_rows = (typed.unit, typed.position, typed.class_, typed.sex, typed.achievement, typed.posthumous)
    if typed.award or typed.names_somebody or any(of_rows):
        raise EntryError(
            Text(
                "danh sách lấy từ hồ sơ đề nghị; bỏ --award, --to và các tuỳ chọn khác về người được khen",
                "the rows come from the nomination; leave out --award, --to and what else tells who gets it",
            ),
            OPTION,
        )


def _rows(state: Fresh, head: Mapping[str, Any], id_: str) -> list[_Row]:
    found = rows_of_nomination(state.register, id_)
    trees = head["rows"] if isinstance(head.get("rows"), list) else []
    return [
        _Row(
            tree,
            str(tree.get("period") or head.get("period", "")),
            tuple(one for one in found if one.place == place),
        )
        for place, tree in enumerate(trees)
    ]


def _nothing(path: str, rows: list[_Row]) -> Text:
    """Say why nothing of a nomination can be decided."""
    given = {one.given for row in rows for one in row.found if one.given is not None}
    if given:
        papers = sorted({f"{one.number or ''} ({one.path})".strip() for one in given})
        listed, left = ", ".join(papers), [row for row in rows if row.status is not NominationStatus.GRANTED]
        more = _counts(left)
        return Text(
            f"`{path}` đã có quyết định: {listed}; không còn dòng nào được thông qua{more.vi}; không có gì được ghi",
            f"`{path}` has a decision already: {listed}; no approved row is left{more.en}; nothing was written",
        )
    more = _counts(rows)
    return Text(
        f"`{path}` chưa có dòng nào được thông qua{more.vi}; ghi kết quả ở `outcome` của từng dòng trước",
        f"`{path}` has no approved row{more.en}; write `outcome` for its rows first",
    )


def _counts(rows: list[_Row]) -> Text:
    told = [text for status in _LEFT if (text := _counted(rows, status)) is not None]
    vi, en = "; ".join(one.vi for one in told), "; ".join(one.en for one in told)
    return Text(f" ({vi})", f" ({en})") if told else Text("", "")


def _counted(rows: list[_Row], status: NominationStatus) -> Text | None:
    these = [row for row in rows if row.status is status]
    if not these:
        return None
    return Text(_LEFT[status].vi.format(n=len(these)), _LEFT[status].en.format(n=len(these)))


def _left(rows: list[_Row], of_other_periods: list[_Row]) -> Iterator[Text]:
    """Say which rows are left out, each kind on a line."""
    for status in _LEFT:
        text, these = _counted(rows, status), [row for row in rows if row.status is status]
        if text is not None:
            yield _named(text, these)
    if of_other_periods:
        n = len(of_other_periods)
        yield _named(Text(f"{n} dòng của kỳ khác", f"{n} rows of another period"), of_other_periods)


def _named(text: Text, rows: list[_Row]) -> Text:
    names = ", ".join(row.called for row in rows[:NAMED]) + (", …" if len(rows) > NAMED else "")
    return Text(f"{text.vi}: {names}", f"{text.en}: {names}")


def _of_one_period(approved: list[_Row], asked: str) -> tuple[str, list[_Row]]:
    """Return the period of the decision, and the rows of it: a record says one period for all."""
    periods = sorted({row.period for row in approved})
    if asked:
        chosen = [row for row in approved if row.period in ("", asked)]
        if not chosen:
            raise EntryError(
                Text(
                    f"các dòng được thông qua là của kỳ {', '.join(periods)}",
                    f"the approved rows are of the period {', '.join(periods)}",
                ),
                "--period",
            )
        return asked, chosen
    if len(periods) > 1:
        listed = ", ".join(one or "?" for one in periods)
        raise EntryError(
            Text(
                f"các dòng được thông qua thuộc nhiều kỳ ({listed}); mỗi kỳ một lần, chọn bằng --period",
                f"the approved rows are of several periods ({listed}); take one at a time with --period",
            ),
            OPTION,
        )
    return periods[0], approved


def _groups(state: Fresh, rows: list[_Row]) -> tuple[NewGroup, ...]:
    """Return the awards, titles before forms, high before low; rows in the order of the nomination."""
    kinds = [kind.value for kind in AwardGroupKind]
    places = {one.id: (kinds.index(one.group), one.rank) for one in catalogue(state.register).values()}
    awards = dict.fromkeys(str(row.tree["award"]) for row in rows)
    ordered = sorted(awards, key=lambda award: (*places.get(award, (len(kinds), 0)), award))
    return tuple(group for award in ordered for group in _of_award(award, rows))


def _of_award(award: str, rows: Iterable[_Row]) -> Iterator[NewGroup]:
    trees = [row.tree for row in rows if row.tree["award"] == award]
    recipients = tuple(tree["recipient"] for tree in trees if "recipient" in tree)
    first, *others = [tree["counted"] for tree in trees if "counted" in tree] or [None]
    yield NewGroup(award, recipients, first)
    for counted in others:
        yield NewGroup(award, (), counted)


def _authority(lookup: Lookup, head: Mapping[str, Any], typed: AwardTyped) -> str:
    """Return who decides: whom the nomination was sent to, unless it was said that this is not known."""
    if typed.by is not None:
        return ""
    found = _sent_to(lookup, head)
    if not found:
        raise EntryError(
            Text(
                "hồ sơ không ghi cấp xét là một tổ chức có mã; ghi cấp khen thưởng",
                "the nomination was sent to no organisation that has a record; say who decides",
            ),
            "--by",
        )
    return found


def _sent_to(lookup: Lookup, head: Mapping[str, Any]) -> str:
    to = str(head.get("to", ""))
    found = lookup.matches("organisations", to) if to else ()
    return found[0].id if len(found) == 1 else ""
