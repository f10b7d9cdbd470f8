# Two commands matter: `make demo` and `make test`. Everything else serves them.
# Needs git, make and any python3 >= 3.9; the rest is fetched by package name into this folder.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

ADDR ?= localhost:8000
MARK ?=
UV := .uv/bin/uv
PY := .venv/bin/python
PYTEST := .venv/bin/pytest -n auto
LOCK := $(UV) pip compile pyproject.toml --universal --generate-hashes --no-annotate --no-emit-index-url --no-header -p 3.13 -q
DESIGN := $(wildcard static/*.mjs static/css/*.scss static/js/*.js static/js/components/*.js)

.PHONY: help setup demo run test test-postgres lint format faults bench lock clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: .venv/.ready static/build/.ready ## Python, packages and the design system, all inside this folder
	@mkdir -p var

# Each stamp is touched last, so that a step which failed is tried again.
$(UV):
	@scripts/bootstrap-uv

.venv/.ready: requirements-dev.lock .python-version | $(UV)
	@echo "Setting up Python packages (pinned by hash)"
	@$(UV) venv --quiet --allow-existing --python "$$(cat .python-version)" .venv
	@$(UV) pip sync --quiet --python $(PY) --require-hashes requirements-dev.lock
	@touch $@

node_modules/.ready: package-lock.json .npmrc | $(UV)
	@echo "Setting up the design system"
	@scripts/npm ci --silent
	@touch $@

static/build/.ready: node_modules/.ready package.json $(DESIGN)
	@scripts/npm run --silent build
	@touch $@

demo: setup ## a running site with demonstration data at http://$(ADDR)
	@$(PY) manage.py demo
	@$(PY) manage.py runserver --noreload "$(ADDR)"

run: setup ## the development server, on whatever data there is
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py runserver "$(ADDR)"

test: setup ## every test, browser journeys included, on SQLite
	@scripts/ensure-browser
	@env -u DATABASE_URL $(PYTEST)

test-postgres: setup ## every test on PostgreSQL: a throwaway cluster, or DATABASE_URL. MARK='not journey': fewer
	@scripts/ensure-browser
	@scripts/with-postgres $(PYTEST) -m "$(MARK)"

lint: setup ## format, lint, types, import contracts, templates, migrations, deployment checks
	@scripts/lint

format: setup ## mend what a tool can mend
	@.venv/bin/ruff check --quiet --fix . || true
	@.venv/bin/ruff format --quiet .
	@.venv/bin/djhtml --tabwidth 2 templates

faults: setup ## 5,000 statements to a store that fails, is killed and starts again: what it came to, on PostgreSQL
	@FAULT_STATEMENTS=5000 scripts/with-postgres .venv/bin/pytest -q -s tests/learners/test_delivery_at_scale.py tests/learners/test_delivery_killed.py

bench: setup ## performance as ratios, side by side in one run on PostgreSQL
	@scripts/with-postgres $(PY) -m tests.benchmarks

lock: $(UV) ## pin the dependencies again, with hashes and without addresses
	@$(LOCK) --group dev -o requirements-dev.lock
	@$(LOCK) -c requirements-dev.lock -o requirements.lock

clean: ## remove what set-up made; the demonstration data stays in var/
	@rm -rf .uv .venv node_modules static/build
