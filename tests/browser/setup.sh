#!/usr/bin/env bash
# What the browser's tests need beyond the package index: Debian's Chromium, and axe-core, which judges how a page serves
# those who cannot see it well. Installs what is missing and is done in a moment where nothing is.
#   tests/browser/setup.sh            (as root, or as somebody who may `sudo` without being asked)
#   ONRECORD_CHROMIUM=/path/to/chromium tests/browser/setup.sh      (where the browser is another's or elsewhere)
set -euo pipefail
cd "$(dirname "$0")/../.."
chromium=${ONRECORD_CHROMIUM:-/usr/bin/chromium}

fail() {
    echo "tests/browser/setup.sh: $1" >&2
    exit 1
}

if [ ! -x "$chromium" ]; then
    [ -z "${ONRECORD_CHROMIUM:-}" ] || fail "ONRECORD_CHROMIUM names no program: $chromium"
    command -v apt-get >/dev/null || fail "no Chromium at $chromium and no apt-get to install it with. \
Install Chromium by your system's own means and say where it is: ONRECORD_CHROMIUM=/path/to/chromium make test"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "no Chromium at $chromium, and installing it needs root: apt-get install chromium"
        as_root=(sudo -n)
    fi
    echo "tests/browser/setup.sh: installing chromium (once)" >&2
    "${as_root[@]}" apt-get update -qq
    # A font too: a bare machine has none, and text without one has no width.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-dejavu-core >/dev/null || fail "apt-get could not install chromium"
    [ -x "$chromium" ] || fail "apt-get installed chromium, but there is none at $chromium"
fi

exec .venv/bin/python tests/browser/axe.py
