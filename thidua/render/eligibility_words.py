"""How the answers about eligibility read: why, and by how little it is missed."""

from __future__ import annotations

from typing import Final

from thidua.diagnostics import Text

VERDICTS: Final = {
    "du": Text("đủ", "eligible"),
    "can-nguoi-xem": Text("cần người xem", "a person has to see"),
    "chua-du": Text("chưa đủ theo đường này", "not yet by this route"),
}

MARKS: Final = {"co": "[+]", "khong": "[-]", "chua-ro": "[?]"}

NEAR: Final = {
    "nam": Text("thiếu {count} năm", "{count} year(s) short"),
    "lan": Text("thiếu {count} lần", "{count} time(s) short"),
    "danh-hieu": Text("thiếu {count} danh hiệu", "{count} title(s) short"),
    "sang-kien": Text("thiếu {count} sáng kiến", "{count} initiative(s) short"),
    "nguoi": Text("thiếu {count} người", "{count} people short"),
    "bac": Text("kém hạng nhất {count} bậc", "{count} place(s) below the first"),
}

REASONS: Final = {
    # titles in a row
    "streak": Text("{awards}: {times} năm liên tục đến năm {last}", "{awards}: {times} years in a row up to {last}"),
    "streak-used": Text(
        "{awards}: {times} năm liên tục đến năm {last}, nhưng trong những năm ấy đã được tặng rồi; "
        "văn bản không nói có được tính lại không",
        "{awards}: {times} years in a row up to {last}, but it was given within these years already; "
        "the text does not say whether they count again",
    ),
    "streak-unknown": Text(
        "{awards}: biết {have} trên {times} năm liên tục đến năm {last}",
        "{awards}: {have} of {times} years in a row up to {last} are known",
    ),
    "streak-earlier": Text(
        "{awards}: {times} năm liên tục, nhưng chỉ đến năm {last}; văn bản không nói có phải sát năm đề nghị không",
        "{awards}: {times} years in a row, but only up to {last}; the text does not say whether they must reach the year",
    ),
    "streak-short": Text(
        "{awards}: mới {have} trên {times} năm liên tục", "{awards}: only {have} of {times} years in a row"
    ),
    "titles": Text(
        "{awards}: {times} danh hiệu kế tiếp, cách nhau {each} năm", "{awards}: {times} titles, {each} years apart"
    ),
    "titles-used": Text(
        "{awards}: {have} danh hiệu, nhưng đã được tặng rồi trong thời gian ấy; văn bản không nói có được tính lại không",
        "{awards}: {have} titles, but it was given within that time already; the text does not say whether they count again",
    ),
    "titles-apart": Text(
        "{awards}: {have} danh hiệu; thực tế lấy hai danh hiệu cách nhau {each} năm và đến năm đề nghị, văn bản không nói rõ",
        "{awards}: {have} titles; practice takes two that are {each} years apart and reach the year, the text is silent",
    ),
    "titles-unknown": Text(
        "{awards}: biết {have} trên {times} danh hiệu", "{awards}: {have} of {times} titles are known"
    ),
    "titles-short": Text("{awards}: mới {have} trên {times} danh hiệu", "{awards}: only {have} of {times} titles"),
    # one year
    "same-year": Text("{awards} của năm {year}", "{awards} of {year}"),
    "same-year-none": Text("không có {awards} của năm {year}", "no {awards} of {year}"),
    "same-year-unknown": Text("chưa biết có {awards} của năm {year} không", "whether {awards} of {year} is held is not known"),
    "standard-not-met": Text("chưa đạt tiêu chuẩn {awards} năm {year}", "the standard of {awards} of {year} is not met"),
    "standard-unknown": Text(
        "chưa biết có đạt tiêu chuẩn {awards} năm {year} không", "whether the standard of {awards} of {year} is met is not known"
    ),
    "result": Text("{result} năm {year}", "{result} in {year}"),
    "result-below": Text("năm {year} chưa đạt mức “{result}”", "in {year} below “{result}”"),
    "result-unknown": Text("chưa có kết quả nhiệm vụ năm {year}", "no result of the task is recorded for {year}"),
    "result-differs": Text("các bản ghi về kết quả năm {year} chưa thống nhất", "records of the result of {year} differ"),
    # earlier awards
    "prior": Text("đã có {awards}", "holds {awards}"),
    "prior-inherited": Text(
        "{awards} là của đơn vị trước khi sáp nhập, chia tách; quy định về kế thừa thành tích chưa đọc được",
        "{awards} was given to a unit that this one followed; the rule on inheriting achievements was not read",
    ),
    "prior-unlawful": Text(
        "{awards}: cấp ra quyết định không có thẩm quyền tặng (xem `thidua validate`)",
        "{awards}: conferred by a body that may not confer it (see `thidua validate`)",
    ),
    "prior-method": Text(
        "{awards}: bản ghi chưa có loại hình khen thưởng, nên chưa biết có được tính không",
        "{awards}: its type of commendation is not recorded, so whether it counts is not known",
    ),
    "prior-used": Text(
        "sau {awards} đã được tặng rồi; văn bản không nói có được tính lại không",
        "it was given after {awards} already; the text does not say whether that counts again",
    ),
    "prior-none": Text("chưa từng có {awards}", "never held {awards}"),
    "prior-barred": Text(
        "chỉ có {awards} khen đột xuất hoặc theo phong trào, không được tính",
        "holds {awards} only ad hoc or for a campaign, which does not count",
    ),
    "prior-unknown": Text("chưa biết có {awards} trước đó không", "whether {awards} was held before is not known"),
    "within": Text(
        "{awards}: {have} lần trong thời gian từ {first} đến {last} (cần {times})",
        "{awards}: {have} times from {first} to {last} ({times} needed)",
    ),
    "within-unsure": Text(
        "{awards}: chắc chắn {have} lần từ {first} đến {last} (cần {times}); còn lần chưa chắc thuộc thời gian này",
        "{awards}: surely {have} times from {first} to {last} ({times} needed); others may be of that time",
    ),
    "within-short": Text(
        "{awards}: mới {have} trên {times} lần từ {first} đến {last}", "{awards}: only {have} of {times} times from {first} to {last}"
    ),
    "within-unknown": Text(
        "{awards}: biết {have} trên {times} lần từ {first} đến {last}", "{awards}: {have} of {times} times known from {first} to {last}"
    ),
    "within-no-window": Text(
        "chưa biết tính từ khi nào, vì chưa biết khen thưởng trước đó", "from when to count is not known, as the earlier award is not"
    ),
    # a run of years
    "run": Text("{years} năm liên tục đến năm {last}", "{years} years in a row up to {last}"),
    "run-unknown": Text("biết {have} trên {years} năm liên tục đến năm {last}", "{have} of {years} years in a row up to {last} are known"),
    "run-earlier": Text(
        "{years} năm liên tục, nhưng chỉ đến năm {last}; văn bản không nói có phải đến lúc đề nghị không",
        "{years} years in a row, but only up to {last}; the text does not say whether they must reach the proposal",
    ),
    "run-too-soon": Text(
        "chưa đủ {years} năm kể từ {since}: mới {have} năm", "not yet {years} years since {since}: only {have}"
    ),
    "run-broken": Text(
        "mới {have} trên {years} năm liên tục đến năm {last} đạt mức luật đòi hỏi",
        "only {have} of {years} years in a row up to {last} are as the law asks",
    ),
    "run-start-open": Text(
        "đủ hay chưa tuỳ cách tính mốc bắt đầu (ngày quyết định trước hay hết kỳ thành tích); văn bản của thời kỳ này chưa đọc được",
        "it depends on where the count starts (the previous decision, or the end of its period); that era's text was not read",
    ),
    "run-start-after": Text(
        "đủ hay chưa tuỳ số năm có phải tính sau khen thưởng trước không; văn bản không nói rõ",
        "it depends on whether the years must follow the earlier award; the text is not clear",
    ),
    "run-start-unknown": Text(
        "{years} năm liên tục đến năm {last}, nhưng chưa biết có tính sau khen thưởng trước không",
        "{years} years in a row up to {last}, but whether they come after the earlier award is not known",
    ),
    "run-other-bad": Text(
        "{years} năm liên tục đến năm {last}, nhưng có năm khác từ lần khen trước chưa hoàn thành tốt",
        "{years} years in a row up to {last}, but another year since the earlier award was not done well",
    ),
    "run-other-unknown": Text(
        "{years} năm liên tục đến năm {last}; chưa có kết quả các năm khác từ lần khen trước",
        "{years} years in a row up to {last}; results of other years since the earlier award are not recorded",
    ),
    "result-years": Text(
        "{result}: {have} năm từ {first} đến {last} (cần {times})", "{result}: {have} years from {first} to {last} ({times} needed)"
    ),
    "result-years-unknown": Text(
        "{result}: biết {have} trên {times} năm từ {first} đến {last}", "{result}: {have} of {times} years known from {first} to {last}"
    ),
    "result-years-short": Text(
        "{result}: mới {have} trên {times} năm từ {first} đến {last}", "{result}: only {have} of {times} years from {first} to {last}"
    ),
    "work": Text("{have} {kinds} ở phạm vi {reach} (cần {times})", "{have} recognised of {kinds}, reach: {reach} ({times} needed)"),
    "work-other-year": Text(
        "sáng kiến ở phạm vi {reach} là của năm khác; văn bản không nói có tính cho năm đề nghị không",
        "the work of reach {reach} is of another year; the text does not say whether it counts for the year asked",
    ),
    "work-none": Text("mới có {have}/{times} {kinds} phạm vi {reach}", "only {have} of {times} of {kinds}, reach: {reach}"),
    "work-unknown": Text("mới biết {have}/{times} {kinds} phạm vi {reach}", "{have} of {times} known of {kinds}, reach: {reach}"),
    # a person's year
    "disciplined": Text("bị kỷ luật từ mức {level} trong năm {year}", "disciplined from {level} up in {year}"),
    "not-disciplined": Text("không bị kỷ luật từ mức {level} trong năm {year}", "not disciplined from {level} up in {year}"),
    "discipline-unknown": Text(
        "chưa biết có bị kỷ luật từ mức {level} trong năm {year} không", "whether there was discipline from {level} up in {year} is not known"
    ),
    "under-discipline": Text("đang trong thời hạn kỷ luật vào ngày {day}", "under discipline on {day}"),
    "disciplined-in-year": Text(
        "có thời gian bị kỷ luật trong năm {year}; thành tích chỉ tính từ khi hết thời hạn kỷ luật, cần người xem",
        "under discipline for a part of {year}; achievements count only from its end, a person has to see",
    ),
    "under-no-discipline": Text("không có bản ghi kỷ luật nào vào ngày {day}", "no discipline is recorded for {day}"),
    "leave-below": Text("nghỉ {away} ngày trong năm {year} (dưới {days})", "{away} days away in {year} (below {days})"),
    "leave-long": Text("nghỉ {away} ngày trong năm {year} (từ {days} ngày trở lên)", "{away} days away in {year} ({days} or more)"),
    "leave-unsaid": Text("nghỉ {away} ngày trong năm {year}, chưa ghi lý do", "{away} days away in {year}, without a ground"),
    "leave-unknown": Text("chưa biết nghỉ bao nhiêu ngày trong năm {year}", "days away in {year} are not known"),
    "leave-none": Text("danh sách đầy đủ của năm {year} không ghi ngày nghỉ", "the whole roster of {year} has no days away"),
    "leave-counts": Text("thời gian nghỉ này được tính là làm việc", "this time away counts as worked"),
    "recruited": Text("tuyển dụng {have} tháng trước khi hết năm {year} (cần {months})", "recruited {have} months before the end of {year} ({months} needed)"),
    "recruited-late": Text("tuyển dụng mới {have} tháng khi hết năm {year} (cần {months})", "recruited only {have} months before the end of {year} ({months} needed)"),
    "recruited-before": Text("đã có trong danh sách năm trước", "on the roster of an earlier year"),
    "recruited-unknown": Text("chưa biết ngày tuyển dụng", "the day of recruitment is not known"),
    "training": Text("đào tạo từ {years} năm đạt: {result}", "training of {years} years or more with one of: {result}"),
    "training-low": Text("đào tạo từ {years} năm chưa đạt: {result}", "training of {years} years or more without one of: {result}"),
    "training-none": Text("danh sách đầy đủ của năm {year} không ghi đi đào tạo", "the whole roster of {year} has no training"),
    "training-unknown": Text("chưa biết năm {year} có đi đào tạo từ {years} năm không, kết quả thế nào", "whether there was training of {years} years or more in {year} is not known"),
    "moved-comment": Text("đơn vị cũ đồng ý đề nghị xét", "the old unit supports it"),
    "moved-against": Text("đơn vị cũ không đề nghị xét", "the old unit does not support it"),
    "moved-none": Text("danh sách đầy đủ của năm {year} không ghi chuyển công tác", "the whole roster of {year} has no move"),
    "moved-unknown": Text("chưa biết năm {year} có chuyển công tác không, đơn vị cũ nhận xét thế nào", "whether there was a move in {year}, and the old unit's comment, is not known"),
    "service": Text("{have} năm công tác (cần {years})", "{have} years of service ({years} needed)"),
    "service-short": Text("mới {have} năm công tác (cần {years})", "only {have} years of service ({years} needed)"),
    "service-unknown": Text("chưa biết số năm công tác", "years of service are not known"),
    # collectives
    "share": Text("{have}/{of} người đạt {awards} năm {year} (cần {pct} %)", "{have} of {of} people hold {awards} of {year} ({pct} % needed)"),
    "share-short": Text("mới {have}/{of} người đạt {awards} năm {year} (cần {pct} %)", "only {have} of {of} people hold {awards} of {year} ({pct} % needed)"),
    "share-unknown": Text("biết {have} người đạt {awards} năm {year} (cần {pct} %)", "{have} people are known to hold {awards} of {year} ({pct} % needed)"),
    "share-above": Text("{have} người đạt {awards} năm {year}, nhiều hơn tổng số {of} người", "{have} people hold {awards} of {year}, more than the {of} there are"),
    "share-perhaps": Text(
        "{have}/{of} người đạt {awards} năm {year} (cần {pct} %); có người chỉ ghi danh hiệu cao hơn của năm đó",
        "{have} of {of} people hold {awards} of {year} ({pct} % needed); of others only a higher title of that year is recorded",
    ),
    "members": Text("{have} người đạt {awards} năm {year} (cần {times})", "{have} people hold {awards} of {year} ({times} needed)"),
    "members-short": Text("mới {have} trên {times} người đạt {awards} năm {year}", "only {have} of {times} people hold {awards} of {year}"),
    "members-unknown": Text("biết {have} trên {times} người đạt {awards} năm {year}", "{have} of {times} people are known to hold {awards} of {year}"),
    "completed": Text("{have}/{of} người hoàn thành nhiệm vụ năm {year} (cần {pct} %)", "{have} of {of} people did their task in {year} ({pct} % needed)"),
    "completed-short": Text("mới {have}/{of} người hoàn thành nhiệm vụ năm {year} (cần {pct} %)", "only {have} of {of} people did their task in {year} ({pct} % needed)"),
    "completed-unknown": Text("chưa biết bao nhiêu người hoàn thành nhiệm vụ năm {year} (cần {pct} %)", "how many did their task in {year} is not known ({pct} % needed)"),
    "member-disciplined": Text("có người bị kỷ luật từ mức {level} trong năm {year}", "a member was disciplined from {level} up in {year}"),
    "no-member-disciplined": Text("không có ai bị kỷ luật từ mức {level} trong năm {year}", "no member was disciplined from {level} up in {year}"),
    "age": Text("thành lập được {have} năm (cần {years})", "{have} years old ({years} needed)"),
    "age-short": Text("mới thành lập được {have} năm (cần {years})", "only {have} years old ({years} needed)"),
    "age-unknown": Text("chưa biết ngày thành lập", "the day of its founding is not known"),
    "age-inherited": Text(
        "mới {have} năm từ khi sáp nhập, chia tách (cần {years}); chưa biết có tính cả đơn vị cũ không",
        "only {have} years since the merger or split ({years} needed); whether the old unit's years count is not known",
    ),
    "targets": Text("vượt mọi chỉ tiêu năm {year}", "every target of {year} exceeded"),
    "targets-short": Text("chưa vượt mọi chỉ tiêu năm {year}", "not every target of {year} exceeded"),
    "targets-unknown": Text("chưa biết có vượt mọi chỉ tiêu năm {year} không", "whether every target of {year} was exceeded is not known"),
    "quota": Text("{have} người trên {of} người đạt {awards} năm {year} (nhiều nhất {pct} %)", "{have} people among {of} who hold {awards} of {year} (at most {pct} %)"),
    "quota-over": Text("{have} người trên {of} người đạt {awards} năm {year}, quá {pct} %", "{have} people among {of} who hold {awards} of {year}, above {pct} %"),
    "quota-below-one": Text("{pct} % của {of} người chưa đủ một người; luật không nói cách tính", "{pct} % of {of} people is less than one; the law does not say what then holds"),
    "quota-unknown": Text("chưa biết đủ số người đạt {awards} năm {year} để tính {pct} %", "how many hold {awards} of {year} is not wholly known, for the {pct} %"),
    "quota-group": Text("còn giới hạn nhiều nhất {pct} % của cả nhóm, cấp xét tính", "at most {pct} % of the whole group, for the deciding level to count"),
    "bloc-first": Text("dẫn đầu khối, cụm năm {year}", "first in its bloc of {year}"),
    "bloc-not-first": Text("xếp hạng {rank} trong khối, cụm năm {year}", "place {rank} in its bloc of {year}"),
    "bloc-of-others": Text("khối, cụm năm {year} không do cấp ấy tổ chức", "its bloc of {year} is not run by such a body"),
    "bloc-unknown": Text("chưa biết xếp hạng trong khối, cụm năm {year}", "its place in the bloc of {year} is not known"),
    # the proposal
    "vote": Text("{have}/{of} thành viên hội đồng đồng ý (cần {pct} %, là {needed})", "{have} of {of} members of the council in favour ({pct} %, {needed}, needed)"),
    "vote-short": Text("mới {have}/{of} thành viên hội đồng đồng ý (cần {pct} %, là {needed})", "only {have} of {of} members of the council in favour ({pct} %, {needed}, needed)"),
    "vote-unknown": Text("chưa có kết quả biểu quyết (cần {pct} % tổng số thành viên)", "the vote is not recorded ({pct} % of all members needed)"),
    "notice": Text("công khai {have} ngày, không kể thứ bảy, chủ nhật (cần {days} ngày làm việc)", "{have} days of public notice, Monday to Friday ({days} working days needed)"),
    "notice-short": Text("công khai mới {have} ngày làm việc (cần {days})", "only {have} working days of public notice ({days} needed)"),
    "notice-perhaps": Text(
        "công khai {have} ngày từ thứ hai đến thứ sáu (cần {days} ngày làm việc); ngày làm bù hoặc ngày kết thúc cần người xem",
        "{have} days of public notice, Monday to Friday ({days} working days needed); exchanged days or its end need a person",
    ),
    "notice-unknown": Text("chưa có thời gian công khai (cần {days} ngày làm việc)", "public notice is not recorded ({days} working days needed)"),
    "deadline": Text("trình ngày {day}, hạn {until}", "submitted on {day}, by {until}"),
    "deadline-past": Text("trình ngày {day}, quá hạn {until}", "submitted on {day}, past {until}"),
    "deadline-school-year": Text(
        "trình ngày {day}, hạn {until} chỉ dành cho đơn vị xét theo năm học", "submitted on {day}; {until} is only for bodies assessed by school year"
    ),
    "deadline-unknown": Text("chưa biết hạn trình", "by when it has to be in is not known"),
    "recent": Text("thành tích đến {last}, trong vòng {months} tháng trước khi trình", "the achievement reaches {last}, within {months} months of the submission"),
    "recent-not": Text("thành tích chỉ đến {last}, quá {months} tháng trước khi trình ngày {day}", "the achievement reaches only {last}, more than {months} months before the submission on {day}"),
    "recent-unknown": Text("chưa biết kỳ thành tích hoặc ngày trình", "the period of the achievement or the day of submission is not known"),
    "once": Text("chưa có hình thức khen thưởng nào khác cho năm {year}", "no other form is recorded for {year}"),
    "once-title": Text("được tặng cả danh hiệu và hình thức khen thưởng", "a title and a form may both be held"),
    "once-perhaps": Text("đã có hình thức khen thưởng khác cho năm {year}; cần xem có cùng một thành tích không", "another form was given for {year}; a person has to see whether for the same achievement"),
    # what no record tells
    "human": Text("{question} [{id}]", "{question} [{id}]"),
    "human-yes": Text("{question} Đã trả lời: có ({by}).", "{question} Answered: yes ({by})."),
    "human-no": Text("{question} Đã trả lời: không ({by}).", "{question} Answered: no ({by})."),
    "unrecorded-leads-campaign": Text("bản ghi không cho biết có dẫn đầu phong trào không", "records do not tell whether it leads the campaign"),
    "unrecorded-campaign-achievement": Text("bản ghi không cho biết thành tích trong phong trào", "records do not tell the achievement in the campaign"),
    "unrecorded-contribution-value": Text("bản ghi không cho biết giá trị đóng góp", "records do not tell the value of the gift"),
    "unrecorded-best-of-bloc-leaders": Text("cấp xét chọn trong số các đơn vị dẫn đầu khối, cụm", "the deciding level chooses among those that lead their blocs"),
    "identity": Text("chưa ai xác nhận các dòng tên “{name}” là của một người", "nobody said that the rows named “{name}” are one person's"),
    "any-of": Text("một trong các cách:", "one of these ways:"),
}  # fmt: skip
