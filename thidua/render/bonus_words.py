"""How lists of bonus money say what becomes of a row, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.vietnamese.numbers import amount

if TYPE_CHECKING:
    from decimal import Decimal

_LABELS: Final = {
    "chi-tien": "chi tiền",
    "tang-pham": "tặng phẩm lưu niệm",
    "huong-muc-cao-hon": "không chi",
    "muc-tran": "chưa định mức",
    "chua-ro": "chưa rõ",
    "chua-ro-ngay-quyet-dinh": "bản ghi chưa có ngày quyết định",
    "chua-co-quy-dinh-cua-ngay": "chưa có dữ liệu về quy định của ngày quyết định",
    "nghi-dinh-het-hieu-luc": "nghị định về mức thưởng đã hết hiệu lực, chưa biết nghị định thay thế",
    "chua-co-luong-co-so": "chưa có dữ liệu về lương cơ sở của ngày quyết định",
    "chua-ro-ngay-nhan-ho-so": "chưa rõ theo quy định nào; bản ghi cần có ngày nhận hồ sơ",
    "chua-co-muc-thuong": "dữ liệu luật không nêu mức thưởng cho danh hiệu, hình thức và đối tượng này",
    "chua-doc-duoc-muc-thuong": "chưa biết mức thưởng",
    "chua-doc-duoc-ve-nguoi-nuoc-ngoai": "chưa đọc được quy định về thưởng cho người nước ngoài của thời gian này",
    "truy-tang": "truy tặng: dữ liệu luật không nói về tiền thưởng, cần người xem",
    "co-nguoi-nuoc-ngoai-truy-tang": "trong số này có người nước ngoài hoặc truy tặng, cần tách riêng",
    "so-luong-khong-chinh-xac": "số lượng không chính xác (trên, hơn, gần, khoảng, ít nhất)",
    "chua-ro-so-luong": "chưa rõ số lượng",
    "chua-doc-duoc-muc-cao-nhat": (
        "có danh hiệu khác, mức không thấp hơn, cùng kỳ thành tích; "
        "chưa đọc được quy định của thời gian này về việc chỉ hưởng mức cao nhất"
    ),
    "chua-ro-ky-thanh-tich": (
        "có danh hiệu khác ở quyết định khác; bản ghi chưa có kỳ thành tích để biết có cùng kỳ không"
    ),
    "cung-danh-hieu-hai-lan": (
        "danh hiệu này đã có ở dòng khác cùng kỳ thành tích; "
        "chưa đọc được quy định của thời gian này về việc chỉ hưởng một lần"
    ),
    "danh-hieu-khac-chua-ro": "có danh hiệu khác cùng kỳ thành tích mà chưa biết mức thưởng",
    "cap-trinh": "Bộ, ban, ngành, tỉnh trình khen thưởng",
    "xac-nhan": "đã xác nhận",
    "mot-nguon": "một nguồn",
    "chua-xac-nhan": "chưa xác nhận",
    "len": "làm tròn lên",
    "gan-nhat": "làm tròn đến mức gần nhất",
    "khong": "không làm tròn",
}

_REMARKS: Final = {
    "chi-tien": "",
    "tang-pham": "người nước ngoài nhận tặng phẩm lưu niệm có giá trị tương đương, không nhận tiền",
    "huong-muc-cao-hon": "cùng kỳ thành tích đã hưởng mức của danh hiệu khác, không thấp hơn",
    "muc-tran": "luật chỉ nêu mức tối đa, cấp quyết định ấn định số tiền",
}

_TWICE: Final = "cùng kỳ thành tích đã hưởng mức của chính danh hiệu này ở dòng khác"


def label(slug: str | None) -> str:
    """Return how a status, a reason, a payer or a confidence reads; a name as it is."""
    return _LABELS.get(slug, slug) if slug else ""


def multiple(value: Decimal | None) -> str:
    """Return a multiple without useless zeros: `1,5`, `3`, `270`."""
    if value is None:
        return ""
    return amount(value.quantize(1) if value == value.to_integral_value() else value.normalize())


def grounds(one: Any) -> str:
    """Return the articles that a row, a base salary or a rule rests on, and whose own rules they are."""
    articles = getattr(one, "articles", None) or (one.article,)
    return "; ".join((*articles, *own(one.origins)))


def own(origins: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose own rules these are; nothing where all is law."""
    return (f"theo quy định của đơn vị: {', '.join(origins)}",) if origins else ()


def remark(row: Any) -> str:
    """Return what a reader has to know of a row that is not simply paid, and of its grounds."""
    is_twice = row.instead is not None and row.instead.label == row.award_name
    parts = [label(row.reason) if row.reason else _TWICE if is_twice else _REMARKS[row.status]]
    if row.instead:
        parts.append(f"{row.instead.label}, {row.instead.path}:{row.instead.line}")
    if row.described:
        parts.append(row.described)
    if row.note:
        parts.append(row.note.rstrip("."))
    return "; ".join(part for part in parts if part)
