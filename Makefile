# Kursløp. «make run» starter alt, «make test» kjører alle kontroller og tester.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python

.PHONY: help run setup setup-test test test-long bench rows lint format check clean
.DEFAULT_GOAL := help

help:
	@echo "make run        start Kursløp (PORT=8000), Ctrl-C stopper"
	@echo "make test       alle kontroller og tester, korte tellinger"
	@echo "make test-long  det samme med fulle tellinger"
	@echo "make rows       hvilke rader av oppdraget siste fulle kjøring viser"
	@echo "make bench      målte tider"
	@echo "make lint       bare kontrollene av koden;  make format  rett formen"
	@echo "make check      kontrollene og databasens egne prøver, uten testene"
	@echo "make clean      fjern miljø og mellomlagre (dataene i var/ blir)"

setup:
	@"$(PYTHON)" tools/bootstrap.py

setup-test:
	@"$(PYTHON)" tools/bootstrap.py --dev

run: setup
	@exec $(PY) -m amo.supervisor --die-with-parent

test: setup-test
	@exec $(PY) -m tools.checks --counts short

test-long: setup-test
	@exec $(PY) -m tools.checks --counts full

check: setup-test
	@exec $(PY) -m tools.checks --no-tests

bench: setup-test
	@exec $(PY) -m tools.checks --bench

rows: setup-test
	@exec $(PY) -m tests.rows

lint: setup-test
	@exec $(PY) -m tools.checks --lint

format: setup-test
	@$(PY) -m ruff format -q . && $(PY) -m ruff check -q --fix .

clean:
	@rm -rf .venv node_modules staticfiles .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -not -path './var/*' -prune -exec rm -rf {} +
