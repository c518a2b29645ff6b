# make run     set up what is missing, open the window
# make test    set up, then every check and every test
# make help    all targets

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv/bin/python
CORE_VENV := build/core-venv/bin/python
CORE_TESTS := $(wildcard $(addprefix tests/unit/,domain tagger readers extract store layout \
	importing exporters cli test_assets.py))
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format unit e2e core-test bench eval wheel clean setup setup-dev setup-core python

help:
	@echo 'run        set up what is missing and open the window (make run ARGS="article.txt")'
	@echo 'test       set up, then check, core-test, e2e and unit'
	@echo 'check      formatting, lint, types, layers'
	@echo 'format     format the code and mend what lint can mend'
	@echo 'unit       the tests that need no screen'
	@echo 'e2e        the end-to-end tests, in a real window on a virtual X screen'
	@echo 'core-test  the tests of the core in an environment without Qt'
	@echo 'bench      measure speed: tables, and build/bench.json'
	@echo 'eval       measure quality: tables, and build/eval.json'
	@echo 'wheel      build the wheel into dist/'
	@echo 'clean      remove everything that was made, the environment too'

python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed: apt-get install python3' >&2; exit 1; }

setup: python
	@$(PYTHON) -m scripts.setup app

setup-dev: python
	@$(PYTHON) -m scripts.setup dev

setup-core: python
	@$(PYTHON) -m scripts.setup core

run: setup
	@$(VENV) -m scripts.run $(ARGS)

# One after the other, the largest suite last, so that its summary closes the output.
test: setup-dev
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory core-test
	@$(MAKE) --no-print-directory e2e
	@$(MAKE) --no-print-directory unit

check: setup-dev
	$(VENV) -m ruff format --check .
	$(VENV) -m ruff check .
	$(VENV) -m mypy
	.venv/bin/lint-imports

format: setup-dev
	$(VENV) -m ruff format .
	$(VENV) -m ruff check --fix .

unit: setup-dev
	QT_QPA_PLATFORM=offscreen $(VENV) -m pytest --ignore=tests/e2e $(ARGS)

e2e: setup-dev
	$(VENV) -m scripts.xvfb $(VENV) -m pytest tests/e2e $(ARGS)

core-test: setup-core
	@! $(CORE_VENV) -c 'import PySide6' 2>/dev/null || { echo 'Qt is in the core environment' >&2; exit 1; }
	$(CORE_VENV) -m pytest $(CORE_TESTS) $(ARGS)

bench: setup-dev
	$(VENV) -m tests.bench $(ARGS)

eval: setup-dev
	$(VENV) -m tests.evaluation $(ARGS)

wheel: setup-dev
	$(VENV) -m build --wheel --no-isolation

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
