#!/usr/bin/env bash
# How long it takes from saving a release until the preview serves the new page.
#
#   tests/Benchmarks/preview.sh [RELEASES] [EDITS]      default: 10000 releases, 20 edits of each kind
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build preview -c Release --verbosity quiet >&2
dotnet build tests/Benchmarks -c Release --verbosity quiet >&2
exec tests/Benchmarks/bin/Release/net10.0/benchmarks preview "${1:-10000}" "${2:-20}" preview/bin/Release/net10.0/preview.dll theme
