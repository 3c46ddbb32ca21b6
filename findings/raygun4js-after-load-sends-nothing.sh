#!/usr/bin/env bash
# raygun4js 3.1.4 (npm), an error reporter.
#
# Its read-me shows: import rg4js, call rg4js('apiKey', …) and rg4js('enableCrashReporting', true), and errors are sent; rg4js('boot') is
# "for React Native only".
# One would expect: it makes no difference whether the bundle runs while the page loads or later, as after a choice in a consent banner.
#
# Seen: it does. In a page that has loaded, the package starts while it is imported, before any option can be set, and no option counts
# any more. Nothing is sent, neither for rg4js('send', …) nor for an error that nobody catches, and nothing is said on the console. With
# rg4js('boot') after the options errors are sent.
#
# Needs: node, npm, Chromium (CHROMIUM names one that is not /usr/bin/chromium).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent raygun4js@3.1.4 esbuild@0.28.2 playwright-core@1.64.1

cat > sdk.js <<'SDK'
import rg4js from 'raygun4js';

rg4js('apiKey', 'key');
rg4js('enableCrashReporting', true);
if (window.boot) rg4js('boot');
window.report = () => {
  rg4js('send', { error: new Error('reported') });
  setTimeout(() => { throw new Error('not caught'); });
};
SDK
npx esbuild sdk.js --bundle --format=iife --outfile=sdk.out.js --log-level=error

cat > probe.mjs <<'PROBE'
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

async function reports({ late, boot }) {
  const context = await browser.newContext();
  let sent = 0;
  await context.route('**', route => {
    const { pathname, hostname } = new URL(route.request().url());
    if (hostname == 'shop.test') {
      if (pathname == '/sdk.js') return route.fulfill({ contentType: 'text/javascript', body: readFileSync('sdk.out.js', 'utf8') });
      return route.fulfill({ contentType: 'text/html', body: `<!DOCTYPE html><title>Shop</title><script>boot = ${boot}</script>${late ? '' : '<script src="/sdk.js"></script>'}` });
    }
    if (route.request().method() == 'POST') sent++;
    return route.fulfill({ status: 202, headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' } });
  });
  const page = await context.newPage();
  await page.goto('https://shop.test/');
  if (late) await page.addScriptTag({ url: '/sdk.js' });
  await page.evaluate(() => report());
  // As long as a report may take: those that come are there within a fraction of it.
  await page.waitForTimeout(3000);
  await context.close();
  return sent;
}

const whileLoading = await reports({ late: false, boot: false });
const late = await reports({ late: true, boot: false });
const booted = await reports({ late: true, boot: true });
await browser.close();
console.log(`Reports of two errors: ${whileLoading} where the bundle ran while the page loaded, ${late} where it ran later, ${booted} where it ran later and called boot.`);
if (whileLoading != 2 || late != 0 || booted != 2) {
  console.log('Changed: expected 2, 0 and 2.');
  process.exit(1);
}
PROBE
node probe.mjs
