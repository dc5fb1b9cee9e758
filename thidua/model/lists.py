"""Closed lists of the records: the law's own words as slugs, and how they read in both languages.

Every value is the slug of its official Vietnamese name. An award is not here: awards are data, in the catalogue.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from thidua.model.year_lists import Discipline, Kept, LeaveKind, Reach, TaskResult, WorkKind


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
    OTHER = "khac"


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


LABELS: Final[dict[StrEnum, tuple[str, str]]] = {
    Level.STATE: ("cấp Nhà nước", "State"),
    Level.MINISTRY_OR_PROVINCE: ("cấp bộ, ban, ngành, tỉnh", "ministry, sector or province"),
    Level.DISTRICT: ("cấp huyện", "district"),
    Level.DEPARTMENT: ("sở, ngành tỉnh; đơn vị thuộc bộ", "department of a province or unit of a ministry"),
    Level.COMMUNE: ("cấp xã", "commune"),
    Level.GRASSROOTS: ("cấp cơ sở", "grassroots"),
    OrganisationKind.ADMINISTRATIVE_UNIT: ("đơn vị hành chính", "administrative unit"),
    OrganisationKind.PEOPLES_COMMITTEE: ("uỷ ban nhân dân", "people's committee"),
    OrganisationKind.AGENCY: ("cơ quan", "agency"),
    OrganisationKind.PARTY_BODY: ("tổ chức Đảng", "Party body"),
    OrganisationKind.FRONT_OR_UNION: ("Mặt trận, đoàn thể", "Fatherland Front or mass organisation"),
    OrganisationKind.ARMED_FORCE: ("lực lượng vũ trang", "armed force"),
    OrganisationKind.COURT_OR_PROCURACY: ("toà án, viện kiểm sát", "court or procuracy"),
    OrganisationKind.PUBLIC_SERVICE_UNIT: ("đơn vị sự nghiệp", "public service unit"),
    OrganisationKind.ENTERPRISE: ("doanh nghiệp", "enterprise"),
    OrganisationKind.COUNCIL: ("hội đồng", "council"),
    OrganisationKind.STATE_LEADER: ("chức danh, cơ quan nhà nước ở trung ương", "State leader or central body"),
    OrganisationKind.RESIDENTIAL_UNIT: ("thôn, tổ dân phố", "village or residential group"),
    OrganisationKind.NON_STATE: ("tổ chức ngoài nhà nước", "non-state organisation"),
    OrganisationKind.FOREIGN: ("tổ chức nước ngoài", "foreign organisation"),
    CampaignKind.REGULAR: ("thường xuyên", "regular"),
    CampaignKind.THEMATIC: ("theo chuyên đề", "thematic"),
    CampaignScope.NATIONAL: ("toàn quốc", "national"),
    CampaignScope.SECTOR_OR_PLACE: ("bộ, ban, ngành, đoàn thể, địa phương", "sector, organisation or place"),
    CampaignScope.BLOC: ("cụm, khối thi đua", "bloc or cluster"),
    CampaignScope.UNIT: ("cơ quan, tổ chức, đơn vị", "agency, organisation or unit"),
    Method.MERIT: ("khen thưởng công trạng", "for merit"),
    Method.AD_HOC: ("khen thưởng đột xuất", "ad hoc"),
    Method.CAMPAIGN: ("khen thưởng phong trào thi đua", "campaign"),
    Method.CONTRIBUTION: ("khen thưởng quá trình cống hiến", "for long service"),
    Method.SENIORITY: ("khen thưởng theo niên hạn", "by seniority"),
    Method.DIPLOMATIC: ("khen thưởng đối ngoại", "diplomatic"),
    Method.RESISTANCE: ("khen thưởng thành tích kháng chiến", "for the resistance"),
    PersonClass.MINISTRY_OR_PROVINCE_LEADER: ("lãnh đạo cấp bộ, tỉnh", "leader at ministry or province"),
    PersonClass.DEPARTMENT_LEADER: ("lãnh đạo cấp vụ, sở", "leader of a department"),
    PersonClass.BUSINESSPERSON: ("doanh nhân", "businessperson"),
    PersonClass.OTHER_LEADER: (
        "lãnh đạo khác, từ phó trưởng phòng trở lên",
        "other leader, from deputy head of section",
    ),
    PersonClass.DIRECT_WORKER: ("người trực tiếp công tác, lao động", "direct worker"),
    Sex.MALE: ("nam", "male"),
    Sex.FEMALE: ("nữ", "female"),
    Qualifier.OVER: ("trên", "over"),
    Qualifier.MORE_THAN: ("hơn", "more than"),
    Qualifier.NEARLY: ("gần", "nearly"),
    Qualifier.ABOUT: ("khoảng", "about"),
    Qualifier.AT_LEAST: ("ít nhất", "at least"),
    FigureKind.PLAN: ("kế hoạch", "plan"),
    FigureKind.ACTUAL: ("thực hiện", "actual"),
    Direction.UP: ("càng cao càng tốt", "higher is better"),
    Direction.DOWN: ("càng thấp càng tốt", "lower is better"),
    Direction.WITHIN: ("trong khoảng cho phép", "within bounds"),
    Outcome.EXCEEDED: ("vượt", "exceeded"),
    Outcome.MET: ("đạt", "met"),
    Outcome.MET_OR_EXCEEDED: ("đạt và vượt", "met or exceeded"),
    Outcome.ON_TRACK: ("bảo đảm tiến độ", "on track"),
    Outcome.MISSED: ("không đạt", "missed"),
    BlocKind.BLOC: ("khối", "bloc"),
    BlocKind.CLUSTER: ("cụm", "cluster"),
    QuotaBase.MEMBERS: ("tổng số thành viên", "all members"),
    QuotaBase.OTHER_MEMBERS: ("số thành viên còn lại", "the other members"),
    QuotaBase.OTHER: ("khác", "other"),
    AwardGroupKind.TITLE: ("danh hiệu thi đua", "emulation title"),
    AwardGroupKind.FORM: ("hình thức khen thưởng", "form of commendation"),
    AwardGroupKind.PRAISE: ("biểu dương", "public praise"),
    AwardGroupKind.MONEY: ("thưởng tiền", "money only"),
    RecipientKind.COLLECTIVE: ("tập thể", "collective"),
    RecipientKind.ENTERPRISE: ("doanh nghiệp", "enterprise"),
    RecipientKind.HOUSEHOLD: ("hộ gia đình", "household"),
    RecipientKind.INDIVIDUAL: ("cá nhân", "individual"),
    RecipientKind.UNSPLIT: ("chưa phân loại", "not split by kind"),
    YesNo.YES: ("có", "yes"),
    YesNo.NO: ("không", "no"),
    Capacity.TM: ("thay mặt", "on behalf of"),
    Capacity.KT: ("ký thay", "signing for"),
    Capacity.TL: ("thừa lệnh", "by order of"),
    Capacity.TUQ: ("thừa uỷ quyền", "by delegation"),
    Capacity.Q: ("quyền", "acting"),
    CouncilOutcome.PROPOSED: ("đề nghị", "proposed"),
    CouncilOutcome.APPROVED: ("thông qua", "approved"),
    CouncilOutcome.REJECTED: ("không thông qua", "rejected"),
    TaskResult.EXCELLENT: ("hoàn thành xuất sắc nhiệm vụ", "task done excellently"),
    TaskResult.GOOD: ("hoàn thành tốt nhiệm vụ", "task done well"),
    TaskResult.DONE: ("hoàn thành nhiệm vụ", "task done"),
    TaskResult.NOT_DONE: ("không hoàn thành nhiệm vụ", "task not done"),
    Discipline.REPRIMAND: ("khiển trách", "reprimand"),
    Discipline.WARNING: ("cảnh cáo", "warning"),
    Discipline.PAY_CUT: ("hạ bậc lương", "pay cut"),
    Discipline.DEMOTION: ("giáng chức", "demotion"),
    Discipline.REMOVAL: ("cách chức", "removal from post"),
    Discipline.DISMISSAL: ("buộc thôi việc", "dismissal"),
    LeaveKind.MATERNITY: ("nghỉ thai sản", "maternity leave"),
    LeaveKind.WOUNDS: ("điều trị vết thương", "treatment of wounds"),
    LeaveKind.OTHER: ("khác", "other"),
    Reach.GRASSROOTS: ("cấp cơ sở", "grassroots"),
    Reach.DISTRICT: ("cấp huyện", "district"),
    Reach.MINISTRY_OR_PROVINCE: ("bộ, ban, ngành, tỉnh", "ministry, sector or province"),
    Reach.NATIONAL: ("toàn quốc", "national"),
    WorkKind.INITIATIVE: ("sáng kiến", "initiative"),
    WorkKind.TOPIC: ("đề tài", "research topic"),
    WorkKind.SCHEME: ("đề án", "scheme"),
    WorkKind.WORK: ("công trình", "work"),
    WorkKind.TACTICAL_WIT: ("mưu trí sáng tạo", "resourcefulness in combat"),
    Kept.TITLES: ("danh hiệu thi đua", "emulation title"),
    Kept.FORMS: ("hình thức khen thưởng", "form of commendation"),
    Kept.INITIATIVES: ("sáng kiến", "initiative"),
    Kept.DISCIPLINE: ("kỷ luật", "discipline"),
    Kept.STAFF: ("danh sách người của đơn vị", "staff"),
    OpinionKind.AGREES: ("đồng ý", "agrees"),
    OpinionKind.DISAGREES: ("không đồng ý", "does not agree"),
    OpinionKind.OTHER: ("khác", "other"),
    NominationStatus.GRANTED: ("đã quyết định", "granted"),
    NominationStatus.PRESENTED: ("đã trao", "presented"),
    NominationStatus.REVOKED: ("thu hồi", "revoked"),
}
"""How each value reads: Vietnamese, English."""
