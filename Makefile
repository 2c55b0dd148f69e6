# `make` is all that a change must pass. Needs Python 3.11 or newer (another one: make PYTHON=python3.12) and the package index.
PYTHON ?= python3
CORPORA ?= ../shared/corpora
MODEL_WORK ?= $(HOME)/.cache/onrecord-training
BIN := .venv/bin
STORY := examples/veshia

.PHONY: check lint types test demo bench quality walk docs model clean

check: lint types test

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[parquet]' --group dev
	@touch $@

lint: .venv/ready
	$(BIN)/ruff check src tests benchmarks training examples docs
	$(BIN)/ruff format --check src tests benchmarks training examples docs

types: .venv/ready
	$(BIN)/mypy

# On every core, a file of tests in one process, the long ones first. By hand, in one process: .venv/bin/pytest tests/unit/text
test: .venv/ready
	tests/browser/setup.sh
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

demo: .venv/ready
	@$(BIN)/python examples/demo.py

bench: .venv/ready
	$(BIN)/python benchmarks/speed.py --corpus $(CORPORA)/polnear
	$(BIN)/python benchmarks/relations.py 1000 3000 10000
	$(BIN)/python benchmarks/desk.py

quality: .venv/ready
	$(BIN)/python training/evaluate.py --corpus $(CORPORA)/polnear --floors benchmarks/floors.json
	$(BIN)/python training/evaluate_names.py --corpus $(CORPORA)/gum --floors benchmarks/floors.json
	$(BIN)/python benchmarks/story_quality.py

walk: .venv/ready
	@$(BIN)/onrecord walk $(FILE)

docs: .venv/ready
	$(BIN)/python docs/generate.py

# Trains the model that ships, from the corpus to its card; hours on a CPU. Resumes where it was stopped.
model: .venv/ready
	PYTHON=$(PYTHON) CORPORA=$(CORPORA) training/reproduce.sh $(MODEL_WORK)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
