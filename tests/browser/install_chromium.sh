#!/bin/sh
# Installs Debian's Chromium where that is possible; elsewhere the browser tests say why they are skipped.
command -v apt-get >/dev/null || { echo "No apt-get here: install Chromium by hand for the browser tests."; exit 0; }
if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo"
else echo "Not root and no password-free sudo: install Chromium by hand for the browser tests."; exit 0
fi
$as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
