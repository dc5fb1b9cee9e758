"""Records with something wrong of every severity, within one file and across two, and with ugly names."""

from __future__ import annotations

SOURCE = "source: {document: Ví dụ}\n"

FIRST = "records/awards/2023/1-qd-ubnd.yaml"
SECOND = "records/awards/2023/2-qd-ubnd.yaml"
UGLY = 'records/organisations/tên "lạ" 100%&<b>.yaml'
TWO_LINES = "records/people/hai\ndòng.yaml"
WAIVED = "records/organisations/phong-vi-du.yaml"
WAIVER = "records/waivers/phong-vi-du.yaml"


def decision(number: str) -> str:
    return (
        f"decision: {{number: {number}, date: 2023-03-06, authority: vi-du}}\n"
        "awards:\n"
        "  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}\n"
    )


FILES = {
    "thidua.yaml": "format: 1\norganisation: vi-du\n",
    "records/organisations/vi-du.yaml": f"name: Thành phố Ví dụ\nlevel: huyen\n{SOURCE}",
    FIRST: decision("1/QĐ-UBND"),
    SECOND: decision("1/QĐ-UBND"),
    UGLY: f'name: Tên lạ\nparent: "a <b> & ]]> \\"c\\" 100%::error::,"\n{SOURCE}',
    TWO_LINES: "name: Hai Dòng\n",
    "records/years/2023/vi-du.yaml": "targets:\n  - {total: 20, exceeded: 5, met: 12, missed: 1}\ntheme: 🎉 Ví dụ\n",
    "records/campaigns/khong-co-khoi.yaml": f"name: Phong trào Ví dụ\nof: khong-co\n{SOURCE}",
    WAIVED: "name: Phòng Ví dụ\nto: 2025-06-30\n",
    WAIVER: (
        f"code: TD013\npath: {WAIVED}\nreason: Đang xin bản sao\n"
        "by: {name: Trần Văn Mẫu, position: Chánh Văn phòng}\nuntil: 2027-06-30\n"
    ),
}
