#!/bin/sh
# Runs every check, says at the end which failed, and never stops at the first.
PYTHON="${PYTHON:-python}"
failed=""
"$PYTHON" -m ruff format --check . || failed="$failed format"
"$PYTHON" -m ruff check . || failed="$failed lint"
"$PYTHON" -m pytest -n auto || failed="$failed tests"
[ -z "$failed" ] || { echo "Failed:$failed"; exit 1; }
