#!/usr/bin/env bash
# Runs the tests: all of them, or the suites named (core, server, vendors, catalogue, browser, engines). Where root runs it on Debian, it
# installs what is missing; anywhere else it lists what to install, and ends with 2.
# Only where it is named: net11, the server suite and some walks on the runtime of .NET 11.
set -euo pipefail
cd "$(dirname "$0")/.."

# Suite, project, and the fewest tests it must run: fewer means that some were lost, not that all is well.
suites=(
  "core    Innovexus.Consent.Tests             980"
  "server  Innovexus.Consent.AspNetCore.Tests  1235"
  "vendors Innovexus.Consent.Vendors.Tests     605"
  "catalogue Innovexus.Consent.Catalogue.Tests 112"
  "browser Innovexus.Consent.Browser.Tests     930"
  "engines Innovexus.Consent.Engines.Tests     91"
)

chosen="${*:-core server vendors catalogue browser engines}"
for name in $chosen; do
  printf '%s\n' "${suites[@]}" "net11 " | grep -q "^$name " || { echo "There is no suite '$name'. Use: core, server, vendors, catalogue, browser, engines, net11."; exit 2; }
done

wanted() { case " $chosen " in *" $1 "*) ;; *) return 1 ;; esac; }

# Suite, the packages of Debian that bring a command, and the command. CHROMIUM and FIREFOX name browsers that stand elsewhere.
chromium=${CHROMIUM:-/usr/bin/chromium}
needs=(
  "catalogue chromium,fonts-dejavu-core $chromium"
  "catalogue nodejs,npm               npm"
  "browser chromium,fonts-dejavu-core $chromium"
  "browser nodejs,npm                 npm"
  "engines chromium,fonts-dejavu-core $chromium"
  "engines firefox-esr                ${FIREFOX:-/usr/bin/firefox-esr}"
  "engines webkit2gtk-driver          WebKitWebDriver"
  "engines xvfb                       Xvfb"
  "engines poppler-utils              pdftotext"
  "net11   chromium,fonts-dejavu-core $chromium"
  "net11   nodejs,npm                 npm"
)

missing() {
  local suite packages command
  for line in "${needs[@]}"; do
    read -r suite packages command <<<"$line"
    if wanted "$suite" && ! command -v "$command" >/dev/null; then echo "$suite $packages $command"; fi
  done
}

if [ -n "$(missing)" ] && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  packages=$(missing | cut -d' ' -f2 | tr ',' '\n' | sort -u)
  # shellcheck disable=SC2086 # One word for each package.
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $packages >/dev/null; } || echo "apt-get could not install everything."
fi
command -v dotnet >/dev/null || { echo "Every suite needs the command 'dotnet': the SDK that global.json names, from https://dot.net."; exit 2; }
if [ -n "$(missing)" ]; then
  echo "Install these commands, then run this again (root on Debian has them installed):"
  missing | while read -r suite packages command; do echo "  $suite needs $command (in Debian: ${packages//,/ })"; done
  echo "CHROMIUM and FIREFOX name browsers that stand elsewhere. The suites core, server and vendors need none of these."
  exit 2
fi

locks=()
if wanted browser || wanted net11; then locks+=(tests/Innovexus.Consent.Browser.Tests/*/package-lock.json); fi
if wanted catalogue; then locks+=(tests/Innovexus.Consent.Catalogue.Tests/package-lock.json); fi
for lock in ${locks[@]+"${locks[@]}"}; do
  # Again where the versions that are named are newer than those that are there.
  [ "${lock%/*}/node_modules/.package-lock.json" -nt "$lock" ] || (cd "${lock%/*}" && npm ci --ignore-scripts --no-audit --no-fund --silent)
done

results=TestResults
rm -rf $results
[ "$chosen" = net11 ] || dotnet build Innovexus.Consent.sln --nologo -v quiet

status=0
passed=0 failed=0 skipped=0
# The results of a suite, and the fewest tests that it must have run.
add() {
  local counters
  counters=$(grep -o '<Counters [^>]*>' "$results/$1.trx" 2>/dev/null || true)
  [ -n "$counters" ] || { status=1; echo "The suite '$1' left no results."; return; }
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count notExecuted)))
  [ "$(count total)" -ge "${2:-0}" ] || { status=1; echo "The suite '$1' ran fewer than $2 tests."; }
}

run() {
  dotnet test --project "tests/$2" --no-build --report-trx --report-trx-filename "$1.trx" --results-directory "$PWD/$results" "${@:3}"
}

# The tests of a suite that failed.
failures() { grep -o '<UnitTestResult [^>]*outcome="Failed"[^>]*>' "$results/$1.trx" 2>/dev/null | sed -n 's/.* testName="\([^"]*\)".*/\1/p' | sed 's/&quot;/"/g' | sort -u; }

# A busy machine now and then keeps a browser waiting for longer than a test has patience. So the few that failed in a suite with browsers
# run once more, alone. What passes then counts as passed, and is named at the end. What fails twice has failed.
again=()
second_chance() {
  local names filters=() name
  names=$(failures "$1")
  [ -n "$names" ] && [ "$(wc -l <<<"$names")" -le 5 ] || return 1
  while read -r name; do filters+=(--filter-method "${name%%(*}"); done <<<"$names"
  echo "Run again: $names"
  run "$1-again" "$2" "${filters[@]}" || return 1
  while read -r name; do again+=("$name"); done <<<"$names"
  passed=$((passed + $(wc -l <<<"$names")))
  failed=$((failed - $(wc -l <<<"$names")))
}

for line in "${suites[@]}"; do
  read -r name project least <<<"$line"
  wanted "$name" || continue
  ended=0
  run "$name" "$project" --minimum-expected-tests "$least" || ended=$?
  add "$name" "$least"
  if [ $ended -ne 0 ]; then
    { [[ $name =~ ^(catalogue|browser|engines)$ ]] && second_chance "$name" "$project"; } || { status=1; echo "The suite '$name' failed."; }
  fi
done

[ ! -f $results/engines.txt ] || { echo "Engines:"; sort -u $results/engines.txt; }
if wanted net11; then
  mkdir -p $results
  bash tests/net11/run.sh "$PWD/$results" || { status=1; echo "The suite 'net11' failed."; }
  add net11-server 785
  add net11-browser 245
fi

[ ! -f $results/bytes.txt ] || { echo "What a visitor downloads (brotli, published):"; cat $results/bytes.txt; }

# Every walk in every hosting model: how many checks it made, or why it cannot be made there. None is missing silently.
hosts="Static StaticWithoutEnhancedNavigation Streaming ServerPages Server WebAssemblyPages WebAssemblyPagesNotPrerendered WebAssembly WebAssemblyNotPrerendered AutoPages Auto PublishedAuto BehindProxy Standalone RazorPages Mvc Island"
walks="first visit,accept,reject,manage,preferences,embed,withdraw,20 navigations,page views,back/forward,second tab,reload,script added and removed,choice in C#,framework late,random steps"
if wanted browser; then
  echo "Walks by hosting model: checks made; - no interactive tree; = the banner comes with the application; + static, 400 steps in a test of their own"
  touch $results/walks.tsv
  awk -F'\t' -v hosts="$hosts" -v walks="$walks" '
    { cell[$1, $2] = $3 == "no interactive tree" ? "-" : $3 == "the banner comes with the application" ? "=" : $3 ~ /^static/ ? "+" : $3 }
    END {
      rows = split(hosts, host, " "); columns = split(walks, walk, ",")
      printf "%-40s", ""
      for (j = 1; j <= columns; j++) printf " %s%s", walk[j], j < columns ? " |" : "\n"
      for (i = 1; i <= rows; i++) {
        printf "%-40s", host[i]
        for (j = 1; j <= columns; j++) {
          text = (host[i], walk[j]) in cell ? cell[host[i], walk[j]] : "EMPTY"
          if (text == "EMPTY") empty++
          printf " %*s%s", length(walk[j]), text, j < columns ? " |" : "\n"
        }
      }
      exit empty > 0
    }' $results/walks.tsv || { status=1; echo "A walk is missing in the table."; }
fi

[ ${#again[@]} -eq 0 ] || { echo "Passed only when run again, alone:"; printf '  %s\n' "${again[@]}"; }
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
exit $status
