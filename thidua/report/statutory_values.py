"""What a statutory table is made of: cells that hold a figure, or say why they hold none."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from thidua.report.span import Span
    from thidua.report.values import Doubt, Figure, Header, Trace


class State(StrEnum):
    """How far the records answer a cell."""

    KNOWN = "biet"
    AT_LEAST = "it-nhat"
    """So many are sure; some others may belong here."""
    ABOUT = "khoang"
    """A record has only a number that is about right."""
    UNKNOWN = "chua-ro"
    """There are records that may belong here, and none that surely does."""
    NO_DATA = "chua-co-so-lieu"
    """The records have nothing, and nothing says that there was nothing."""
    NOT_APPLICABLE = "khong-ap-dung"
    """Row and column shut each other out: collectives among individuals."""


class Whose(StrEnum):
    """Which awards a table of an organisation has."""

    CONFERRED = "quyet-dinh"
    RECEIVED = "nhan"
    EITHER = "quyet-dinh-hoac-nhan"


class Reason(StrEnum):
    """What the records do not say, so that a cell has no exact figure."""

    NO_DECISION_DATE = "chua-ghi-ngay-quyet-dinh"
    NO_SUBMISSION_DATE = "chua-ghi-ngay-to-trinh"
    NO_LAUNCH_DATE = "chua-ghi-ngay-phat-dong"
    NO_AUTHORITY = "chua-ghi-cap-khen-thuong"
    WHOSE = "chua-ro-cua-to-chuc-nao"
    AWARD = "khong-co-trong-danh-muc"
    NO_NUMBER = "chi-co-bang-loi"
    INEXACT = "so-khong-chinh-xac"
    TALLY = "van-ban-neu-nhieu-hon"
    RECIPIENT = "chua-tach-doi-tuong"
    ENTERPRISE = "chua-ghi-so-doanh-nghiep"
    CLASS = "chua-ghi-doi-tuong-ca-nhan"
    CLASS_UNCLEAR = "bieu-khong-noi-doanh-nhan"
    METHOD = "chua-ghi-loai-hinh"
    SUBMITTER = "chua-ghi-co-quan-trinh"
    SCOPE = "chua-ghi-pham-vi"
    CAMPAIGN_KIND = "chua-ghi-loai-phong-trao"
    LAUNCHER = "chua-ghi-cap-phat-dong"
    LENGTH = "chua-ghi-thoi-gian"
    NO_PROPOSALS = "chua-co-ho-so-de-nghi"
    NO_WHOLE_YEAR = "khong-phai-ca-nam"
    PARTS_OPEN = "so-thanh-phan-chua-chac"


@dataclass(frozen=True, slots=True)
class Because:
    """A reason, and of how many it holds.

    Attributes:
        number: how many recipients or campaigns; `None` where that is not known or makes no sense.
        whole: of how many that may belong to the whole of the cell.
    """

    reason: Reason
    number: int | None
    whole: int | None
    records: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        figure: `None` where the records do not answer.
        text: words of a record, where the form asks for words.
        because: why there is no exact figure.
        note: number of the table's note that says why; 0 for none.
    """

    state: State
    figure: Figure | None = None
    text: str | None = None
    because: tuple[Because, ...] = ()
    note: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its number and formula as the form has them (`1=2+3+4`), what stands above it, what it is called."""

    number: str
    formula: str
    group: str | None
    label: str
    group_en: str | None
    label_en: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row; a heading has no cells.

    Attributes:
        place: its number in a table whose rows have no code; 0 for none.
    """

    code: str | None
    place: int
    label: str
    label_en: str
    unit: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Why some cells have no exact figure; numbered in the order of the cells."""

    number: int
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An award of the form's level for which the form has no place."""

    award: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class FundShare:
    """How large the law lets a fund be, in percent; `origin` is the office's file where it is its own rule."""

    pct: Decimal
    base: str
    article: str
    confidence: str
    origin: str


@dataclass(frozen=True, slots=True)
class Table:
    """A statutory table, filled.

    Attributes:
        whose: which awards it has; `None` where it is no table of awards.
        before: the span ends before the form was issued.
        funds: what the law says of the fund on the last day of the span; of a table of funds only.
    """

    id: str
    number: str
    name: str
    name_en: str
    article: str
    confidence: str
    issued: date | None
    due: str | None
    in_force: str | None
    basis: str
    remark: str | None
    origin: str
    whose: Whose | None
    before: bool
    codes: bool
    units: bool
    columns: tuple[Heading, ...]
    rows: tuple[Line, ...]
    notes: tuple[Note, ...]
    left_out: tuple[LeftOut, ...]
    funds: tuple[FundShare, ...] = ()

    @property
    def has_no_data(self) -> bool:
        return any(cell.state is State.NO_DATA for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class StatutoryReport:
    """Statutory tables of one organisation and span.

    Attributes:
        missing: files that could not be read.
    """

    kind: str = field(default="statutory", init=False)
    header: Header
    organisation: str
    span: Span
    tables: tuple[Table, ...]
    doubts: tuple[Doubt, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]
