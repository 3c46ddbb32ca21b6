#!/usr/bin/env bash
# highlight.run 10.7.5 (npm), a session recorder.
#
# Its type declarations say of the option sessionCookie: "By default, session data is stored in the sessionStorage of the browser. Set to
# true to store session data in a cookie instead. This can help with compliance for cookie-consent regulation."
# One would expect: without the option the session lies in sessionStorage alone, with it in cookies alone.
#
# Seen: without the option the session lies in localStorage, where it outlives the visit. With it the session lies in localStorage all the
# same, and in cookies as well. So the option adds cookies, and takes no storage away.
#
# Needs: node, npm, Chromium (CHROMIUM names one that is not /usr/bin/chromium).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent highlight.run@10.7.5 esbuild@0.28.2 playwright-core@1.64.1

cat > sdk.js <<'SDK'
import { H } from 'highlight.run';
window.H = H;
SDK
npx esbuild sdk.js --bundle --format=iife --outfile=sdk.out.js --log-level=error

cat > probe.mjs <<'PROBE'
import { chromium } from 'playwright-core';

const answer = { data: { initializeSession: { secure_id: 'abcdefghijklmnopqrstuvwxyz01', project_id: '1' } } };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-blink-features=AutomationControlled'] });
const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version().split('.')[0]}.0.0.0 Safari/537.36`;

async function places(options) {
  const context = await browser.newContext({ userAgent });
  await context.route('**', route => route.request().url().startsWith('https://shop.test/')
    ? route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><title>Shop</title>' })
    : route.fulfill({ json: answer, headers: { 'Access-Control-Allow-Origin': 'https://shop.test', 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Headers': '*' } }));
  const page = await context.newPage();
  await page.goto('https://shop.test/');
  await page.addScriptTag({ path: 'sdk.out.js' });
  await page.evaluate(options => { H.init('1', options); }, options);
  await page.waitForFunction(() => [localStorage, sessionStorage].some(storage => Object.keys(storage).some(key => key.startsWith('sessionData_'))) || document.cookie.includes('sessionData_'));
  const found = await page.evaluate(() => ({
    localStorage: Object.keys(localStorage), sessionStorage: Object.keys(sessionStorage), cookies: document.cookie.split('; ').map(pair => pair.split('=')[0]),
  }));
  await context.close();
  return Object.keys(found).filter(place => found[place].some(name => name.startsWith('sessionData_'))).join(' and ');
}

const byDefault = await places({});
const withCookie = await places({ sessionCookie: true });
await browser.close();
console.log(`By default the session lies in: ${byDefault}. With sessionCookie: true in: ${withCookie}.`);
if (byDefault != 'localStorage' || withCookie != 'localStorage and cookies') {
  console.log('Changed: expected localStorage, then localStorage and cookies.');
  process.exit(1);
}
PROBE
node probe.mjs
