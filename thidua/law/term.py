"""Closed lists of the law's conditions, as slugs of its own words."""

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


class Scope(StrEnum):
    """How far an initiative or a campaign reaches."""

    GRASSROOTS = "co-so"
    COMMUNE = "cap-xa"
    DISTRICT = "cap-huyen"
    PROVINCE = "cap-tinh"
    MINISTRY_OR_PROVINCE = "bo-nganh-tinh"
    PRIME_MINISTER = "thu-tuong-chinh-phu"
    CENTRAL = "trung-uong"
    NATIONAL = "toan-quoc"


class Work(StrEnum):
    """What may stand for an initiative."""

    INITIATIVE = "sang-kien"
    TOPIC = "de-tai"
    SCHEME = "de-an"
    WORK = "cong-trinh"
    TACTICAL_WIT = "muu-tri"


class Span(StrEnum):
    """In which time a thing is counted."""

    YEAR = "nam"
    """The year asked about."""
    RUN = "ky-lien-tuc"
    """The run of years of the route's `consecutive_years`."""


class Adjacency(StrEnum):
    YEARS = "nam-lien-ke"
    """Titles of adjacent years."""
    TITLES = "danh-hieu-ke-tiep"
    """One title after another, each of which may stand for several years."""


class Stage(StrEnum):
    INTERIM = "so-ket"
    FINAL = "tong-ket"


class Leave(StrEnum):
    """Time away that counts as worked."""

    MATERNITY = "thai-san"
    WOUNDS = "dieu-tri-vet-thuong"


class DeadlineYear(StrEnum):
    EVERY = "hang-nam"
    AFTER_LAST_DECISION = "nam-ke-tiep-quyet-dinh"


class QuotaBase(StrEnum):
    HOLDERS = "nguoi-dat-danh-hieu"
    """Holders of `awards` in the unit."""
    QUALIFIED = "tap-the-du-tieu-chuan"
    """Collectives that qualify for one of `awards`."""
    QUALIFIED_LEADERS = "tap-the-dan-dau-du-tieu-chuan"
    """Collectives that lead a bloc and qualify for one of `awards`."""
