"""Texts and trees that the tests of this folder share."""

from __future__ import annotations

from hypothesis import strategies as st

from thidua.source.characters import clean, is_allowed

DECISION = """\
# records/awards/2023/412-qd-ubnd-mong-cai.yaml
decision:
  number: 412/QĐ-UBND
  date: 2023-03-06
  authority: mong-cai            # who confers
  signer: {name: Hồ Quang Huy, position: 'Chủ tịch', capacity: TM.}
period: 2023
theme: |
  Dòng một
    thụt vào

  Dòng ba
awards:
  # đợt một
  - award: giay-khen-cap-huyen
    recipients:
      - {name: "Nguyễn Văn Đức", position: Chuyên viên}  # mới
      - {collective: phong-noi-vu}
  - award: giay-khen-cap-huyen
    counted: {collectives: 12, individuals: 30}
# hết
"""

SIGNS = "\n :-?{}[],&*!|>'\"%@`#=~<\\._0123456789eExoyn+/()aĐấ\u0301"
texts = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=("Cs", "Cc"))), max_size=14).map(
    lambda text: clean("".join(filter(is_allowed, text)))
)
words = st.sampled_from(
    ("null", "No", "on", "~", "1e5", "0123", "0o7", "1_000", "12:30", ".5", "<<", "=", "2023-02-30", "x #y")
)
keys = st.one_of(texts.filter(bool), st.sampled_from(("recipients", "name", "awards")))
values = st.one_of(texts, words)
trees = st.recursive(
    values, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)
records = st.dictionaries(keys, trees, max_size=4)
