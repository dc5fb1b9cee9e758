"""The files of a new repository of records, besides the records themselves."""

from __future__ import annotations

import json

from thidua.store.paths import FOLDERS

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
"""

PRE_COMMIT_CONFIG = """\
# dùng với https://pre-commit.com; không cần nếu đã có .git/hooks/pre-commit của thidua
repos:
  - repo: local
    hooks:
      - id: thidua-fmt
        name: thidua fmt --check
        entry: thidua fmt --check
        language: system
        pass_filenames: false
        files: ^(records/|thidua\\.yaml$)
      - id: thidua-validate
        name: thidua validate
        entry: thidua validate
        language: system
        pass_filenames: false
        files: ^(records/|thidua\\.yaml$)
"""

HOOK = """\
#!/bin/sh
# thidua: trước mỗi lần commit, xem dạng tệp và kiểm tra bản ghi. Bỏ qua một lần: git commit --no-verify
if command -v thidua >/dev/null 2>&1; then
  run() { thidua "$@"; }
elif command -v py >/dev/null 2>&1 && py -c 'import thidua' >/dev/null 2>&1; then
  run() { py -m thidua "$@"; }
elif command -v python3 >/dev/null 2>&1 && python3 -c 'import thidua' >/dev/null 2>&1; then
  run() { python3 -m thidua "$@"; }
else
  echo 'không thấy chương trình thidua; cài bằng: pip install thidua' >&2
  exit 1
fi
run fmt --check && run validate
"""

WORKFLOW = """\
name: thidua
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  thidua:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: '3.12'
      - run: pip install thidua
      - run: thidua fmt --check
      - run: thidua validate --format github
      - name: báo cáo tổng kết năm
        run: |
          if grep -q '^organisation:' thidua.yaml; then
            thidua report "$(date +%Y)" >> "$GITHUB_STEP_SUMMARY"
          fi
"""

README = """\
# Thi đua, khen thưởng{of}

Bản ghi thi đua, khen thưởng, kiểm tra và tổng hợp bằng chương trình `thidua`.

| ở đâu | là gì |
|---|---|
| `records/` | các bản ghi, mỗi tệp một bản ghi |
| `thidua.yaml` | thiết lập của cơ quan |
| `schema/` | giúp trình soạn thảo gợi ý tên trường; do chương trình ghi, không sửa tay |
| `private/` | giấy tờ không được công khai; git không lưu thư mục này |

## Việc hằng ngày

```sh
thidua add-organisation        # ghi một đơn vị
thidua add-award               # ghi khen thưởng vào một quyết định
thidua find nguyen van a       # tìm theo tên, không cần gõ dấu
thidua history nguyen van a    # các lần khen thưởng của một người, một đơn vị
thidua validate                # kiểm tra mọi bản ghi
thidua report {year}             # báo cáo tổng kết năm
```

`thidua --help` liệt kê mọi lệnh; `thidua LỆNH --help` chỉ cách dùng từng lệnh.

Mỗi số liệu ghi kèm nguồn (`source`). Điều chưa biết thì để trống, không ghi 0.
"""


def code_settings() -> str:
    """Return the settings of VS Code: schemas for the records, UTF-8, LF, and no formatter but `thidua fmt`."""
    schemas = {f"./schema/{folder}.schema.json": f"records/{folder}/**/*.yaml" for folder in FOLDERS}
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


def code_extensions() -> str:
    return json.dumps({"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]}, indent=2) + "\n"


def folders_kept() -> dict[str, str]:
    """Return the empty files that keep empty folders in git."""
    return {f"records/{folder}/.gitkeep": "" for folder in FOLDERS}
