#!/usr/bin/env bash
# Builds everything, installs what the tests need, runs them all. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

tests/install.sh || { echo "The tools for the tests could not be installed." >&2; exit 1; }

dotnet build Advocacy.sln --verbosity quiet || { echo "0 passed, 1 failed"; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# The house style, as .editorconfig has it, beside the tests. Whitespace and style only: the analyzers have run in the build.
{
  dotnet format whitespace Advocacy.sln --no-restore --verify-no-changes --verbosity quiet &&
    dotnet format style --severity warn Advocacy.sln --no-restore --verify-no-changes --verbosity quiet
} >"$results/style.log" 2>&1 &
style=$!

# Playwright's driver stays in the package's folder instead of being copied, 142 MB of it, into every build.
packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
version=$(sed -nE 's/.*"Microsoft.Playwright" Version="([^"]+)".*/\1/p' Directory.Packages.props)
export PLAYWRIGHT_DRIVER_SEARCH_PATH="${packages%/}/microsoft.playwright/$version"

dotnet test tests --no-build --logger "console;verbosity=minimal" 2>&1 | tee "$results/tests.log"
status=${PIPESTATUS[0]}

summary=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$results/tests.log" | tail -1)
passed=$(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$summary")
failed=$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$summary")
if [ -z "$summary" ]; then passed=0 failed=1 status=1; fi
# The style counts as one test.
if wait "$style"; then
  passed=$((passed + 1))
else
  failed=$((failed + 1)) status=1
  cat "$results/style.log" >&2
  echo "The code is not formatted; run: dotnet format whitespace && dotnet format style" >&2
fi
echo "${passed} passed, ${failed} failed"
exit "$status"
