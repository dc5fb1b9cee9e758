"""Statutory tables (*biểu thống kê*): rows and columns as data, each with the filter that fills its cells."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from thidua.law.entry import Entry, Overlay, Words, entries
from thidua.model.base import AwardId, Count, Day, Line, Record
from thidua.model.lists import CampaignKind, CampaignScope, Level, Method, PersonClass, RecipientKind, YesNo


class Counted(StrEnum):
    """Which records a cell is filled from."""

    AWARDS = "khen-thuong"
    PROPOSALS = "de-nghi"
    CAMPAIGNS = "phong-trao"
    FUND = "quy"


class Submitter(StrEnum):
    """Who submits to the Prime Minister."""

    MINISTRY = "bo-nganh"
    PROVINCE = "tinh"


class FundField(StrEnum):
    """What a year's record says of the fund, by the name of its field."""

    COLLECTED = "collected"
    SPENT = "spent"
    BUDGET_SHARE = "budget_share"
    NOTE = "note"


class Length(Record):
    """How long a campaign runs, in years; every bound that is given holds."""

    exactly: Count | None = None
    over: Count | None = None
    at_least: Count | None = None
    under: Count | None = None


class Filter(Record):
    """Which records count; what is left out restricts nothing. A cell takes what fits its row and its column.

    Attributes:
        awards, kinds: an award that is one of these, or of one of these kinds.
        except_awards, except_kinds: and that is none of these.
        unclear_classes: classes of which no text read says whether they belong here.
        launchers: levels of the body that launched a campaign.
    """

    of: Counted | None = None
    levels: tuple[Level, ...] = ()
    awards: tuple[AwardId, ...] = ()
    kinds: tuple[Line, ...] = ()
    except_awards: tuple[AwardId, ...] = ()
    except_kinds: tuple[Line, ...] = ()
    recipients: tuple[RecipientKind, ...] = ()
    classes: tuple[PersonClass, ...] = ()
    unclear_classes: tuple[PersonClass, ...] = ()
    methods: tuple[Method, ...] = ()
    submitters: tuple[Submitter, ...] = ()
    scopes: tuple[CampaignScope, ...] = ()
    campaign_kinds: tuple[CampaignKind, ...] = ()
    launchers: tuple[Level, ...] = ()
    length: Length | None = None
    field: FundField | None = None


class Column(Record):
    """A column of figures.

    Attributes:
        number: as the form numbers it; several may share one, told apart by `key`.
        group: what stands above it and its neighbours.
        sum: keys of the columns that it adds up to; with `count` it is counted by itself, and this is only printed.
        share: keys of two columns: the first in percent of the second.
        part_of: keys of the columns of which it is a part, so that nothing in it is a zero where one of them is known.
        each: one column for each award that there is, in place of this one.
    """

    number: Line
    key: Line = ""
    label: Words
    group: Words | None = None
    count: Filter | None = None
    sum: tuple[Line, ...] = ()
    share: tuple[Line, ...] = ()
    part_of: tuple[Line, ...] = ()
    each: YesNo = YesNo.NO

    @property
    def name(self) -> str:
        """What other columns call it."""
        return self.key or self.number

    @property
    def formula(self) -> str:
        """How the form says what it is made of: `1=2+3+4`, `7=6:3`."""
        if self.share:
            return f"{self.number}={':'.join(self.share)}"
        return f"{self.number}={'+'.join(self.sum)}" if self.sum else self.number


class Row(Record):
    """A row of figures, or a heading.

    Attributes:
        key: what other rows call it; its code where that is left out.
        code: the form's *mã số*.
        unit: of what its figures are numbers.
        part_of, each: as of a column.
    """

    key: Line = ""
    code: Line | None = None
    label: Words
    unit: Words | None = None
    heading: YesNo = YesNo.NO
    count: Filter = Filter()
    part_of: tuple[Line, ...] = ()
    each: YesNo = YesNo.NO

    @property
    def name(self) -> str:
        return self.key or self.code or ""


class Form(Entry):
    """A statutory table.

    Attributes:
        number: as printed on the paper.
        issued: the day of the document that has it.
        due: when it is handed in.
        in_force: what is known of whether it still holds.
        basis: by which day a record counts.
        counted: what its cells are filled from, where a filter does not say.
        conferred_by: organisations of these levels report what they conferred; all others what their own received.
        scope: what every cell is restricted to.
        codes, units: whether it has a column for them.
    """

    number: Line
    name: Words
    issued: Day | None = None
    due: Words | None = None
    in_force: Words | None = None
    basis: Words
    counted: Counted
    conferred_by: tuple[Level, ...] = ()
    scope: Filter = Filter()
    codes: YesNo = YesNo.YES
    units: YesNo = YesNo.NO
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @model_validator(mode="after")
    def _names_what_it_has(self) -> Self:
        columns = [one.name for one in self.columns]
        rows = [one.name for one in self.rows if one.name]
        for names in (columns, rows):
            if twice := [one for one in names if names.count(one) > 1]:
                raise ValueError(f"`{twice[0]}` stands twice")
        for column in self.columns:
            _one_way(column)
            for name in (*column.sum, *column.share, *column.part_of):
                _known(name, column.name, columns)
            if any(self.column(name).count is None for name in (*column.sum, *column.share)):
                raise ValueError(f"column `{column.name}`: is made of a column that is made of others")
        for place, row in enumerate(self.rows):
            for name in row.part_of:
                if name not in [one.name for one in self.rows[:place]]:
                    raise ValueError(f"row `{row.name}`: no row `{name}` before it")
        return self

    def column(self, name: str) -> Column:
        return next(one for one in self.columns if one.name == name)

    def row(self, name: str) -> Row:
        return next(one for one in self.rows if one.name == name)


def _one_way(column: Column) -> None:
    """Refuse a column of which it is not clear how it is filled."""
    if column.share and (column.count or column.sum or len(column.share) != 2):
        raise ValueError(f"column `{column.name}`: `share` takes two columns, and nothing beside it")
    if not (column.share or column.sum or column.count):
        raise ValueError(f"column `{column.name}`: one of count, sum, share")


def _known(name: str, where: str, names: list[str]) -> None:
    if name not in names or name == where:
        raise ValueError(f"column `{where}`: no other column `{name}`")


def forms(overlay: Overlay | None = None) -> Mapping[str, Form]:
    """Return every statutory table by id, in the order of the catalogue."""
    return entries("forms", Form, overlay)
