"""The files of a new repository of records, besides the records themselves."""

from __future__ import annotations

import json
from shlex import quote
from typing import TYPE_CHECKING

from thidua.app.schema import schema_name
from thidua.diagnostics import Text
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from thidua.diagnostics import Language

EDITOR_CONFIG = """\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

[*.{yaml,yml}]
trim_trailing_whitespace = true
"""

GIT_ATTRIBUTES = """\
* text=auto eol=lf
*.yaml text eol=lf diff=yaml
*.md text eol=lf diff=markdown
records/**/*.yaml merge=thidua
records/**/*.md merge=thidua
*.docx binary
*.xlsx binary
*.pdf binary
*.png binary
*.jpg binary
"""

YAML_HUNKS = "^([a-z_]+:.*| *- award:.*)$"
"""Which lines of a YAML file git prints above a stretch of changes."""

GIT_IGNORE = """\
private/
.thidua-*.tmp
/out/
/bao-cao-*.docx
/bao-cao-*.html
/bao-cao-*.json
/bao-cao-*.md
/bao-cao-*.pdf
/bao-cao-*.xlsx
"""

README = """\
# Thi đua, khen thưởng{of}

Bản ghi thi đua, khen thưởng, kiểm tra và tổng hợp bằng chương trình `thidua`.

| ở đâu | là gì |
|---|---|
| `records/` | các bản ghi, mỗi tệp một bản ghi |
| `thidua.yaml` | thiết lập của cơ quan |
| `schema/` | giúp trình soạn thảo gợi ý tên trường; do chương trình ghi, không sửa tay |
| `.github/`, `.gitlab-ci.yml` | kiểm tra mỗi lần đẩy lên GitHub, GitLab; điền `THIDUA_FROM` trước, như đầu tệp nói |
| `private/` | giấy tờ không được công khai; git không lưu thư mục này |

## Việc hằng ngày

```sh
thidua add-organisation        # ghi một đơn vị
thidua add-award               # ghi khen thưởng vào một quyết định
thidua find nguyen van a       # tìm theo tên, không cần gõ dấu
thidua history nguyen van a    # các lần khen thưởng của một người, một đơn vị
thidua validate                # kiểm tra mọi bản ghi
thidua report {year}             # báo cáo tổng kết năm
thidua where                   # còn gì chưa gửi đi duyệt
thidua send                    # kiểm tra, lưu và gửi đi duyệt
```

`thidua --help` liệt kê mọi lệnh; `thidua LỆNH --help` chỉ cách dùng từng lệnh.

Mỗi số liệu ghi kèm nguồn (`source`). Điều chưa biết thì để trống, không ghi 0.
"""


README_EN = """\
# Emulation and commendation{of}

Records of emulation and commendation, checked and summed up by the program `thidua`.

| where | what |
|---|---|
| `records/` | the records, one file each |
| `thidua.yaml` | the settings of the office |
| `schema/` | lets an editor suggest names of fields; written by the program, not by hand |
| `.github/`, `.gitlab-ci.yml` | checks on GitHub and GitLab; fill in `THIDUA_FROM` first, as their heads say |
| `private/` | papers that must not be public; git does not keep this folder |

## Every day

```sh
thidua add-organisation        # record an organisation
thidua add-award               # record awards in a decision
thidua find nguyen van a       # search by name, accents not needed
thidua history nguyen van a    # the awards of a person or a unit
thidua validate                # check all records
thidua report {year}             # the summary of a year
thidua where                   # what is not sent for review yet
thidua send                    # check, save and send for review
```

`thidua --help` lists all commands; `thidua COMMAND --help` says how one is used.

Every figure has its source (`source`). What is not known is left out, never written as 0.
"""


_HOOK = """\
#!/bin/sh
# thidua: {purpose}
python={python}
if [ -x "$python" ] && "$python" -P -c 'import thidua' >/dev/null 2>&1; then
  run() {{ "$python" -P -m thidua "$@"; }}
elif command -v thidua >/dev/null 2>&1; then
  run() {{ thidua "$@"; }}
else
  cat >&2 <<'END'
{missing}
END
  exit 1
fi
refused=
run fmt --check || refused=yes
run validate || refused=yes
if [ -n "$refused" ]; then
  cat >&2 <<'END'
{refused}
END
  exit 1
fi
"""
_PURPOSE = Text(
    "trước mỗi lần commit, xem dạng tệp và kiểm tra bản ghi. Bỏ qua một lần: git commit --no-verify",
    "before each commit, look at the form of the files and check the records. To pass once: git commit --no-verify",
)
_MISSING = Text(
    "CHƯA LƯU: không thấy chương trình thidua.\n"
    "Mở môi trường của nó rồi lưu lại: .venv\\Scripts\\activate trên Windows, . .venv/bin/activate ở nơi khác.",
    "NOT SAVED: the program thidua is not found.\n"
    "Activate its environment and save again: .venv\\Scripts\\activate on Windows, . .venv/bin/activate elsewhere.",
)
_REFUSED = Text(
    "CHƯA LƯU: sửa những điều nêu trên (dạng tệp: chạy `thidua fmt`), rồi git add và git commit lại.",
    "NOT SAVED: mend what is said above (the form of files: run `thidua fmt`), then git add and git commit again.",
)


def hook(language: Language, python: str) -> str:
    """Return the pre-commit hook.

    It runs `python`, an interpreter's path, as long as that one has the program, and else `thidua` on the PATH. `-P`
    keeps a folder `thidua` of the repository from being run in the program's place.
    """
    return _HOOK.format(
        purpose=_PURPOSE.words(language),
        python=quote(python),
        missing=_MISSING.words(language),
        refused=_REFUSED.words(language),
    )


MERGE_NAME = "thidua: gộp bản ghi theo từng dòng"
"""What git calls the driver where it tells of it."""

MERGE_ATTRIBUTE = "merge=thidua"


def merge_command(python: str) -> str:
    """Return what git runs to merge a record of two branches.

    Where neither `python` nor a `thidua` on the PATH is there any more, git merges lines as it does without us, and
    `validate` finds the marks it leaves.
    """
    names = "%O %A %B %P"
    program = f"test -x {quote(python)} && exec {quote(python)} -P -m thidua merge-driver {names}; " if python else ""
    return (
        f"{program}command -v thidua >/dev/null 2>&1 && exec thidua merge-driver {names};"
        " exec git merge-file -L ours -L base -L theirs %A %O %B"
    )


def code_settings() -> str:
    """Return the settings of VS Code: schemas for the records, UTF-8, LF, and no formatter but `thidua fmt`."""
    schemas = {f"./schema/{schema_name(folder)}": f"records/{_pattern(folder)}" for folder in FOLDERS}
    settings = {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.autoIndent": "keep"},
        "editor.unicodeHighlight.allowedLocales": {"vi": True},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def _pattern(folder: str) -> str:
    """Return which files are of a kind: those of the office's own awards are in no folder, as its rules are in one."""
    return f"{folder}/{'*' if folder == 'catalogue' else '**/*'}.yaml"


def code_extensions() -> str:
    return json.dumps({"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}, indent=2) + "\n"


def folders_kept() -> dict[str, str]:
    """Return the empty files that keep empty folders in git."""
    return {f"records/{folder}/.gitkeep": "" for folder in FOLDERS}
