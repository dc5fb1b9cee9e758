"""TD002: the text of a record is not the plain YAML that records use."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_ON_ONE_LINE = Text(
    vi="viết mỗi trường một dòng, dạng `tên: giá trị`, các trường cùng cấp thụt đầu dòng như nhau",
    en="write one field a line as `name: value`, fields of one level indented alike",
)
_PLAIN_VALUE = Text(vi="viết thẳng giá trị tại đây", en="write the value itself here")
_IN_QUOTES = Text(vi='đặt cả giá trị trong dấu nháy kép: `"…"`', en='put the whole value in double quotes: `"…"`')
_CLOSE_QUOTE = Text(vi="thêm dấu nháy đóng ở cuối giá trị", en="add the closing quote at the end of the value")
_SECOND_FILE = Text(
    vi="giữ một bản ghi trong tệp, chuyển phần sau sang tệp khác; bỏ dòng `---`, `...`",
    en="keep one record in the file and move the rest to another; leave out lines `---` and `...`",
)

_WORDING = {
    "": Wording(Text(vi="tệp không đúng cú pháp YAML", en="the file is not YAML"), _ON_ONE_LINE),
    "syntax": Wording(
        Text(vi="tệp không đúng cú pháp YAML tại đây ({detail})", en="the file is not YAML here ({detail})"),
        _ON_ONE_LINE,
    ),
    "not-utf8": Wording(
        Text(vi="tệp không phải văn bản UTF-8", en="the file is not UTF-8 text"),
        Text(vi="lưu lại tệp với bảng mã UTF-8", en="save the file as UTF-8"),
    ),
    "too-deep": Wording(
        Text(
            vi="các trường lồng nhau quá {limit:count} cấp",
            en="fields are nested deeper than {limit:count} levels",
        ),
        Text(vi="bỏ bớt dấu ngoặc hoặc bớt thụt đầu dòng", en="take away brackets or indentation"),
    ),
    "empty-file": Wording(
        Text(vi="tệp trống", en="the file is empty"),
        Text(vi="ghi nội dung bản ghi, hoặc xoá tệp", en="write the record, or delete the file"),
    ),
    "not-a-mapping": Wording(
        Text(vi="bản ghi không bắt đầu bằng một trường", en="the record does not start with a field"),
        _ON_ONE_LINE,
    ),
    "no-front-matter": Wording(
        Text(vi="tệp Markdown không bắt đầu bằng dòng `---`", en="the Markdown file does not start with a line `---`"),
        Text(
            vi="đặt các trường giữa hai dòng `---` ở đầu tệp, bài viết ở dưới",
            en="put the fields between two lines `---` at the top, the story below",
        ),
    ),
    "unclosed-front-matter": Wording(
        Text(
            vi="phần trường ở đầu tệp không có dòng `---` kết thúc",
            en="the fields at the top are not closed by a line `---`",
        ),
        Text(vi="thêm một dòng `---` sau trường cuối cùng", en="add a line `---` after the last field"),
    ),
    "merge-marker": Wording(
        Text(
            vi="lần gộp hai nhánh còn dở: dòng `{marker}` do git để lại",
            en="a merge of two branches is not finished: git left the line `{marker}`",
        ),
        Text(
            vi="trong các dòng từ `<<<<<<<` đến `>>>>>>>`, giữ những dòng đúng của cả hai nhánh (mỗi dòng một lần), xoá các"
            " dòng `<<<<<<<`, `=======`, `>>>>>>>`; rồi `git add` tệp này. Chạy `thidua init` một lần để từ sau thidua tự gộp",
            en="of the lines from `<<<<<<<` to `>>>>>>>` keep what is right of both branches, each once, and delete the lines"
            " `<<<<<<<`, `=======`, `>>>>>>>`; then `git add` the file. Run `thidua init` once, and thidua merges from then on",
        ),
    ),
    "tab": Wording(
        Text(vi="có ký tự tab", en="there is a tab character"),
        Text(vi="thay tab bằng hai dấu cách", en="write two spaces instead"),
    ),
    "directive": Wording(
        Text(vi="có dòng bắt đầu bằng `%`, bản ghi không dùng", en="a line starts with `%`, which records do not use"),
        Text(vi="xoá dòng này", en="delete this line"),
    ),
    "several-documents": Wording(
        Text(vi="tệp có nhiều hơn một bản ghi", en="the file holds more than one record"), _SECOND_FILE
    ),
    "anchor": Wording(
        Text(vi="có dấu neo `&`, bản ghi không dùng", en="there is an anchor `&`, which records do not use"),
        _IN_QUOTES,
    ),
    "alias": Wording(
        Text(vi="có dấu nhắc lại `*`, bản ghi không dùng", en="there is an alias `*`, which records do not use"),
        _PLAIN_VALUE,
    ),
    "tag": Wording(
        Text(vi="có nhãn kiểu `!`, bản ghi không dùng", en="there is a tag `!`, which records do not use"),
        _IN_QUOTES,
    ),
    "merge-key": Wording(
        Text(vi="có trường `<<`, bản ghi không dùng", en="there is a field `<<`, which records do not use"),
        Text(vi="viết đủ từng trường tại đây", en="write every field here"),
    ),
    "complex-key": Wording(
        Text(vi="tên trường không phải một từ", en="the name of a field is not one word"),
        Text(
            vi="viết tên trường bằng chữ, rồi dấu hai chấm; giá trị có dấu `?` thì đặt trong nháy kép",
            en="write the field's name, then a colon; put a value with `?` in double quotes",
        ),
    ),
    "duplicate-key": Wording(
        Text(vi="trường `{key}` được ghi hai lần", en="field `{key}` is given twice"),
        Text(vi="xoá một trong hai dòng", en="delete one of the two lines"),
    ),
    "control-character": Wording(
        Text(vi="có ký tự không in được `{character}`", en="there is a control character `{character}`"),
        Text(vi="xoá ký tự đó", en="delete it"),
    ),
    "too-large": Wording(
        Text(vi="tệp quá lớn", en="the file is too large"),
        Text(vi="tách thành nhiều tệp", en="split it into several files"),
    ),
    "empty-key": Wording(
        Text(vi="trước dấu hai chấm không có tên trường", en="there is no name of a field before the colon"),
        Text(vi="ghi tên trường trước dấu hai chấm", en="write the field's name before the colon"),
    ),
    "empty-value": Wording(
        Text(vi="`{key}` không có giá trị", en="`{key}` has no value"),
        Text(
            vi="ghi giá trị; chưa biết thì xoá dòng này, điều chưa biết được bỏ trống",
            en="write the value; if it is not known, delete the line: what is unknown is left out",
        ),
    ),
    "pair-in-list": Wording(
        Text(vi="trường nằm thẳng trong ngoặc vuông", en="a field stands straight inside square brackets"),
        Text(vi="đặt trường trong ngoặc nhọn: `[{{name: …}}]`", en="put the field in braces: `[{{name: …}}]`"),
    ),
    "missing-colon": Wording(
        Text(vi="thiếu dấu hai chấm sau tên trường", en="there is no colon after the field's name"), _ON_ONE_LINE
    ),
    "no-space-after-colon": Wording(
        Text(vi="sau dấu hai chấm không có dấu cách", en="there is no space after the colon"),
        Text(vi="thêm một dấu cách sau dấu hai chấm", en="add a space after the colon"),
    ),
    "colon-in-value": Wording(
        Text(vi="giá trị có dấu hai chấm mà không có dấu nháy", en="a value holds a colon and has no quotes"),
        _IN_QUOTES,
    ),
    "misplaced-dash": Wording(
        Text(vi="dấu `-` đứng sai chỗ", en="a `-` stands in the wrong place"),
        Text(
            vi="xuống dòng sau tên trường rồi mới viết `- ` cho từng mục",
            en="start a new line after the field's name, then one `- ` for each item",
        ),
    ),
    "bad-indent": Wording(
        Text(
            vi="dòng này thụt đầu dòng không khớp với các dòng trên",
            en="this line is not indented like the lines above",
        ),
        Text(
            vi="thụt đầu dòng bằng đúng số dấu cách của các trường cùng cấp",
            en="indent it by as many spaces as the fields of its level",
        ),
    ),
    "text-after-value": Wording(
        Text(
            vi="còn chữ sau dấu nháy hoặc dấu ngoặc đóng",
            en="there is more text after the closing quote or bracket",
        ),
        Text(
            vi="đưa phần chữ đó vào trong dấu nháy, hoặc xuống dòng mới",
            en="take that text inside the quotes, or start a new line",
        ),
    ),
    "unclosed-quote": Wording(
        Text(vi="dấu nháy mở mà không đóng", en="a quote is opened and not closed"), _CLOSE_QUOTE
    ),
    "unclosed-bracket": Wording(
        Text(vi="dấu ngoặc mở mà không đóng", en="a bracket is opened and not closed"),
        Text(
            vi="thêm dấu ngoặc đóng, và dấu phẩy giữa các mục",
            en="add the closing bracket, and a comma between the items",
        ),
    ),
    "reserved-character": Wording(
        Text(
            vi="giá trị không có dấu nháy mà bắt đầu bằng `{character}`",
            en="a value without quotes starts with `{character}`",
        ),
        _IN_QUOTES,
    ),
    "bad-escape": Wording(
        Text(
            vi="dấu `\\` trong dấu nháy kép đứng trước ký tự không có nghĩa",
            en="a `\\` between double quotes stands before something that means nothing",
        ),
        Text(vi="viết `\\\\`, hoặc dùng dấu nháy đơn", en="write `\\\\`, or use single quotes"),
    ),
}

_COLON = "name: Thi đua: Tổng kết\nsource: {document: Ví dụ}\n"
_QUOTED = 'name: "Thi đua: Tổng kết"\nsource: {document: Ví dụ}\n'
_TAB = "name: Phòng Ví dụ\nsource:\n\tdocument: Ví dụ\n"
_NO_TAB = "name: Phòng Ví dụ\nsource:\n  document: Ví dụ\n"
_UNMERGED = (
    "<<<<<<< HEAD\nname: Phòng Ví dụ\n=======\nname: Phòng Ví Dụ\n>>>>>>> nhanh-hai\nsource: {document: Ví dụ}\n"
)
_MERGED = "name: Phòng Ví dụ\nsource: {document: Ví dụ}\n"
_CAMPAIGN = "records/campaigns/vi-du-2023.yaml"
_OFFICE = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD002",
    name="not-yaml",
    severity=Severity.ERROR,
    title=Text(vi="tệp không đúng cú pháp của bản ghi", en="the text of a record is not plain YAML"),
    why=Text(
        vi="Không hiểu được chữ trong tệp thì không thể kiểm tra hay tính số liệu nào của tệp. "
        "Neo, nhãn, tab và nhiều bản ghi trong một tệp bị từ chối vì mỗi phần mềm hiểu chúng một cách.",
        en="Nothing in a file that is not understood can be checked or counted. "
        "Anchors, tags, tabs and several records in a file are refused because programs disagree on what they mean.",
    ),
    wording=_WORDING,
    check=WhileReading(),
    bad=(
        Example({_CAMPAIGN: _COLON}, finds=(f"{_CAMPAIGN}:1:14",)),
        Example({_OFFICE: _TAB}, finds=(f"{_OFFICE}:3:1",)),
        Example({_OFFICE: _UNMERGED}, finds=(f"{_OFFICE}:1:1",)),
    ),
    good=(Example({_CAMPAIGN: _QUOTED}), Example({_OFFICE: _NO_TAB}), Example({_OFFICE: _MERGED})),
)
