# Everything a person types: `make demo`, `make test`. Needs python3 (3.11 or newer), make and git.
PYTHON ?= python3
VENV := .venv
OCFL_VENV := .venv-ocfl
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help demo test check bench lock clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 16

demo: $(VENV)/.run ## set up, then archive three days of a sample site and show what was kept
	@$(BIN)/readouts demo

test: $(VENV)/.dev $(OCFL_VENV)/.ready ## set up, then lint, types and the whole suite
	@$(MAKE) --no-print-directory check
	@READOUTS_OCFL_VALIDATOR=$(CURDIR)/$(OCFL_VENV)/bin/ocfl-validate.py $(BIN)/python -m pytest -n 2

check: $(VENV)/.dev ## lint, formatting and types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/.dev $(OCFL_VENV)/.ready ## measure; prints the table that bench/RESULTS.md records
	@$(BIN)/python -m bench

lock: ## resolve the pins anew (needs uv)
	@for set in run dev; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-annotate --quiet --upgrade $$([ $$set = dev ] && echo "--group dev -c requirements/run.txt") \
	    pyproject.toml -o requirements/$$set.txt || exit 1; \
	done
	@for set in build ocfl-validator; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-annotate --quiet --upgrade requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OCFL_VENV) build *.egg-info demo-archive

# install-into ENVIRONMENT REQUIREMENTS: uv where it is there, pip where not; hashes are required by both.
ifneq ($(UV),)
install-into = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(1) && \
	$(UV) pip install --quiet --python $(1)/bin/python --require-hashes -r $(2)
install-project = $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline -e .
else
install-into = $(PYTHON) -m venv $(1) && \
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(2)
install-project = $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--no-deps --no-build-isolation --no-index -e .
endif

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("readouts needs Python 3.11 or newer; set PYTHON=python3.x" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up $(VENV) (once) ..."
	@$(call install-into,$(VENV),requirements/run.txt -r requirements/build.txt)
	@$(install-project)
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "Adding what the tests need ..."
	@$(call install-into,$(VENV),requirements/dev.txt)
	@touch $@

$(OCFL_VENV)/.ready: requirements/ocfl-validator.txt
	@echo "Setting up $(OCFL_VENV), the independent OCFL validator (once) ..."
	@$(call install-into,$(OCFL_VENV),requirements/ocfl-validator.txt)
	@touch $@
