"""Closed lists of a recipient's year: how the task was done, discipline, time away, initiatives, what is wholly recorded."""

from __future__ import annotations

from enum import StrEnum


class TaskResult(StrEnum):
    """Results of a year's task, the best first."""

    EXCELLENT = "hoan-thanh-xuat-sac"
    GOOD = "hoan-thanh-tot"
    DONE = "hoan-thanh"
    NOT_DONE = "khong-hoan-thanh"


class Discipline(StrEnum):
    """Levels of discipline, the lightest first."""

    REPRIMAND = "khien-trach"
    WARNING = "canh-cao"
    PAY_CUT = "ha-bac-luong"
    DEMOTION = "giang-chuc"
    REMOVAL = "cach-chuc"
    DISMISSAL = "buoc-thoi-viec"


class LeaveKind(StrEnum):
    """Why somebody was away."""

    MATERNITY = "thai-san"
    WOUNDS = "dieu-tri-vet-thuong"
    OTHER = "khac"


class Reach(StrEnum):
    """How far an initiative reaches, the least first; the wider holds for the narrower."""

    GRASSROOTS = "co-so"
    DISTRICT = "cap-huyen"
    MINISTRY_OR_PROVINCE = "bo-nganh-tinh"
    NATIONAL = "toan-quoc"


class WorkKind(StrEnum):
    """What may stand for an initiative."""

    INITIATIVE = "sang-kien"
    TOPIC = "de-tai"
    SCHEME = "de-an"
    WORK = "cong-trinh"
    TACTICAL_WIT = "muu-tri"


class Kept(StrEnum):
    """What a register holds wholly, where an office says so."""

    TITLES = "danh-hieu"
    FORMS = "hinh-thuc"
    INITIATIVES = "sang-kien"
    DISCIPLINE = "ky-luat"
    STAFF = "nhan-su"
