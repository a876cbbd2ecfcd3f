# What a newcomer needs: `make spar` opens a bout on the example, `make test` passes the tests, `make check` reads the code.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: spar test check format snapshots bench clean

spar: $(READY)
	@$(BIN)/sparring spar examples/growth-squad/draft.md --context examples/growth-squad/strategy

test: $(READY)
	@$(BIN)/pytest -n auto

check: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

snapshots: $(READY)
	@$(BIN)/pytest -n auto tests/tui --snapshot-update

bench: $(READY)
	@for each in benchmarks/bench_*.py; do $(BIN)/python $$each || exit 1; done

clean:
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(READY): pyproject.toml
	@echo "Setting up in $(VENV) (once; about a minute) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)
