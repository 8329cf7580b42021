# Two commands: `make run` and `make test`. Both set everything up in .venv first.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DEV = labour_code_dev labour_code_whole_dev other_sources_dev open_a_dev open_b_dev open_c_dev

.PHONY: run test check lint library evals bench clean

run: $(VENV)/.run
	@$(BIN)/python ingest.py build
	@$(BIN)/python -m assistant serve

library: $(VENV)/.test
	@$(BIN)/python ingest.py build

test: library
	$(BIN)/python -m pytest -q -rs -n auto --dist worksteal

check: lint
	$(BIN)/python -m pytest -q -m "not slow and not browser"

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m assistant digests check

evals: $(VENV)/.run
	@$(BIN)/python ingest.py build
	$(BIN)/python evals/run.py $(DEV:%=--questions evals/questions/%.jsonl) --against evals/runs/dev.json

bench: $(VENV)/.run
	@$(BIN)/python ingest.py build
	$(BIN)/python evals/bench.py

clean:
	rm -rf $(VENV) data

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -r requirements.txt
	@touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -r requirements-dev.txt
	@touch $@ $(VENV)/.run
