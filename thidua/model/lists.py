"""Closed lists of the records: the law's own words as slugs.

Every value is the slug of its official Vietnamese name. An award is not here: awards are data, in the catalogue.
"""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Levels of organisations and awards (*cấp*)."""

    STATE = "nha-nuoc"
    MINISTRY_OR_PROVINCE = "bo-tinh"
    DISTRICT = "huyen"
    DEPARTMENT = "so-don-vi"
    COMMUNE = "xa"
    GRASSROOTS = "co-so"


class OrganisationKind(StrEnum):
    """What an organisation is."""

    ADMINISTRATIVE_UNIT = "don-vi-hanh-chinh"
    PEOPLES_COMMITTEE = "uy-ban-nhan-dan"
    AGENCY = "co-quan"
    PARTY_BODY = "to-chuc-dang"
    FRONT_OR_UNION = "mat-tran-doan-the"
    ARMED_FORCE = "luc-luong-vu-trang"
    COURT_OR_PROCURACY = "toa-an-vien-kiem-sat"
    PUBLIC_SERVICE_UNIT = "don-vi-su-nghiep"
    ENTERPRISE = "doanh-nghiep"
    COUNCIL = "hoi-dong"
    STATE_LEADER = "chuc-danh-nha-nuoc"
    RESIDENTIAL_UNIT = "thon-to-dan-pho"
    NON_STATE = "ngoai-nha-nuoc"
    FOREIGN = "nuoc-ngoai"


class CampaignKind(StrEnum):
    """Kinds of emulation (Law 06/2022/QH15, Article 16, clause 1)."""

    REGULAR = "thuong-xuyen"
    THEMATIC = "chuyen-de"


class CampaignScope(StrEnum):
    """How far a campaign reaches (Law 06/2022/QH15, Article 16, clause 2)."""

    NATIONAL = "toan-quoc"
    SECTOR_OR_PLACE = "bo-nganh-dia-phuong"
    BLOC = "cum-khoi"
    UNIT = "don-vi"


class Method(StrEnum):
    """Types of commendation (*loại hình khen thưởng*; Law 06/2022/QH15, Articles 8 and 96)."""

    MERIT = "cong-trang"
    AD_HOC = "dot-xuat"
    CAMPAIGN = "phong-trao-thi-dua"
    CONTRIBUTION = "qua-trinh-cong-hien"
    SENIORITY = "nien-han"
    DIPLOMATIC = "doi-ngoai"
    RESISTANCE = "khang-chien"


class PersonClass(StrEnum):
    """Classes of individuals in the statutory tables (Circular 02/2023/TT-BNV, form 0603)."""

    MINISTRY_OR_PROVINCE_LEADER = "lanh-dao-bo-tinh"
    DEPARTMENT_LEADER = "lanh-dao-vu-so"
    BUSINESSPERSON = "doanh-nhan"
    OTHER_LEADER = "lanh-dao-khac"
    DIRECT_WORKER = "truc-tiep-lao-dong"


class Sex(StrEnum):
    MALE = "nam"
    FEMALE = "nu"


class Qualifier(StrEnum):
    """A word that stays with its figure."""

    OVER = "tren"
    MORE_THAN = "hon"
    NEARLY = "gan"
    ABOUT = "khoang"
    AT_LEAST = "it-nhat"


class FigureKind(StrEnum):
    PLAN = "ke-hoach"
    ACTUAL = "thuc-hien"


class Direction(StrEnum):
    """Which way a target is better."""

    UP = "cang-cao-cang-tot"
    DOWN = "cang-thap-cang-tot"
    WITHIN = "trong-khoang"


class Outcome(StrEnum):
    """What became of a target."""

    EXCEEDED = "vuot"
    MET = "dat"
    MET_OR_EXCEEDED = "dat-va-vuot"
    ON_TRACK = "bao-dam-tien-do"
    MISSED = "khong-dat"


class BlocKind(StrEnum):
    """A bloc (*khối*) or a cluster (*cụm*); one class, since rules treat both alike."""

    BLOC = "khoi"
    CLUSTER = "cum"


class QuotaBase(StrEnum):
    """What a share of a quota is taken of."""

    MEMBERS = "thanh-vien"
    OTHER_MEMBERS = "thanh-vien-con-lai"
    OTHER = "so-khac"


class AwardGroupKind(StrEnum):
    """The two lists of the law, and what is kept apart from both."""

    TITLE = "danh-hieu"
    FORM = "hinh-thuc"
    PRAISE = "bieu-duong"
    MONEY = "thuong-tien"


class RecipientKind(StrEnum):
    """Who can hold an award."""

    COLLECTIVE = "tap-the"
    ENTERPRISE = "doanh-nghiep"
    HOUSEHOLD = "ho-gia-dinh"
    INDIVIDUAL = "ca-nhan"
    UNSPLIT = "chua-phan-loai"


RECIPIENT_FIELDS = {
    "name": RecipientKind.INDIVIDUAL,
    "collective": RecipientKind.COLLECTIVE,
    "enterprise": RecipientKind.ENTERPRISE,
    "household": RecipientKind.HOUSEHOLD,
    "people": RecipientKind.COLLECTIVE,
}
"""The field that names a recipient, and the kind it makes it."""


class YesNo(StrEnum):
    YES = "co"
    NO = "khong"


class Capacity(StrEnum):
    """In whose name a paper is signed (Decree 30/2020/NĐ-CP)."""

    TM = "TM."
    KT = "KT."
    TL = "TL."
    TUQ = "TUQ."
    Q = "Q."


class CouncilOutcome(StrEnum):
    """What became of a nominated row."""

    PROPOSED = "de-nghi"
    APPROVED = "thong-qua"
    REJECTED = "khong-thong-qua"


class OpinionKind(StrEnum):
    """What a body that was asked says."""

    AGREES = "dong-y"
    DISAGREES = "khong-dong-y"
    OTHER = "khac"


class NominationStatus(StrEnum):
    """How far a nominated row has come. It is derived and stands in no record."""

    PROPOSED = "de-nghi"
    APPROVED = "thong-qua"
    REJECTED = "khong-thong-qua"
    GRANTED = "da-quyet-dinh"
    PRESENTED = "da-trao"
    REVOKED = "thu-hoi"


class CorrectedField(StrEnum):
    """What a later paper may put right: a field of a row, its award, or a field of the decision, as the record has it."""

    NAME = "name"
    COLLECTIVE = "collective"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"
    PEOPLE = "people"
    POSITION = "position"
    UNIT = "unit"
    CLASS = "class"
    SEX = "sex"
    FOREIGN = "foreign"
    PUPIL = "pupil"
    POSTHUMOUS = "posthumous"
    PERSON = "person"
    ACHIEVEMENT = "achievement"
    DIFFERENT_FROM_NAMESAKE = "different_from_namesake"
    AWARD = "award"
    DECISION_NUMBER = "decision.number"
    DECISION_DATE = "decision.date"
    DECISION_AUTHORITY = "decision.authority"
    DECISION_RECEIVED = "decision.received"
    SIGNER_NAME = "decision.signer.name"
    SIGNER_POSITION = "decision.signer.position"
    SIGNER_CAPACITY = "decision.signer.capacity"
    YEAR = "year"
    PERIOD = "period"
    METHOD = "method"
    CAMPAIGN = "campaign"
    BLOC = "bloc"
    PRESENTED_DATE = "presented.date"
