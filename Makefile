# Two commands matter: `make demo` and `make test`. Everything else serves them.
# Needs git, make and any python3 >= 3.9; the rest is fetched by package name into this folder.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

ADDR ?= localhost:8000
PY := .venv/bin/python
PYTEST := .venv/bin/pytest

.PHONY: help setup demo run test test-postgres lint format bench lock clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: .venv/.ready static/build/.ready ## Python, packages and the design system, all inside this folder

.uv/bin/uv:
	@scripts/bootstrap-uv

.venv/.ready: .uv/bin/uv requirements-dev.lock .python-version
	@echo "Setting up Python packages (pinned by hash)"
	@.uv/bin/uv venv --quiet --allow-existing --python "$$(cat .python-version)" .venv
	@.uv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes requirements-dev.lock
	@touch $@

static/build/.ready: .venv/.ready package-lock.json static/build.mjs $(wildcard static/css/*.scss static/js/*.js static/js/components/*.js)
	@echo "Building the design system"
	@scripts/npm ci --silent
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
	@$(PYTEST) -n auto

test-postgres: setup ## every test on PostgreSQL: a throwaway cluster, or DATABASE_URL
	@scripts/ensure-browser
	@scripts/with-postgres $(PYTEST) -n auto

lint: setup ## format, lint, types, import contracts, templates, migrations, deployment checks
	@scripts/lint

format: setup ## mend what a tool can mend
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix . && git ls-files 'templates/*.html' | xargs .venv/bin/djhtml -q -t 2

bench: setup ## performance as ratios, side by side in one run on PostgreSQL
	@scripts/with-postgres $(PY) -m tests.benchmarks

lock: .uv/bin/uv ## pin the dependencies again, with hashes and without addresses
	@.uv/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --no-emit-index-url --no-header -p 3.13 -q -o requirements-dev.lock
	@.uv/bin/uv pip compile pyproject.toml -c requirements-dev.lock --universal --generate-hashes --no-annotate --no-emit-index-url --no-header -p 3.13 -q -o requirements.lock

clean: ## remove what set-up made; the demonstration data stays in var/
	@rm -rf .uv .venv node_modules static/build
