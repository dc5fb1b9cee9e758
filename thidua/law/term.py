"""Closed lists of the law's conditions, as slugs of its own words."""

from enum import StrEnum


class Scope(StrEnum):
    """How far a campaign reaches, or at which level a bloc is run."""

    GRASSROOTS = "co-so"
    COMMUNE = "cap-xa"
    DISTRICT = "cap-huyen"
    PROVINCE = "cap-tinh"
    MINISTRY_OR_PROVINCE = "bo-nganh-tinh"
    PRIME_MINISTER = "thu-tuong-chinh-phu"
    CENTRAL = "trung-uong"
    NATIONAL = "toan-quoc"


class Span(StrEnum):
    """In which time a thing is counted."""

    YEAR = "nam"
    """The year asked about."""
    RUN = "ky-lien-tuc"
    """The run of years of the route's `consecutive_years`."""
    UNCLEAR = "chua-ro"
    """The text does not say."""


class Adjacency(StrEnum):
    YEARS = "nam-lien-ke"
    """Titles of adjacent years."""
    TITLES = "danh-hieu-ke-tiep"
    """One title after another, each of which may stand for several years."""


class Stage(StrEnum):
    INTERIM = "so-ket"
    FINAL = "tong-ket"


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
