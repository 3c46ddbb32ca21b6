#!/usr/bin/env bash
# @iabgpp/cmpapi 3.2.0 (npm), the IAB's encoder of GPP strings.
#
# Seen: a single value that a field cannot hold raises a ValidationError. A list of the wrong length does not. Values too many are
# dropped, and values that lack are written as 0, "not applicable". In usnat the length depends on the field Version: writing
# Version = 1 after sixteen kinds of sensitive data drops the last four, and the third age group of children, from what was set before.
# Whoever copies a list from one section to another, or writes an older version, loses opt-outs without an error.
#
# Needs: node, npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @iabgpp/cmpapi@3.2.0

cat > probe.mjs <<'PROBE'
import { GppModel } from '@iabgpp/cmpapi';

const kinds = 'SensitiveDataProcessing', children = 'KnownChildSensitiveDataConsents';
const again = (model, section, field) => new GppModel(model.encode()).getFieldValue(section, field);
let status = 0;
function expect(what, seen, expected) {
  console.log(`${what}: ${JSON.stringify(seen)}`);
  if (JSON.stringify(seen) != JSON.stringify(expected)) {
    console.log(`Changed: expected ${JSON.stringify(expected)}.`);
    status = 1;
  }
}

const single = new GppModel();
let error;
try {
  single.setFieldValue('usca', 'SaleOptOut', 3);
} catch ({ name, constructor }) {
  error = constructor.name;
}
expect('a value that SaleOptOut of usca cannot hold', error, 'ValidationError');

const long = new GppModel();
long.setFieldValue('usca', kinds, [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
expect('twelve kinds in usca, which has nine', again(long, 'usca', kinds), [1, 1, 1, 1, 1, 1, 1, 1, 1]);

const short = new GppModel();
short.setFieldValue('usca', kinds, [1, 1]);
expect('two kinds in usca', again(short, 'usca', kinds), [1, 1, 0, 0, 0, 0, 0, 0, 0]);

const national = new GppModel();
national.setFieldValue('usnat', kinds, Array(16).fill(1));
national.setFieldValue('usnat', children, [1, 1, 1]);
national.setFieldValue('usnat', 'Version', 1);
expect('sixteen kinds in usnat, then Version 1', again(national, 'usnat', kinds), Array(12).fill(1));
expect('three age groups in usnat, then Version 1', again(national, 'usnat', children), [1, 1]);
process.exit(status);
PROBE
node probe.mjs
