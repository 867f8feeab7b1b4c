#!/usr/bin/env bash
# Installs what the tests need beside the .NET SDK, and nothing that is there already:
# a headless Chromium, Java, Node.js and two browsers of text from Debian's packages; the Nu HTML checker, Azurite (the stand-in for Azure Table Storage) and
# markdown-it from npm, at the versions in package-lock.json.
set -euo pipefail
cd "$(dirname "$0")"

packages=()
[ -x /usr/lib/chromium/chromium-headless-shell ] || packages+=(chromium-headless-shell)
command -v java >/dev/null || packages+=(default-jre-headless)
command -v npm >/dev/null || packages+=(npm)
command -v lynx >/dev/null || packages+=(lynx)
command -v w3m >/dev/null || packages+=(w3m)
if [ ${#packages[@]} -gt 0 ]; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
[ tools/package-lock.json -ot tools/node_modules/.package-lock.json ] 2>/dev/null || npm ci --prefix tools --omit=dev --ignore-scripts --no-audit --no-fund --silent
