"""What every record is made of: closed, frozen values, and the types that turn plain text into them.

The reader gives every scalar as text. The types here are the only place where text becomes a number, a day or a
period, and each refuses what is not in its one plain form, with an error that says what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from thidua.model.described import Reference as Reference
from thidua.model.lists import Qualifier
from thidua.model.period import Period, read_period, read_year
from thidua.value_class import dataclass
from thidua.vietnamese.dates import plain_day
from thidua.vietnamese.numbers import plain_amount, plain_count

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
RECORD_ID = rf"{SLUG}(?:/{SLUG})*"


class Record(BaseModel):
    """A value that came from a file. It cannot change, and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


def about(vi: str, en: str, default: Any = ..., *, alias: str | None = None) -> Any:
    """Describe a field in both languages.

    Args:
        vi: `Title: description`, or the title alone.
        en: the same in English.
        default: left out where the field must be given.
        alias: the key in the file, where Python keeps the word for itself.
    """
    title, _, description = vi.partition(": ")
    english_title, _, english = en.partition(": ")
    return Field(
        default,
        alias=alias,
        title=title,
        description=description or None,
        json_schema_extra={"x-en-title": english_title, "x-en-description": english},
    )


@dataclass(frozen=True, slots=True)
class Plain:
    """How a type of ours stands in a record file, for the JSON Schema: text of one pattern."""

    pattern: str
    example: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "integer", "number"], "pattern": self.pattern, "examples": [self.example]}


def _from_text(read: Callable[[str], Any]) -> BeforeValidator:
    """Read one text; a list or a mapping in its place is told as such."""

    def checked(value: object) -> Any:
        if not isinstance(value, str):
            raise PydanticCustomError("text_expected", "text expected")
        return read(value)

    return BeforeValidator(checked)


Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
"""Text on one line."""

Prose = Annotated[str, StringConstraints(min_length=1)]
"""Text that may have several lines."""

Count = Annotated[int, _from_text(plain_count), Plain(r"^(0|[1-9][0-9]*)$", "2405")]
"""A whole number, from 0: `2405`, never `2.405`."""

Amount = Annotated[Decimal, _from_text(plain_amount), Plain(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$", "25.8")]
"""A decimal number with a point: `25.8`, never `25,8`."""

Day = Annotated[date, _from_text(plain_day), Plain(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2023-10-30")]
"""A day as `2023-10-30`."""

Year = Annotated[int, _from_text(read_year), Plain(r"^[0-9]{4}$", "2023")]

Span = Annotated[
    Period,
    _from_text(read_period),
    Plain(
        r"^([0-9]{4}(-[0-9]{4})?|nam-hoc-[0-9]{4}-[0-9]{4}|quy-[1-4]-[0-9]{4}"
        r"|([1-9]|1[01])-thang-(dau|cuoi)-[0-9]{4}|[0-9-]{10}/[0-9-]{10})$",
        "9-thang-dau-2023",
    ),
]
"""A period as `read_period` reads it."""

_ID = StringConstraints(pattern=rf"^{RECORD_ID}$", max_length=200)

OrganisationId = Annotated[str, _ID, Reference("organisations")]
OrganisationOrName = Annotated[Line, Reference("organisations", or_name=True)]
PersonId = Annotated[str, _ID, Reference("people")]
CampaignId = Annotated[str, _ID, Reference("campaigns")]
BlocId = Annotated[str, _ID, Reference("blocs")]
AwardId = Annotated[str, _ID, Reference("catalogue")]
DecisionId = Annotated[str, _ID, Reference("awards")]
NominationId = Annotated[str, _ID, Reference("nominations")]


class Source(Record):
    """Where a fact was read (*nguồn*)."""

    document: Line | None = about(
        "Văn bản: tên văn bản hoặc bài viết", "Document: name of the document or article", None
    )
    publisher: Line | None = about(
        "Nơi đăng: báo, cổng thông tin, cơ quan ban hành", "Publisher: paper, portal or issuing body", None
    )
    number: Line | None = about("Số, ký hiệu: đúng như in trên văn bản", "Number: number and symbol as printed", None)
    date: Day | None = about("Ngày: ngày của văn bản, bài viết", "Date: day of the document or article", None)
    place: Line | None = about(
        "Vị trí: trang, mục, đoạn, chú thích ảnh", "Place: page, section, paragraph or caption", None
    )
    address: Line | None = about("Địa chỉ: đường dẫn trên mạng", "Address: where it stands on the web", None)
    archive: Line | None = about("Nơi lưu: tệp lưu, hồ sơ lưu trữ", "Archive: file or folder where it is kept", None)


class Fact(Record):
    """Something a document states. It may say where it was read, and why it is doubted."""

    source: Source | None = about("Nguồn: đọc ở đâu", "Source: where it was read", None)
    doubt: Prose | None = about(
        "Nghi vấn: vì sao số liệu, chữ in được giữ nguyên dù có vẻ sai",
        "Doubt: why a figure or wording is kept as printed though it looks wrong",
        None,
    )
    note: Prose | None = about("Ghi chú: điều người sau cần biết", "Note: what a successor needs to know", None)


class Counts(Fact):
    """How many of each kind of recipient. What is not known is left out; it is never zero."""

    qualifier: Qualifier | None = about(
        "Mức độ: tren, hon, gan, khoang, it-nhat", "Qualifier: over, more than, nearly, about, at least", None
    )
    collectives: Count | None = about("Tập thể: số tập thể", "Collectives: number of collectives", None)
    enterprises: Count | None = about(
        "Doanh nghiệp: số doanh nghiệp, nằm trong số tập thể", "Enterprises: enterprises among the collectives", None
    )
    households: Count | None = about("Hộ gia đình: số hộ", "Households: number of households", None)
    individuals: Count | None = about("Cá nhân: số cá nhân", "Individuals: number of individuals", None)
    women: Count | None = about("Nữ: số nữ trong số cá nhân", "Women: women among the individuals", None)
    men: Count | None = about("Nam: số nam trong số cá nhân", "Men: men among the individuals", None)
    direct_workers: Count | None = about(
        "Trực tiếp lao động: số người trực tiếp lao động, công tác trong số cá nhân",
        "Direct workers: direct workers among the individuals",
        None,
    )
    foreigners: Count | None = about(
        "Người nước ngoài: nằm trong số cá nhân", "Foreigners: among the individuals", None
    )
    posthumous: Count | None = about("Truy tặng: nằm trong số cá nhân", "Posthumous: among the individuals", None)
    unsplit: Count | None = about(
        "Chưa phân loại: số chưa tách tập thể, cá nhân",
        "Unsplit: a number not split into collectives and individuals",
        None,
    )
