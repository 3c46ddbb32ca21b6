#!/usr/bin/env bash
# @statsig/js-client 3.33.5 (npm), feature flags.
#
# One would expect: where Statsig's servers cannot be reached, as behind a content blocker, it retries, and asks nobody else.
#
# Seen: it asks https://cloudflare-dns.com/dns-query, a public name server of another company, for other addresses of Statsig, by a POST
# from the visitor's browser. No option was set for that. A site that lists where its visitors' browsers connect has to list it.
#
# Needs: node, npm, Chromium (CHROMIUM names one that is not /usr/bin/chromium).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @statsig/js-client@3.33.5 esbuild@0.28.2 playwright-core@1.64.1

cat > sdk.js <<'SDK'
import { StatsigClient } from '@statsig/js-client';
const client = new StatsigClient('client-key', {});
window.ended = client.initializeAsync();
SDK
npx esbuild sdk.js --bundle --format=iife --outfile=sdk.out.js --log-level=error

cat > probe.mjs <<'PROBE'
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

async function hosts(reachable) {
  const context = await browser.newContext();
  const asked = new Set();
  await context.route('**', route => {
    const { hostname } = new URL(route.request().url());
    if (hostname == 'shop.test') return route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Shop</title>' });
    asked.add(`${route.request().method()} ${hostname}`);
    return reachable
      ? route.fulfill({ json: { feature_gates: {}, dynamic_configs: {}, layer_configs: {}, has_updates: true, time: 1, hash_used: 'djb2' }, headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' } })
      : route.abort('blockedbyclient');
  });
  const page = await context.newPage();
  await page.goto('https://shop.test/');
  await page.addScriptTag({ path: 'sdk.out.js' });
  await page.evaluate(() => ended);
  await context.close();
  return [...asked].sort().join(', ');
}

const reached = await hosts(true);
const blocked = await hosts(false);
await browser.close();
console.log(`Asked where Statsig answers: ${reached}. Where it cannot be reached: ${blocked}.`);
if (reached.includes('cloudflare') || !blocked.includes('POST cloudflare-dns.com')) {
  console.log('Changed: expected cloudflare-dns.com only where Statsig cannot be reached.');
  process.exit(1);
}
PROBE
node probe.mjs
