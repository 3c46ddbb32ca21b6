#!/usr/bin/env bash
# Runs the tests: all of them, or the suites named (core, server, browser). Installs what a bare machine lacks.
set -euo pipefail
cd "$(dirname "$0")/.."

# Suite, project, and the fewest tests it must run: fewer means that some were lost, not that all is well.
suites=(
  "core    Innovexus.Consent.Tests             183"
  "server  Innovexus.Consent.AspNetCore.Tests  137"
  "browser Innovexus.Consent.Browser.Tests     210"
)

chosen="${*:-core server browser}"
for name in $chosen; do
  printf '%s\n' "${suites[@]}" | grep -q "^$name " || { echo "There is no suite '$name'. Use: core, server, browser."; exit 2; }
done

install() {
  if [ -z "${updated:-}" ]; then apt-get update -qq; updated=1; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

agents=tests/Innovexus.Consent.Browser.Tests/Agents
case " $chosen " in *" browser "*)
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || install chromium fonts-dejavu-core
  command -v npm >/dev/null || install nodejs npm
  [ -d $agents/node_modules ] || (cd $agents && npm ci --ignore-scripts --no-audit --no-fund --silent)
esac

results=TestResults
rm -rf $results
dotnet build Innovexus.Consent.sln --nologo -v quiet

status=0
passed=0 failed=0 skipped=0
for line in "${suites[@]}"; do
  read -r name project least <<<"$line"
  case " $chosen " in *" $name "*) ;; *) continue ;; esac
  dotnet test --project "tests/$project" --no-build --minimum-expected-tests "$least" \
    --report-trx --report-trx-filename "$name.trx" --results-directory "$PWD/$results" || { status=1; echo "The suite '$name' failed."; }

  counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null || true)
  [ -n "$counters" ] || { status=1; echo "The suite '$name' left no results."; continue; }
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count notExecuted)))
done

[ ! -f $results/bytes.txt ] || { echo "What a visitor downloads (brotli, published):"; cat $results/bytes.txt; }
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed$([ "$skipped" -eq 0 ] || echo ", $skipped skipped")"
exit $status
