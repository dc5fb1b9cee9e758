# One command a need; each sets up what it needs first. On Windows without make, see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
READY_BROWSER := $(VENV)/.ready-browser
TODAY ?=

.PHONY: report html test check format lint types imports docs golden bench bench-million bench-peers bench-import fuzz test-long test-browser wheel release clean

report: $(READY)  ## set up and print the main report
	$(BIN)/thidua report 2019 --of mong-cai

html: $(READY)  ## the same report as a page to open in a browser
	mkdir -p out
	$(BIN)/thidua report 2019 --of mong-cai -o out/mong-cai-2019.html

test: $(READY_DEV)  ## set up and run the tests
	$(BIN)/python -m pytest -n auto --dist worksteal

test-long: $(READY_DEV)  ## the tests that take long: every rule both ways, killed writers, large files
	$(BIN)/python -m pytest -n auto --dist worksteal -m long

check: $(READY_DEV) format lint types imports test  ## everything that must pass before a change is merged

format: $(READY_DEV)
	$(BIN)/ruff format --check .

lint: $(READY_DEV)
	$(BIN)/ruff check .

types: $(READY_DEV)
	$(BIN)/mypy

imports: $(READY_DEV)
	$(BIN)/lint-imports

docs: $(READY_DEV)  ## write the pages and Word templates that are derived from the code
	$(BIN)/python tools/make_described.py
	$(BIN)/python tools/make_law_rows.py
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/make_record_docs.py
	$(BIN)/python tools/make_word_templates.py

golden: $(READY_DEV)  ## write the expected outputs anew; read their diff like code
	$(BIN)/python -m pytest tests/reports tests/statutory --update-golden

bench: $(READY_DEV)  ## what is promised of speed and memory, as ratios side by side: 100,000 awards, about ten minutes
	$(BIN)/python -m benchmarks.bench

bench-million: $(READY_DEV)  ## the same of 1,000,000 awards: how a cold check grows, and its peak of memory
	$(BIN)/python -m benchmarks.bench --million --rounds 3

bench-peers: $(READY_DEV)  ## other programs on the same rows; PEERS=DIR where they are installed
	$(BIN)/python -m benchmarks.peers $(if $(PEERS),--programs $(PEERS))

bench-import: $(READY_DEV)  ## 10,000 rows of a workbook checked, beside openpyxl reading them
	$(BIN)/python -m benchmarks.import_pass

fuzz: $(READY_DEV)  ## longer fuzzing of the reader
	$(BIN)/python -m pytest tests/source/fuzz_long.py

test-browser: $(READY_BROWSER)  ## the HTML in a real browser
	$(BIN)/python -m pytest tests/browser -m browser

wheel: $(READY_DEV)
	$(BIN)/python -m pip wheel --no-deps --wheel-dir dist .

release: check wheel  ## what a release is made of; the version stands in thidua/__init__.py

clean:
	rm -rf $(VENV) dist out .mypy_cache .ruff_cache .hypothesis

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[office]'
	touch $@

$(READY_DEV): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,office]'
	touch $@

$(READY_BROWSER): $(READY_DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[browser,dev,office]'
	$(BIN)/python tools/get_browser.py
	touch $@
