#!/usr/bin/env bash
# @segment/analytics-next 1.84.3 (npm), which collects events.
#
# reset() is for the moment when a visitor signs out or objects: it forgets the visitor, and a new anonymousId is made.
# One would expect: after reset() nothing in the browser holds the old anonymousId, and it is not sent any more.
#
# Seen: an event whose request has not ended when the page is left is kept in localStorage persisted-queue:v1:<key>:dest-Segment.io:items,
# with the old anonymousId in it, also where reset() was called before. The next page sends it from there. The name of the key is not among
# those that a list of Segment's cookies and keys (ajs_*) would have cleared.
#
# Needs: node, npm, Chromium (CHROMIUM names one that is not /usr/bin/chromium).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @segment/analytics-next@1.84.3 esbuild@0.28.2 playwright-core@1.64.1

cat > sdk.js <<'SDK'
import { AnalyticsBrowser } from '@segment/analytics-next';
window.analytics = AnalyticsBrowser.load({ writeKey: 'key' });
SDK
npx esbuild sdk.js --bundle --format=iife --outfile=sdk.out.js --log-level=error

cat > probe.mjs <<'PROBE'
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const settings = { integrations: { 'Segment.io': { apiKey: 'key', apiHost: 'api.segment.io/v1' } } };
const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext();
let slow = true;
const sent = [];
await context.route('**', route => {
  const request = route.request();
  const { pathname, hostname } = new URL(request.url());
  if (pathname == '/sdk.js') return route.fulfill({ contentType: 'text/javascript', body: readFileSync('sdk.out.js', 'utf8') });
  if (hostname == 'shop.test') return route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Shop</title><script src="/sdk.js"></script>' });
  if (hostname == 'cdn.segment.com') return route.fulfill({ json: settings, headers: cors });
  if (request.method() == 'POST') sent.push(request.postDataJSON());
  // The first page is left before its request has an answer.
  return slow ? undefined : route.fulfill({ json: {}, headers: cors });
});
const page = await context.newPage();
await page.goto('https://shop.test/');
await page.evaluate(() => { analytics.track('before'); });
while (!sent.length) await page.waitForTimeout(20);
const old = sent[0].anonymousId;
await page.evaluate(() => analytics.reset());

slow = false;
sent.length = 0;
await page.goto('https://shop.test/next');
await page.evaluate(() => analytics.track('after'));
while (!sent.some(event => event.event == 'after')) await page.waitForTimeout(20);
const now = sent.find(event => event.event == 'after').anonymousId;
const end = Date.now() + 30000;
while (!sent.some(event => event.anonymousId == old) && Date.now() < end) await page.waitForTimeout(20);
const again = sent.filter(event => event.anonymousId == old).map(event => event.event);
await browser.close();
console.log(`After reset() and a navigation: a new anonymousId is ${now != old ? 'used' : 'not used'}; with the old one there was sent: ${again.join(', ') || 'nothing'}.`);
if (now == old || again.join() != 'before') {
  console.log('Changed: expected a new one, and the event "before" with the old one.');
  process.exit(1);
}
PROBE
node probe.mjs
