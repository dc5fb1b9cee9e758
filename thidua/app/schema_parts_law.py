"""What each part of an office's own rules is, in words for clerks."""

from __future__ import annotations

from typing import Final

from thidua.diagnostics import Text

LAW_PARTS: Final[dict[str, Text]] = {
    "Words": Text("Một điều, bằng hai thứ tiếng.", "The same thing said in both languages."),
    "Era": Text("Khoảng ngày áp dụng một luật và các nghị định.", "Days on which one law and its decrees held."),
    "Transition": Text(
        "Điều khoản về hồ sơ nhận trước khi luật đổi.", "A clause for files in hand when the law changed."
    ),
    "AuthorityKind": Text(
        "Một loại cơ quan, chức danh; nhận ra thế nào.", "A kind of body or post, and how it is told."
    ),
    "Mark": Text("Loại và cấp ở hồ sơ tổ chức.", "What a record of an organisation says."),
    "Power": Text(
        "Những cấp được tặng những danh hiệu, hình thức này.",
        "Kinds of bodies that may confer some awards in some eras.",
    ),
    "Absent": Text("Danh hiệu, hình thức mà thời kỳ không có.", "Awards that some eras did not have."),
    "Route": Text(
        "Một đường đến danh hiệu, hình thức; không đạt đường này không có nghĩa là không được khen.",
        "One way to an award; one that fails does not mean the award cannot be had.",
    ),
    "General": Text("Điều kiện kèm theo mọi đường.", "Conditions that hold beside every route."),
    "Counting": Text("Thời gian từ lần khen trước tính từ đâu.", "From when years after an earlier award are counted."),
    "BaseSalary": Text("Lương cơ sở từ một ngày.", "The monthly base salary from a day on."),
    "Multiple": Text("Mức thưởng, theo lần lương cơ sở.", "How many base salaries some awards pay."),
    "Factor": Text("Mức của đối tượng khác so với cá nhân.", "By how much an individual's multiple grows for others."),
    "Rule": Text("Một quy tắc về tiền thưởng.", "A rule of bonus money."),
    "Fund": Text("Tỷ lệ của một quỹ.", "The share of a fund."),
    "Option": Text("Một cách: mọi điều kiện của nó phải đạt.", "One way among several; all its conditions hold."),
    "ConsecutiveAwards": Text("Một danh hiệu nhiều lần liên tục.", "One of the awards held several times in a row."),
    "SameYearAward": Text("Có danh hiệu trong cùng năm.", "One of the awards for the same year."),
    "TaskResultAtLeast": Text("Kết quả nhiệm vụ của năm.", "The year's task done at least so well."),
    "InitiativeOf": Text("Sáng kiến, đề tài được công nhận.", "So many recognised works of a reach."),
    "PriorAward": Text("Đã được khen hình thức này trước đó.", "One of the awards held before."),
    "ConsecutiveYears": Text("Nhiều năm liên tục đạt kết quả.", "A run of years; other conditions count within it."),
    "AwardsWithin": Text("Số lần được khen trong các năm đó.", "Awards within the run of years."),
    "ResultYearsWithin": Text("Số năm đạt kết quả trong các năm đó.", "Years of a result within the run of years."),
    "AnyOf": Text("Đạt một trong nhiều cách.", "At least one of several ways."),
    "MembersWithAwardShare": Text(
        "Tỷ lệ thành viên có danh hiệu.", "The share of members that hold one of the awards."
    ),
    "MembersWithAwardCount": Text("Số thành viên có danh hiệu.", "The number of members that hold one of the awards."),
    "MembersCompletedShare": Text("Tỷ lệ thành viên hoàn thành.", "The share of members that did their task."),
    "NoMemberDisciplined": Text(
        "Không thành viên nào bị kỷ luật từ mức này.", "No member disciplined from this level up."
    ),
    "NotDisciplined": Text(
        "Cá nhân không bị kỷ luật từ mức này.", "The person was not disciplined from this level up."
    ),
    "LeaveBelow": Text("Số ngày nghỉ dưới mức.", "Fewer working days off than so many."),
    "LeaveCountsAsWorked": Text("Thời gian nghỉ vẫn tính là làm việc.", "Times away that count as worked."),
    "MonthsSinceRecruited": Text("Tuyển dụng đủ số tháng.", "Recruited at least so many months before the year's end."),
    "NotUnderDiscipline": Text(
        "Không đang trong thời hạn kỷ luật vào ngày đề nghị.", "No discipline holds on the day of the proposal."
    ),
    "CommendedOnce": Text(
        "Thành tích chưa được khen bằng hình thức khác.", "The achievement was not commended by another form."
    ),
    "TrainingResult": Text("Kết quả đào tạo, bồi dưỡng.", "Training ended at least with this mark."),
    "MovedPersonComment": Text("Nhận xét của đơn vị cũ.", "Who moved needs the old unit's comment."),
    "QuotaShare": Text("Không quá tỷ lệ của một nhóm.", "At most so many percent of a group."),
    "RankedFirstInBloc": Text("Đứng đầu cụm, khối.", "First in a bloc run by this organiser."),
    "BestOfBlocLeaders": Text("Tiêu biểu nhất trong các đơn vị dẫn đầu.", "The best among those that lead blocs."),
    "LeadsCampaign": Text("Dẫn đầu phong trào.", "Leads a campaign launched at this level."),
    "CampaignAchievement": Text("Thành tích xuất sắc trong phong trào.", "An outstanding achievement in a campaign."),
    "TargetsAllExceeded": Text("Vượt mọi chỉ tiêu của năm.", "Every target of the year exceeded."),
    "ServiceYears": Text("Đủ số năm phục vụ.", "At least so many years of service."),
    "CollectiveAge": Text("Tập thể thành lập đủ số năm.", "The collective is at least so many years old."),
    "ContributionValue": Text("Giá trị đóng góp.", "A gift worth at least so many đồng."),
    "Deadline": Text("Hạn nhận hồ sơ.", "The file is in by this day of the year."),
    "AchievementRecent": Text(
        "Thành tích tính đến gần ngày trình.", "The achievement reaches close to the submission."
    ),
    "CouncilVote": Text("Tỷ lệ phiếu của hội đồng.", "At least so many percent of the council vote for it."),
    "PublicNotice": Text("Công khai danh sách.", "The names stand in public so many working days."),
    "Human": Text("Điều chỉ con người trả lời được.", "What no record tells; a person answers yes or no."),
}
"""By model: what a part of the rules is."""
