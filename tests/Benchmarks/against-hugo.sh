#!/usr/bin/env bash
# The whole command against Hugo from Debian's package (apt-get install hugo), on the same files and for the same pages:
# both in turn, each time into a new folder, several rounds; the medians, and the ratios of each round's pair.
#
#   tests/Benchmarks/against-hugo.sh [ROUNDS] [RELEASES…]      default: 5 rounds of 100, 1000 and 10000 releases
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD rounds=${1:-5}
[ $# -gt 0 ] && shift
sizes=("${@:-100}")
[ $# -gt 0 ] || sizes=(100 1000 10000)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
for tool in hugo time; do
  [ -n "$(type -P $tool)" ] || { echo "$tool is not installed; run apt-get install $tool." >&2; exit 2; }
done

# In memory where there is room, so that no disk is measured; on a disk both wait alike.
work=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/against-hugo-XXXXXX")
trap 'rm -rf "$work"' EXIT
dotnet publish generator -c Release -o "$work/generator" --verbosity quiet >&2
dotnet build tests/Benchmarks -c Release --verbosity quiet >&2

# Seconds by the clock, seconds of processor time, megabytes at the most.
measure() {
  local TIMEFORMAT='%3R %3U %3S' spent
  spent=$( { time command time -f %M -o "$work/peak" "$@" >"$work/said" 2>&1; } 2>&1 ) || { cat "$work/said" >&2; exit 1; }
  echo "$spent $(cat "$work/peak")" | awk '{ printf "%.3f %.3f %.1f\n", $1, $2 + $3, $4 / 1024 }'
}

# Hugo looks for its home page, its data and its lists by year elsewhere.
prepare() {
  local site=$1 count=$2 year
  tests/Benchmarks/bin/Release/net10.0/benchmarks corpus "$count" "$site/input"
  cp -r tests/Benchmarks/hugo/. "$site"
  mkdir "$site/home" "$site/organisation"
  cp "$site/input/index.md" "$site/home/_index.md"
  cp "$site/input/site.yml" "$site/organisation/organisation.yml"
  for year in $(grep -rhoP '^Published: \K[0-9]{4}' "$site/input/press-releases" | sort -u); do
    mkdir -p "$site/years/$year"
    printf -- '---\nTitle: Press releases of %s\nYear: "%s"\n---\n' "$year" "$year" >"$site/years/$year/_index.md"
  done
}

ours() { measure "$work/generator/generator" build --input input --theme "$root/theme" --output "$1"; }
hugos() { measure hugo --quiet --destination "$1"; }

# Of the numbers that come in.
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

echo "$(hugo version)"
echo "$(nproc) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1 /proc/loadavg) at the start; $rounds rounds"
echo
echo "| Releases | Pages | Wall, ours | Wall, Hugo | Ratio | Processor, ours | Processor, Hugo | Ratio | Peak, ours | Peak, Hugo |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for count in "${sizes[@]}"; do
  site="$work/$count" results="$work/$count.txt"
  mkdir "$site"
  prepare "$site" "$count"
  cd "$site"
  # Once unmeasured: both have the files in memory, and ours has drawn the one picture that all pages share.
  ours warm-ours >/dev/null; hugos warm-hugo >/dev/null
  pages="$(find warm-ours -name '*.html' | wc -l) / $(find warm-hugo -name '*.html' | wc -l)"
  rm -rf warm-ours warm-hugo
  for round in $(seq "$rounds"); do
    # Whoever goes first may find the machine warmer or colder.
    if [ $((round % 2)) = 1 ]; then a=$(ours "ours-$round"); b=$(hugos "hugo-$round"); else b=$(hugos "hugo-$round"); a=$(ours "ours-$round"); fi
    rm -rf "ours-$round" "hugo-$round"
    echo "$a $b" >>"$results"
  done
  cd "$root"
  column() { awk "{ print $1 }" "$results" | median; }
  printf '| %s | %s | %.3f s | %.3f s | **%.2f** | %.3f s | %.3f s | **%.2f** | %.0f MB | %.0f MB |\n' "$count" "$pages" \
    "$(column '$1')" "$(column '$4')" "$(column '$4/$1')" "$(column '$2')" "$(column '$5')" "$(column '$5/$2')" "$(column '$3')" "$(column '$6')"
  rm -rf "$site"
done
