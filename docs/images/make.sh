#!/usr/bin/env bash
# Makes the two pictures of the README: the home page and the donate page as the preview serves them, on the day of the campaign.
# Needs chromium-headless-shell, which tests/install.sh installs.
#
#   docs/images/make.sh [INSTANT]      default: 2026-12-01T12:00
set -euo pipefail
cd "$(dirname "$0")/../.."
chromium=/usr/lib/chromium/chromium-headless-shell
[ -x "$chromium" ] || { echo "$chromium is not there; run tests/install.sh." >&2; exit 2; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

work=$(mktemp -d)
preview=
trap '[ -z "$preview" ] || kill "$preview" 2>/dev/null || true; rm -rf "$work"' EXIT

# Port 0 is any free one. An output and a ledger of its own, so that the pictures show no gifts of the person who makes them.
dotnet build preview --verbosity quiet
dotnet preview/bin/Debug/net10.0/preview.dll --port 0 --output "$work/output" --at "${1:-2026-12-01T12:00}" >"$work/log" 2>&1 &
preview=$!
for _ in $(seq 120); do
  address=$(sed -n 's/^Preview: \(http[^ ]*\).*/\1/p' "$work/log")
  [ -n "$address" ] && [ -f "$work/output/giving.json" ] && curl -fs "${address}api/health" >/dev/null && break
  kill -0 "$preview" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 1
done
[ -n "$address" ] || { cat "$work/log" >&2; exit 1; }

# The first 1280 × 1078 points of each. WebP, since the same as PNG would be three times as large.
take() {
  "$chromium" --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking \
    --user-data-dir="$work/chromium" --window-size=1280,1078 --timeout=4000 --screenshot="$PWD/docs/images/$1.webp" "$address$2" 2>>"$work/log"
  echo "docs/images/$1.webp: $(stat -c %s "docs/images/$1.webp") bytes"
}
take home ""
take donate "donate/"
