#!/usr/bin/env bash
# The outside judges, on loopback alone: axe and Lighthouse look at the screens, testssl.sh at the encryption, wapiti and sqlmap
# at the doors. Each first has to find the defects of a planted server. Called by .ci/run; also works by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
have() { command -v "$1" >/dev/null 2>&1; }

if [ "$(id -u)" = 0 ] && have apt-get; then
  export DEBIAN_FRONTEND=noninteractive
  wanted=""
  have testssl || wanted="$wanted testssl.sh bsdextrautils dnsutils openssl"
  have sqlmap || wanted="$wanted sqlmap"
  have wapiti || wanted="$wanted wapiti"
  have chromium || wanted="$wanted chromium"
  if [ -n "$wanted" ]; then apt-get update -q && apt-get install -qy --no-install-recommends $wanted; fi
fi

tools=$(mktemp -d /tmp/counterfoil-judges.XXXXXX)
trap 'rm -rf "$tools"' EXIT
npm i --prefix "$tools" --no-audit --no-fund --no-save lighthouse@12.8.2 >/dev/null
export LIGHTHOUSE="$tools/node_modules/.bin/lighthouse" CF_JUDGES=1

node scripts/build.mjs
npx vitest run --project judges
