#!/usr/bin/env bash
# Builds everything, installs what the tests need, runs them all. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

tests/install.sh || { echo "The tools for the tests could not be installed." >&2; exit 1; }

dotnet build Advocacy.sln --verbosity quiet || { echo "0 passed, 1 failed"; exit 1; }

# The house style, as .editorconfig has it. Whitespace and style only, about 30 s of processor time in all: the analyzers have run in the build.
style=0
for part in whitespace "style --severity warn"; do
  # shellcheck disable=SC2086
  dotnet format $part Advocacy.sln --no-restore --verify-no-changes --verbosity quiet || style=1
done
[ "$style" = 0 ] || echo "The code is not formatted; run: dotnet format whitespace && dotnet format style" >&2

# Playwright's driver stays in the package's folder instead of being copied, 142 MB of it, into every build.
packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
version=$(sed -nE 's/.*"Microsoft.Playwright" Version="([^"]+)".*/\1/p' Directory.Packages.props)
export PLAYWRIGHT_DRIVER_SEARCH_PATH="${packages%/}/microsoft.playwright/$version"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test tests --no-build --logger "console;verbosity=minimal" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

summary=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$log" | tail -1)
passed=$(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$summary")
failed=$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$summary")
if [ -z "$summary" ]; then passed=0 failed=1 status=1; fi
# The style counts as one test.
if [ "$style" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)) status=1; fi
echo "${passed} passed, ${failed} failed"
exit "$status"
