"""A small office outside git with a decision, a dossier and people; every name is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reports.repository import Ran, files, thidua

if TYPE_CHECKING:
    from pathlib import Path

DECISION = """\
decision:
  number: 412/QĐ-UBND
  date: 2026-08-05
  received: 2026-07-01
  authority: phuong-vi-du
  signer: {name: Lê Văn Thử, position: Chủ tịch, capacity: TM.}
  bases: [Căn cứ Luật Thi đua và khen thưởng ngày 15 tháng 6 năm 2022]
period: 2025
method: cong-trang
nomination: 2026/7-ttr-vh
awards:
  - award: giay-khen-cap-xa
    recipients:
      - {name: Nguyễn Thị Mẫu, position: Công chức, unit: phong-van-hoa, person: nguyen-thi-mau}
      - {household: Hộ ông Phạm Văn Thí Điểm}
      - {name: Đỗ Văn Khuất, posthumous: co}
      - {collective: phong-van-hoa, achievement: Hoàn thành xuất sắc nhiệm vụ}
  - award: lao-dong-tien-tien
    recipients:
      - {name: Trần Văn Mẫu, position: Chuyên viên, unit: phong-van-hoa}
    counted: {individuals: 12}
"""
NOMINATION = """\
number: 7/TTr-VH
date: 2026-07-02
received: 2026-07-01
by: phong-van-hoa
to: phuong-vi-du
period: 2025
method: cong-trang
council: Hội đồng Thi đua - Khen thưởng phường Ví dụ
council_date: 2026-07-20
opinions:
  - {by: Công an phường Ví dụ, opinion: dong-y, number: 9/CAP}
rows:
  - award: giay-khen-cap-xa
    recipient: {name: Nguyễn Thị Mẫu, position: Công chức, unit: phong-van-hoa, person: nguyen-thi-mau}
    vote: {members: 9, present: 8, in_writing: 1, for: 9, against: 0}
    outcome: thong-qua
  - award: giay-khen-cap-xa
    recipient: {collective: phong-van-hoa, achievement: Hoàn thành xuất sắc nhiệm vụ}
    vote: {members: 9, present: 9, for: 5, against: 4}
    outcome: khong-thong-qua
  - award: lao-dong-tien-tien
    recipient: {name: Trần Văn Mẫu, position: Chuyên viên, unit: phong-van-hoa}
"""
FILES = {
    "thidua.yaml": "format: 1\norganisation: phuong-vi-du\n",
    "records/organisations/phuong-vi-du.yaml": "name: Phường Ví dụ\nkind: uy-ban-nhan-dan\nlevel: xa\n",
    "records/organisations/phong-van-hoa.yaml": "name: Phòng Văn hoá - Xã hội\nparent: phuong-vi-du\n",
    "records/people/nguyen-thi-mau.yaml": "name: Nguyễn Thị Mẫu\npostings: [{unit: phong-van-hoa}]\n",
    "records/awards/2026/412-qd-ubnd.yaml": DECISION,
    "records/nominations/2026/7-ttr-vh.yaml": NOMINATION,
}
PRIVATE = {"private/people/nguyen-thi-mau.yaml": "born: 1980-05-29\nsex: nu\nhome_town: xã Thử Nghiệm\n"}


class Office:
    def __init__(self, root: Path) -> None:
        self.root = files(root, FILES)

    def write(self, path: str, text: str) -> None:
        files(self.root, {path: text})

    def change(self, path: str, old: str, new: str) -> None:
        """Change a text of a record."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def paper(self, *arguments: str) -> Ran:
        return thidua(self.root, "paper", *arguments)

    def made(self, ending: str, *arguments: str, command: str = "paper") -> bytes:
        """Return a paper as a file that was written well."""
        file = self.root.parent / f"made{ending}"
        ran = thidua(self.root, command, *arguments, "-o", str(file))
        assert ran.status == 0, ran.err
        return file.read_bytes()
