#!/usr/bin/env bash
# @iabgpp/cmpapi 3.2.0 (npm), the IAB's encoder of GPP strings.
#
# Seen: a US section of which one field was set says MspaCoveredTransaction = 1, "yes", in all seventeen sections from usnat to usmn.
# Every other field that nobody set is 0, "not applicable". A site that is no signatory of the MSPA, and never heard of that field,
# claims by it that the transaction is covered. The specification gives 2 for "no" and no value for "not applicable".
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

let status = 0;
for (const section of ['usnat', 'usca', 'usva', 'usco', 'usut', 'usct', 'usfl', 'usmt', 'usor', 'ustx', 'usde', 'usia', 'usne', 'usnh', 'usnj', 'ustn', 'usmn']) {
  const model = new GppModel();
  model.setFieldValue(section, 'SaleOptOutNotice', 1);
  const { Version, SaleOptOutNotice, GpcSegmentType, Gpc, GpcSegmentIncluded, ...rest } = new GppModel(model.encode()).getSection(section);
  const claimed = Object.entries(rest).filter(([, value]) => [value].flat().some(Boolean)).map(([name, value]) => `${name} = ${value}`).join(', ');
  console.log(`${section}: ${model.encode()}: ${claimed}`);
  if (claimed != 'MspaCoveredTransaction = 1') status = 1;
}
if (status) console.log('Changed: expected MspaCoveredTransaction = 1 alone.');
process.exit(status);
PROBE
node probe.mjs
