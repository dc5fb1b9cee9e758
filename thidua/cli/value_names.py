"""What stands for the value of an option or argument in help: `--date NGÀY`, in English `--date DAY`."""

from __future__ import annotations

from typing import Final

from thidua.cli.language import language
from thidua.diagnostics import Language

VIETNAMESE: Final = {
    "ACHIEVEMENT": "THÀNH TÍCH",
    "ACTION": "VIỆC",
    "ALIAS": "TÊN",
    "AWARD": "DANH HIỆU|HÌNH THỨC",
    "BASE": "BẢN GỐC",
    "BLOC": "KHỐI",
    "CAMPAIGN": "PHONG TRÀO",
    "CLASS": "ĐỐI TƯỢNG",
    "CODE": "MÃ",
    "COLUMN": "CỘT",
    "COLLECTIVE": "TẬP THỂ",
    "CONTENT": "NỘI DUNG",
    "COUNCIL": "HỘI ĐỒNG",
    "DAY": "NGÀY",
    "DECISION": "QUYẾT ĐỊNH",
    "DIFFERENT-FROM": "MÃ",
    "DIR": "THƯ MỤC",
    "DOCUMENT": "VĂN BẢN",
    "EMAIL": "THƯ ĐIỆN TỬ",
    "ENCODING": "BẢNG MÃ",
    "FIELD": "TRƯỜNG",
    "FILE": "TỆP",
    "FOLDER": "LOẠI",
    "FORM": "KIỂU",
    "GROUND": "LÝ DO",
    "ID": "MÃ",
    "KIND": "LOẠI",
    "LAUNCHED-BY": "CƠ QUAN",
    "LEVEL": "CẤP",
    "MESSAGE": "LỜI",
    "METHOD": "LOẠI HÌNH",
    "N": "SỐ",
    "NAME": "TÊN",
    "NEW-ID": "MÃ MỚI",
    "NOMINATION": "HỒ SƠ",
    "NOTICE-WHERE": "NƠI",
    "NUMBER": "SỐ",
    "OBJECTIVE": "MỤC TIÊU",
    "OCCASION": "DỊP",
    "OF": "TỔ CHỨC",
    "ORG": "TỔ CHỨC",
    "ORGANISATION": "TỔ CHỨC",
    "ORGANISER": "CƠ QUAN",
    "OUTPUT": "KIỂU",
    "PARENT": "TỔ CHỨC",
    "PATH": "TỆP",
    "PATHS": "TỆP",
    "PERIOD": "KỲ",
    "PERSON": "TÊN|MÃ",
    "POSITION": "CHỨC VỤ",
    "RECORD": "BẢN GHI",
    "REV": "BẢN",
    "SCOPE": "PHẠM VI",
    "SEX": "GIỚI TÍNH",
    "SHORT": "TÊN",
    "SIGNER": "NGƯỜI KÝ",
    "SIGNER-POSITION": "CHỨC VỤ",
    "SOURCE": "VĂN BẢN",
    "STORY": "CÂU CHUYỆN",
    "TEXT": "CHỮ",
    "WHAT": "BẢNG",
    "THEME": "CHỦ ĐỀ",
    "UNIT": "ĐƠN VỊ",
    "VALUE": "GIÁ TRỊ",
    "WATCHWORD": "KHẨU HIỆU",
    "WHO": "AI",
    "YEAR": "NĂM",
}
"""By the English name, which is also what the option is called where it gives none."""


def shown(name: str) -> str:
    """Return the name of a value, such as `ID|NAME`, in the language chosen."""
    if language() is Language.EN:
        return name
    return "|".join(VIETNAMESE.get(part, part) for part in name.split("|"))
