# Two commands do everything, set-up included: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run test lock browser sentences

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: .venv/run.stamp ## load the demonstration data once and serve the dashboard on localhost
	$(BIN)/impact demo
	$(BIN)/impact serve

test: .venv/test.stamp browser ## format, lint and every test, as CI does
	PYTHON=$(BIN)/python sh tests/check.sh

lock: .venv/test.stamp ## renew the locked versions (needs `uv` on the path)
	uv pip compile --quiet --universal --generate-hashes --no-strip-extras --python-version 3.11 --no-emit-index-url \
	    --no-header pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-strip-extras --python-version 3.11 --no-emit-index-url \
	    --no-header --extra test -c requirements.txt pyproject.toml -o requirements-test.txt

sentences: .venv/run.stamp ## bring the catalogues of translations up to date (LANGUAGE=it begins one)
	$(BIN)/python -m dashboard.translating $(LANGUAGE)

.venv/run.stamp: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

# The browser tests drive Debian's Chromium; elsewhere any chromium, google-chrome or chrome on the path.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || sh tests/browser/install_chromium.sh
