#!/usr/bin/env bash
# Builds everything, installs what the tests need, runs them all. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

tests/install.sh || { echo "The tools for the tests could not be installed." >&2; exit 1; }

dotnet build Advocacy.sln --verbosity quiet || { echo "0 passed, 1 failed"; exit 1; }

# The tests write thousands of small files and wait for databases to be safe on disk. In memory, where there is room, they need not.
room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "${room:-0}" -ge 4000000 ]; then
  TMPDIR=/dev/shm
fi
results=$(mktemp -d "${TMPDIR:-/tmp}/advocacy-tests-XXXXXX")
trap 'rm -rf "$results"' EXIT
export TMPDIR=$results

# Programs that live for seconds have no use for counting which code runs most.
export DOTNET_TieredPGO=0

# Playwright's driver stays in the package's folder instead of being copied, 142 MB of it, into every build.
packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
version=$(sed -nE 's/.*"Microsoft.Playwright" Version="([^"]+)".*/\1/p' Directory.Packages.props)
export PLAYWRIGHT_DRIVER_SEARCH_PATH="${packages%/}/microsoft.playwright/$version"

# Every project with tests, as many side by side as the machine has processors; those that take longest begin first.
projects=(tests/Site.Tests tests/Storage.Tests tests/Preview.Tests tests/Functions.Tests tests/Generator.Tests tests/Theme.Tests tests/Content.Tests)
run() {
  dotnet test "$2" --no-build --results-directory "$1" --logger "trx;LogFileName=$(basename "$2").trx" --logger "console;verbosity=minimal"
}
export -f run
printf '%s\n' "${projects[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run "$0" "$1"' "$results" {}
status=$?

# The house style, as .editorconfig has it: all of it but white space was checked by the build.
style() { dotnet format whitespace . --folder --verify-no-changes --exclude '**/obj/' '**/bin/' tests/tools/ .cache/; }

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | sed -E "s/.* $1=\"([0-9]+)\".*/\1/" | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(count passed)
failed=$(count failed)
for project in tests/*.Tests; do
  [ -f "$results/$(basename "$project").trx" ] && continue
  echo "$project did not end with a result." >&2
  failed=$((failed + 1)) status=1
done
[ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1
# The style counts as one test.
if style >&2; then
  passed=$((passed + 1))
else
  failed=$((failed + 1)) status=1
  echo "The code is not formatted; run: dotnet format whitespace && dotnet format style" >&2
fi
echo "${passed} passed, ${failed} failed"
exit "$status"
