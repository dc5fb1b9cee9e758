"""How it reads what is not recorded, and what to record so that the answer is no longer open."""

from __future__ import annotations

from typing import Final

from thidua.diagnostics import Text

LACKS: Final = {
    "award": Text("ghi {of}{years}, hoặc xác nhận sổ đã đầy đủ (`declarations/`)", "record {of}{years}, or declare the register whole (`declarations/`)"),
    "members-award": Text("ghi người của đơn vị đạt {of}{years}, hoặc xác nhận sổ đã đầy đủ (`declarations/`)", "record who holds {of}{years}, or declare the register whole (`declarations/`)"),
    "result": Text("ghi kết quả nhiệm vụ{years} (`rosters/`)", "record the result of the task{years} (`rosters/`)"),
    "work": Text("ghi sáng kiến phạm vi {of}{years} (`initiatives/`), hoặc xác nhận sổ sáng kiến đã đầy đủ", "record the work of reach {of}{years} (`initiatives/`), or declare that register whole"),
    "identity": Text("ghi `{of}` vào `people/`, hoặc xác nhận tên trong đơn vị không trùng (`declarations/`: `names_distinct: co`)", "make a record of `{of}` in `people/`, or declare the unit's names distinct (`declarations/`: `names_distinct: co`)"),
    "period": Text("ghi kỳ thành tích (`period`) vào {of}", "record the period (`period`) in {of}"),
    "method": Text("ghi loại hình khen thưởng (`method`) vào {of}", "record the type of commendation (`method`) in {of}"),
    "decided-later": Text("{of} quyết định sau ngày đề nghị", "{of} was decided after the day of the proposal"),
    "inheritance": Text("hỏi cấp trên về kế thừa thành tích khi sáp nhập, chia tách", "ask how achievements pass on in a merger or split"),
    "began": Text("ghi ngày tuyển dụng, ngày thành lập (`recruited`, `from`) để biết sổ đầy đủ từ đầu", "record the day of recruitment or founding (`recruited`, `from`), so that the register is whole from the start"),
    "prior-day": Text("ghi ngày quyết định của khen thưởng trước", "record the day of the earlier decision"),
    "cut-year": Text("chỉ một phần{years} nằm sau mốc tính", "only a part{years} comes after the start of the count"),
    "headcount": Text("ghi tổng số người{years} (`headcount` trong `rosters/`)", "record the headcount{years} (`headcount` in `rosters/`)"),
    "completed": Text("ghi số người hoàn thành nhiệm vụ{years} (`completed` trong `rosters/`)", "record how many did their task{years} (`completed` in `rosters/`)"),
    "discipline-end": Text("ghi ngày hết thời hạn kỷ luật (`to`) trong {of}", "record the day on which the discipline ends (`to`) in {of}"),
    "authority": Text("xem lại cấp ra quyết định trong {of}", "look again at the authority in {of}"),
    "discipline": Text("ghi kỷ luật{years} (`rosters/`), hoặc xác nhận sổ kỷ luật đã đầy đủ", "record discipline{years} (`rosters/`), or declare that register whole"),
    "recruited": Text("ghi ngày tuyển dụng (`recruited` trong `rosters/`)", "record the day of recruitment (`recruited` in `rosters/`)"),
    "leave": Text("ghi ngày nghỉ{years} (`leave` trong `rosters/`), hoặc xác nhận danh sách người đã đầy đủ", "record days away{years} (`leave` in `rosters/`), or declare the rosters whole"),
    "leave-kind": Text("ghi lý do nghỉ{years} (`kind` trong `leave`)", "record why{years} (`kind` in `leave`)"),
    "training": Text("ghi khoá đào tạo{years} (`training` trong `rosters/`), hoặc xác nhận danh sách người đã đầy đủ", "record the training{years} (`training` in `rosters/`), or declare the rosters whole"),
    "moved": Text("ghi chuyển công tác{years} (`moved_from` trong `rosters/`), hoặc xác nhận danh sách người đã đầy đủ", "record the move{years} (`moved_from` in `rosters/`), or declare the rosters whole"),
    "comment": Text("ghi nhận xét của đơn vị cũ{years} (`old_unit_agrees`)", "record the old unit's comment{years} (`old_unit_agrees`)"),
    "founded": Text("ghi ngày thành lập (`from`) của đơn vị", "record the day of the unit's founding (`from`)"),
    "targets": Text("ghi kết quả chỉ tiêu{years} (`targets` trong `years/`)", "record the targets{years} (`targets` in `years/`)"),
    "rank": Text("ghi xếp hạng{years} (`scores` trong `bloc-years/`)", "record the ranks{years} (`scores` in `bloc-years/`)"),
    "quota-base": Text("cấp xét tính số đơn vị trong nhóm", "the deciding level counts the group"),
    "vote": Text("ghi biểu quyết (`vote`) vào hồ sơ đề nghị", "record the vote (`vote`) in the nomination"),
    "notice": Text("ghi thời gian công khai (`notice`) vào hồ sơ đề nghị", "record the public notice (`notice`) in the nomination"),
    "achievement-period": Text("ghi kỳ thành tích (`period`) và ngày trình (`date`) vào hồ sơ đề nghị", "record the period (`period`) and the date in the nomination"),
}  # fmt: skip

YEARS: Final = Text(" năm {years}", " of {years}")
