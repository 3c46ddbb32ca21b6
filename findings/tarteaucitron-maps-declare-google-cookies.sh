#!/usr/bin/env bash
# tarteaucitronjs 1.34.0 (npm), a consent manager whose list of services others take over.
#
# Seen: the services openstreetmap and geoportail declare the eight cookies of the service googlemapsembed, NID and SAPISID among them,
# though neither map is Google's. Visitors read that OpenStreetMap sets Google's cookies. The list also says what is deleted on a refusal,
# and one of the eight is named "sid", which many sites use for their own session. Whoever takes names of cookies from the list should
# compare each service with its own operator first.
#
# Needs: node, npm.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent tarteaucitronjs@1.34.0

cat > probe.mjs <<'PROBE'
import { readFileSync } from 'node:fs';

const tarteaucitron = { services: {}, user: {}, lang: {} };
const list = readFileSync('node_modules/tarteaucitronjs/tarteaucitron.services.js', 'utf8');
new Function('tarteaucitron', 'window', 'document', list)(tarteaucitron, {}, {});

const google = tarteaucitron.services.googlemapsembed.cookies;
const same = Object.values(tarteaucitron.services)
  .filter(({ cookies }) => Array.isArray(cookies) && cookies.join() == google.join())
  .map(({ key, uri }) => `${key} (${new URL(uri).host})`);

console.log(`${Object.keys(tarteaucitron.services).length} services; ${google.join(' ')} are declared by: ${same.join(', ')}`);
const expected = 'googlemapsembed (policies.google.com), openstreetmap (wiki.osmfoundation.org), geoportail (www.ign.fr)';
if (same.join(', ') != expected) {
  console.log(`Changed: expected ${expected}.`);
  process.exit(1);
}
PROBE
node probe.mjs
