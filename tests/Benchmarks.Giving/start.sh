#!/usr/bin/env bash
# From start to the first answer: the published functions beside an empty worker published alike, turn about, behind the emulator of the host.
# Then the functions' memory under a minute of load and over ten restarts. Wanted: at most 1.5 times; memory flat.
#     dotnet run --project generator -- build && tests/Benchmarks.Giving/start.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f output/giving.json ] || { echo "There is no output/giving.json; build the site first, with dotnet run --project generator -- build." >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish functions -o "$folder/functions" -v q --nologo
dotnet publish tests/TestWorker -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -o "$folder/empty" -v q --nologo
dotnet run -c Release --project tests/Benchmarks.Giving -- start "$folder/functions" "$folder/empty"
