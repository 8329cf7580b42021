# Two commands: `make run` and `make test`. Both set everything up in .venv first.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: run test check evals bench clean

run: $(VENV)/.run
	@$(BIN)/python ingest.py build
	@$(BIN)/python -m assistant serve

test: $(VENV)/.test
	@$(BIN)/python ingest.py build
	$(BIN)/python -m pytest -q -rs

check: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m assistant digests check
	$(BIN)/python -m pytest -q -m "not slow and not browser"

evals: $(VENV)/.run
	@$(BIN)/python ingest.py build
	$(BIN)/python evals/run.py --questions evals/questions/labour_code_dev.jsonl --misses

bench: $(VENV)/.run
	@$(BIN)/python ingest.py build
	$(BIN)/python evals/bench.py

clean:
	rm -rf $(VENV) data

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.test: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.run
