"""The files of a new repository of records for GitHub, GitLab and pre-commit.

What a stranger's pull request brings runs without any right to write. The one step that writes, the comment, runs in a
job of its own, which checks nothing out and is left out for pull requests from forks. Steps take nothing from an event
but by variables of the environment, so that no name of a branch becomes a command.
"""

from __future__ import annotations

ACTION_FILE = ".github/actions/thidua/action.yml"
WORKFLOW_FILE = ".github/workflows/thidua.yml"
GITLAB_FILE = ".gitlab-ci.yml"

MARK = "<!-- thidua-review -->"
"""The first line of the comment with the review, by which it is found again."""

ACTION = """\
# cài thidua và lấy lại sổ đã đọc của lần chạy trước; .github/workflows/thidua.yml dùng tệp này
name: thidua
description: cài chương trình thidua từ THIDUA_FROM
runs:
  using: composite
  steps:
    - uses: actions/setup-python@v5
      with:
        python-version: '3.12'
    - name: cài thidua
      shell: bash
      run: |
        if [ -z "$THIDUA_FROM" ]; then
          echo '::error::chưa điền THIDUA_FROM: nơi cài thidua; xem đầu tệp .github/workflows/thidua.yml'
          exit 1
        fi
        pip install "$THIDUA_FROM"
    # sổ đã đọc (.git/thidua) ghi nội dung của từng bản ghi: chỉ tệp nào khác mới phải đọc lại
    - uses: actions/cache@v4
      with:
        path: .git/thidua
        key: thidua-${{ runner.os }}-${{ env.THIDUA_FROM }}-${{ hashFiles('records/**', 'thidua.yaml') }}
        restore-keys: thidua-${{ runner.os }}-${{ env.THIDUA_FROM }}-
"""

WORKFLOW = """\
# ĐIỀN TRƯỚC KHI DÙNG: nơi cài chương trình thidua, ở THIDUA_FROM bên dưới hoặc ở biến cùng tên của kho:
#   - tệp .whl đã lưu trong kho này, như tools/thidua-0.1.0-py3-none-any.whl
#   - địa chỉ git của chương trình, như git+https://git.example.org/thidua.git@v0.1.0
# Chưa điền thì mỗi lần chạy đều dừng và nhắc điền.
name: thidua
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
concurrency:
  group: thidua-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}
env:
  THIDUA_FROM: ${{ vars.THIDUA_FROM }}
jobs:
  thidua:
    runs-on: ubuntu-latest
    outputs:
      review: ${{ steps.review.outputs.review }}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ./.github/actions/thidua
      - run: thidua fmt --check
      - if: ${{ !cancelled() && github.event_name == 'push' }}
        run: thidua validate --format github
      # yêu cầu duyệt: chỉ lỗi mà thay đổi gây ra mới làm hỏng lần chạy
      - if: ${{ !cancelled() && github.event_name == 'pull_request' }}
        run: thidua validate --format github --since "origin/$GITHUB_BASE_REF" --base "origin/$GITHUB_BASE_REF"
      - name: mọi phát hiện, in đủ
        if: failure()
        run: thidua validate --all || true
      - name: thay đổi, bằng lời
        id: review
        if: ${{ !cancelled() && github.event_name == 'pull_request' }}
        run: |
          mkdir -p out
          echo '<!-- thidua-review -->' > out/review.md
          thidua review --format markdown >> out/review.md
          cat out/review.md >> "$GITHUB_STEP_SUMMARY"
          echo 'review=yes' >> "$GITHUB_OUTPUT"
      - name: báo cáo tổng kết năm nay và năm trước
        if: ${{ !cancelled() }}
        run: |
          mkdir -p out
          if grep -q '^organisation:' thidua.yaml; then
            nam="$(date +%Y)"
            for y in "$nam" "$((nam - 1))"; do
              thidua report "$y" --partial -o "out/bao-cao-$y.html"
            done
            thidua report "$nam" --partial >> "$GITHUB_STEP_SUMMARY"
          fi
      - uses: actions/upload-artifact@v4
        if: ${{ !cancelled() }}
        with:
          name: thidua
          path: out/
          if-no-files-found: ignore

  # việc duy nhất được ghi: một lời bình, sửa lại sau mỗi lần đẩy. Việc này không tải mã nào của nhánh về,
  # và không chạy cho yêu cầu duyệt từ kho khác (fork); khi đó nội dung vẫn có ở trang tóm tắt của lần chạy.
  comment:
    needs: thidua
    if: >-
      ${{ !cancelled() && needs.thidua.outputs.review == 'yes'
      && github.event.pull_request.head.repo.full_name == github.repository }}
    runs-on: ubuntu-latest
    permissions:
      pull-requests: write
    steps:
      - uses: actions/download-artifact@v4
        with:
          name: thidua
          path: out
      - name: lời bình của yêu cầu duyệt
        env:
          GH_TOKEN: ${{ github.token }}
          NUMBER: ${{ github.event.pull_request.number }}
        run: |
          of='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- thidua-review -->"))) | .id'
          id="$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --jq "$of" | tail -n 1)"
          if [ -n "$id" ]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F body=@out/review.md
          else
            gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" -F body=@out/review.md
          fi
"""

GITLAB_CI = """\
# ĐIỀN TRƯỚC KHI DÙNG: biến THIDUA_FROM (Settings > CI/CD > Variables): nơi cài chương trình thidua:
#   - tệp .whl đã lưu trong kho này, như tools/thidua-0.1.0-py3-none-any.whl
#   - địa chỉ git của chương trình, như git+https://git.example.org/thidua.git@v0.1.0
# Chưa điền thì mỗi lần chạy đều dừng và nhắc điền.
thidua:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    GIT_DEPTH: '0'
  # sổ đã đọc ghi nội dung của từng bản ghi: chỉ tệp nào khác mới phải đọc lại
  cache:
    key: thidua-$CI_COMMIT_REF_SLUG
    fallback_keys:
      - thidua-$CI_DEFAULT_BRANCH
    paths:
      - .cache/thidua/
  before_script:
    - |
      if [ -z "$THIDUA_FROM" ]; then
        echo 'chưa điền THIDUA_FROM: nơi cài thidua; xem đầu tệp .gitlab-ci.yml'
        exit 1
      fi
    - pip install "$THIDUA_FROM"
    - mkdir -p .cache/thidua .git/thidua out
    - cp -p .cache/thidua/register.sqlite* .git/thidua/ || true
  script:
    # các tệp cho trang duyệt; kết quả của lần chạy là ở hai lệnh cuối
    - thidua validate --format gitlab > out/code-quality.json || true
    - thidua validate --format junit > out/junit.xml || true
    - |
      if [ -n "${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-}" ]; then
        thidua review --format markdown > out/review.md || true
      fi
    - |
      if grep -q '^organisation:' thidua.yaml; then
        nam="$(date +%Y)"
        for y in "$nam" "$((nam - 1))"; do
          thidua report "$y" --partial -o "out/bao-cao-$y.html" || true
        done
      fi
    - cp -p .git/thidua/register.sqlite* .cache/thidua/ || true
    - thidua fmt --check
    # yêu cầu duyệt: chỉ lỗi mà thay đổi gây ra mới làm hỏng lần chạy
    - >-
      thidua validate
      ${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
      ${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
  artifacts:
    when: always
    paths:
      - out/
    reports:
      codequality: out/code-quality.json
      junit: out/junit.xml
"""

PRE_COMMIT_CONFIG = """\
# dùng với https://pre-commit.com; không cần nếu đã có .git/hooks/pre-commit của thidua
# mở môi trường có thidua trước khi lưu: .venv\\Scripts\\activate (Windows) hoặc . .venv/bin/activate
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
