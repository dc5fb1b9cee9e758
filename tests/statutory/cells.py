"""What a cell may hold, and recipients to count in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.statutory.office import Cell


BK, CSTD, CO, KNC = (
    "bang-khen-bo-nganh-tinh",
    "chien-si-thi-dua-bo-nganh-tinh",
    "co-thi-dua-bo-nganh-tinh",
    "ky-niem-chuong",
)
BKTT, HC, GT = "bang-khen-cua-thu-tuong-chinh-phu", "huan-chuong-lao-dong-hang-ba", "giai-thuong-nha-nuoc"

NO_DATA: Cell = ("chua-co-so-lieu", None, ())
OUT: Cell = ("khong-ap-dung", None, ())


def known(value: int | str) -> Cell:
    return "biet", value, ()


def least(value: int, *reasons: str) -> Cell:
    return "it-nhat", value, reasons


def unclear(*reasons: str) -> Cell:
    return "chua-ro", None, reasons


def person(name: str = "Lê Văn Mẫu", unit: str = "xa-vi-du", class_: str = "truc-tiep-lao-dong", more: str = "") -> str:
    classed = f", class: {class_}" if class_ else ""
    return f"{{name: {name}, unit: {unit}{classed}{more}}}"


COLLECTIVE = "{collective: xa-vi-du}"
