#!/usr/bin/env bash
# Runs the tests: all of them, or the suites named (core, server, browser, engines). Installs what a bare machine lacks.
# Only where it is named: net11, the server suite and some walks on the runtime of .NET 11.
set -euo pipefail
cd "$(dirname "$0")/.."

# Suite, project, and the fewest tests it must run: fewer means that some were lost, not that all is well.
suites=(
  "core    Innovexus.Consent.Tests             550"
  "server  Innovexus.Consent.AspNetCore.Tests  770"
  "browser Innovexus.Consent.Browser.Tests     650"
  "engines Innovexus.Consent.Engines.Tests     91"
)

chosen="${*:-core server browser engines}"
for name in $chosen; do
  printf '%s\n' "${suites[@]}" "net11 " | grep -q "^$name " || { echo "There is no suite '$name'. Use: core, server, browser, engines, net11."; exit 2; }
done

install() {
  if [ -z "${updated:-}" ]; then apt-get update -qq; updated=1; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

case " $chosen " in *" browser "*|*" net11 "*)
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || install chromium fonts-dejavu-core
  command -v npm >/dev/null || install nodejs npm
  for lock in tests/Innovexus.Consent.Browser.Tests/*/package-lock.json; do
    [ -d "${lock%/*}/node_modules" ] || (cd "${lock%/*}" && npm ci --ignore-scripts --no-audit --no-fund --silent)
  done
esac
case " $chosen " in *" engines "*)
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || install chromium fonts-dejavu-core
  [ -x "${FIREFOX:-/usr/bin/firefox-esr}" ] || install firefox-esr
  command -v WebKitWebDriver >/dev/null || install webkit2gtk-driver
  command -v Xvfb >/dev/null || install xvfb
  command -v pdftotext >/dev/null || install poppler-utils
esac

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

for line in "${suites[@]}"; do
  read -r name project least <<<"$line"
  case " $chosen " in *" $name "*) ;; *) continue ;; esac
  dotnet test --project "tests/$project" --no-build --minimum-expected-tests "$least" \
    --report-trx --report-trx-filename "$name.trx" --results-directory "$PWD/$results" || { status=1; echo "The suite '$name' failed."; }
  add "$name"
done

[ ! -f $results/engines.txt ] || { echo "Engines:"; sort -u $results/engines.txt; }
case " $chosen " in *" net11 "*)
  mkdir -p $results
  bash tests/net11/run.sh "$PWD/$results" || { status=1; echo "The suite 'net11' failed."; }
  add net11-server 770
  add net11-browser 90
esac

[ ! -f $results/bytes.txt ] || { echo "What a visitor downloads (brotli, published):"; cat $results/bytes.txt; }

# Every walk in every hosting model: how many checks it made, or why it cannot be made there. None is missing silently.
hosts="Static StaticWithoutEnhancedNavigation Streaming ServerPages Server WebAssemblyPages WebAssemblyPagesNotPrerendered WebAssembly WebAssemblyNotPrerendered AutoPages Auto PublishedAuto BehindProxy Standalone RazorPages Mvc Island"
walks="first visit,accept,reject,manage,preferences,embed,withdraw,20 navigations,page views,back/forward,second tab,reload,script added and removed,choice in C#,framework late,random steps"
case " $chosen " in *" browser "*)
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
esac

[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
exit $status
