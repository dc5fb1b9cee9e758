"""One example of each kind of record, for the docs. Names and numbers are made up; a test reads each of them."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, tuple[str, str]]] = {
    "organisations": (
        "records/organisations/phong-noi-vu-mong-cai.yaml",
        """\
name: Phòng Nội vụ thành phố Móng Cái
short: Phòng Nội vụ
kind: co-quan
level: huyen
parent: mong-cai
to: 2025-06-30
successors:
  - phong-van-hoa-xa-hoi-mong-cai-1
former_names:
  - {name: Phòng Tổ chức - Lao động, to: 2008-03-31}
source: {document: Quyết định thành lập Phòng Nội vụ, number: 12/QĐ-UBND}
""",
    ),
    "people": (
        "records/people/nguyen-thi-vi-du.yaml",
        """\
name: Nguyễn Thị Ví Dụ
postings:
  - {unit: phong-noi-vu-mong-cai, position: Chuyên viên, from: 2015-03-01, to: 2021-12-31}
  - {unit: mong-cai, position: Phó Trưởng phòng, from: 2022-01-01}
different_from:
  - nguyen-thi-vi-du-2
""",
    ),
    "campaigns": (
        "records/campaigns/chung-suc-nong-thon-moi.yaml",
        """\
name: Chung sức xây dựng nông thôn mới
kind: chuyen-de
scope: bo-nganh-dia-phuong
of: mong-cai
period: 2021-2025
launched:
  date: 2021-03-06
  by: mong-cai
objectives:
  - 100% số xã đạt chuẩn
targets:
  - {name: xã đạt chuẩn nông thôn mới, unit: xã, plan: 9, actual: 9, outcome: dat}
source: {document: Kế hoạch phát động, number: 25/KH-UBND, date: 2021-03-01}
""",
    ),
    "blocs": (
        "records/blocs/mong-cai-xa-phuong.yaml",
        """\
name: Khối thi đua các xã, phường
kind: khoi
organiser: mong-cai
number: 1
level: huyen
""",
    ),
    "bloc-years": (
        "records/bloc-years/2023/mong-cai-xa-phuong.yaml",
        """\
members: [phuong-tran-phu, phuong-ka-long]
members_complete: khong
leader: phuong-tran-phu
pledge:
  date: 2023-02-15
  signers: [phuong-tran-phu, phuong-ka-long]
  targets:
    - {name: thu ngân sách, unit: tỷ đồng, plan: 25.8}
scores:
  - {member: phuong-tran-phu, points: 92.5, bonus: 3, total: 95.5, rank: 1}
source: {document: Biên bản họp khối, date: 2023-12-20}
""",
    ),
    "years": (
        "records/years/2023/mong-cai.yaml",
        """\
theme: Đoàn kết, sáng tạo
targets:
  - {total: 20, exceeded: 8, met: 10, missed: 2}
tallies:
  - period: 2023
    counted: {collectives: 497, individuals: 2405}
fund: {collected: 7100000000, spent: 6900000000, budget_share: 1.0}
tasks:
  - {name: Tổ chức hội nghị điển hình tiên tiến, when: Quý II/2024}
source: {document: Báo cáo tổng kết năm 2023, number: 310/BC-UBND, place: trang 3}
""",
    ),
    "rosters": (
        "records/rosters/2023/phong-noi-vu-mong-cai.yaml",
        """\
result: hoan-thanh-xuat-sac
headcount: 3
members:
  - {name: Nguyễn Thị Ví Dụ, position: Chuyên viên, class: truc-tiep-lao-dong, result: hoan-thanh-xuat-sac}
  - name: Trần Văn Mẫu
    result: hoan-thanh-tot
    leave:
      - {days: 120, kind: thai-san}
  - name: Lê Thị Giả Định
    result: hoan-thanh
    no_title: co
    recruited: 2023-04-01
    discipline:
      - {level: khien-trach, from: 2023-06-01, to: 2023-08-31}
source: {document: Danh sách xếp loại năm 2023}
""",
    ),
    "initiatives": (
        "records/initiatives/2023/88-qd-ubnd-mong-cai.yaml",
        """\
decision: {number: 88/QĐ-UBND, date: 2023-11-02, authority: mong-cai}
reach: co-so
initiatives:
  - name: Sổ tay tra cứu thủ tục
    kind: sang-kien
    authors:
      - {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu-mong-cai}
""",
    ),
    "declarations": (
        "records/declarations/mong-cai-2021-2023.yaml",
        """\
of: mong-cai
period: 2021-2023
complete: [danh-hieu, hinh-thuc]
names_distinct: co
by: Trần Văn Mẫu
date: 2024-01-15
""",
    ),
    "numbers": (
        "records/numbers/2023.yaml",
        """\
numbers:
  - {number: KT-2023-0001, decision: 2023/412-qd-ubnd-mong-cai}
""",
    ),
    "awards": (
        "records/awards/2023/412-qd-ubnd-mong-cai.yaml",
        """\
decision:
  number: 412/QĐ-UBND
  date: 2023-03-06
  authority: mong-cai
  signer: {name: Trần Văn Mẫu, position: Chủ tịch, capacity: TM.}
method: cong-trang
period: 2022
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Thị Ví Dụ, position: Chuyên viên, unit: phong-noi-vu-mong-cai, class: truc-tiep-lao-dong}
      - {collective: phong-noi-vu-mong-cai}
  - award: lao-dong-tien-tien
    counted: {individuals: 30}
""",
    ),
    "nominations": (
        "records/nominations/2023/15-ttr-phong-noi-vu.yaml",
        """\
number: 15/TTr-PNV
date: 2023-11-20
received: 2023-11-21
by: phong-noi-vu-mong-cai
to: mong-cai
period: 2023
method: cong-trang
council_date: 2023-12-05
notice: {from: 2023-11-21, to: 2023-12-04, where: Trang thông tin điện tử}
opinions:
  - {by: phong-noi-vu-mong-cai, number: 88/PNV, date: 2023-11-28, opinion: dong-y}
rows:
  - award: chien-si-thi-dua-co-so
    recipient: {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu-mong-cai}
    vote: {members: 9, present: 8, in_writing: 1, for: 8, against: 1}
    outcome: thong-qua
    answers:
      - {question: ghi-so-thanh-tich, answer: co, by: Trần Văn Mẫu, date: 2023-11-28}
  - award: lao-dong-tien-tien
    counted: {individuals: 30}
    outcome: thong-qua
""",
    ),
    "corrections": (
        "records/corrections/412-qd-ubnd-mong-cai-1.yaml",
        """\
decision: 2023/412-qd-ubnd-mong-cai
number: 450/QĐ-UBND
date: 2023-03-20
authority: mong-cai
rows:
  - row: {name: Nguyễn Thị Ví Dụ, award: giay-khen-cap-huyen}
    field: position
    value: Phó Trưởng phòng
""",
    ),
    "revocations": (
        "records/revocations/412-qd-ubnd-mong-cai-1.yaml",
        """\
decision: 2023/412-qd-ubnd-mong-cai
number: 600/QĐ-UBND
date: 2023-08-01
authority: mong-cai
ground: Kê khai thành tích không đúng
rows:
  - {name: Nguyễn Thị Ví Dụ, award: giay-khen-cap-huyen}
""",
    ),
    "exemplars": (
        "records/exemplars/nguyen-thi-vi-du.md",
        """\
---
name: Nguyễn Thị Ví Dụ
position: Chuyên viên
organisation: phong-noi-vu-mong-cai
field: cải cách hành chính
year: 2023
campaign: chung-suc-nong-thon-moi
---
Năm 2023, chị Ví Dụ rút ngắn thời gian giải quyết hồ sơ từ mười ngày còn ba ngày.
""",
    ),
    "waivers": (
        "records/waivers/hai-nguoi-cung-ten-noi-vu.yaml",
        """\
code: TD303
path: records/awards/2023/412-qd-ubnd-mong-cai.yaml
field: awards[0].recipients[1].name
reason: Hai người cùng họ tên ở cùng phòng, đã đối chiếu danh sách công chức
by: {name: Trần Văn Mẫu, position: Trưởng phòng Nội vụ}
until: 2027-12-31
""",
    ),
    "catalogue": (
        "records/catalogue/nguoi-tot-viec-tot.yaml",
        """\
name: Người tốt, việc tốt
group: bieu-duong
kind: bieu-duong
level: huyen
recipients: [ca-nhan, ho-gia-dinh]
""",
    ),
    "catalogue/rules": (
        "records/catalogue/rules/quy-che-khen-thuong.yaml",
        """powers:
  nguoi-tot-viec-tot:
    awards: [nguoi-tot-viec-tot]
    eras: [e2025]
    by: [chu-tich-ubnd-xa]
    article: Quyết định 9/2026/QĐ-UBND Điều 3
    confidence: xac-nhan
routes:
  nguoi-tot-viec-tot:
    awards: [nguoi-tot-viec-tot]
    eras: [e2025]
    conditions:
      - {check: task_result, result: hoan-thanh-tot}
      - {check: quota_share, pct: 10, base: nguoi-dat-danh-hieu, awards: [lao-dong-tien-tien]}
    article: Quyết định 9/2026/QĐ-UBND Điều 4
    confidence: xac-nhan
multiples:
  nguoi-tot-viec-tot:
    awards: [nguoi-tot-viec-tot]
    eras: [e2025]
    multiple: 0.2
    article: Quyết định 9/2026/QĐ-UBND Điều 5
    confidence: xac-nhan
rules:
  lam-tron-cua-tinh:
    about: lam-tron
    eras: [e2025]
    text: {vi: "Làm tròn lên đến 1.000 đồng.", en: "Rounded up to 1,000 đồng."}
    unit: 1000
    mode: len
    article: Quyết định 9/2026/QĐ-UBND Điều 6
    confidence: xac-nhan
source: {document: Quy chế thi đua khen thưởng, number: 9/2026/QĐ-UBND, date: 2026-01-15}
""",
    ),
}
"""By folder: where the file lies, and its text."""
