// Development only: shows whoever builds the page which of its gates name an id that is not declared, which scripts stand twice, which
// run before vendors have heard what they must hear first, that the banner is missing, and where refusing is offered less than accepting.
import { isSeen, measure } from './ic-prominence.js';

const declared = new Set(/** @type {Found} */ (document.querySelector('script[data-ic-ids]')).dataset.icIds.split(' '));
const reported = new Set();

// Levenshtein distance.
/** @param {string} from @param {string} to */
function distance(from, to) {
  let row = [...Array(to.length + 1).keys()];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[to.length];
}

/** @param {string} id */
function nearest(id) {
  const [best] = [...declared].map(other => [distance(id, other), other]).sort(([one], [other]) => one - other);
  return best[0] <= Math.max(2, id.length / 3) ? best[1] : undefined;
}

function look() {
  for (const node of document.querySelectorAll('[data-ic], [data-ic-view]')) {
    const id = node.dataset.ic ?? node.dataset.icView;
    if (declared.has(id) || reported.has(id)) continue;
    reported.add(id);
    const near = nearest(id);
    show(`Consent: <${node.localName}> names '${id}', which is neither a category nor a vendor, so it stays off.${near ? ` Did you mean '${near}'?` : ''}`);
  }
}

/** @param {string} text */
function show(text) {
  console.error(text);
  let box = document.getElementById('ic-dev');
  if (!box) {
    box = document.createElement('div');
    box.id = 'ic-dev';
    box.setAttribute('role', 'alert');
    // Properties, which a policy allows where it forbids style attributes.
    Object.assign(box.style, {
      position: 'fixed', inset: '0 0 auto', zIndex: 2147483647, padding: '.75rem 1rem', background: '#8c1218', color: '#fff', font: '600 .9375rem/1.4 system-ui, sans-serif',
    });
    // Outside the body, where navigation does not look.
    document.documentElement.append(box);
  }
  const line = document.createElement('div');
  line.textContent = text;
  box.append(line);
}

// The same snippet for each of several widgets runs once, which is right for a loader and wrong for what fills a place.
function lookForTwins() {
  const counts = new Map();
  for (const node of document.querySelectorAll('script[type="text/plain"][data-ic]:not([data-ic-copy])')) {
    const { ic, icKey } = node.dataset, key = [ic, icKey, node.getAttribute('src') || node.text].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.get(key) != 2 || reported.has(key)) continue;
    reported.add(key);
    console.warn(`Consent: this page contains the same script of '${ic}' (${node.getAttribute('src') || 'inline'}) more than once, and it runs only once. `
      + 'If each copy has to run, give each its own Key (data-ic-key).');
  }
}

function lookForEarlier() {
  const first = document.querySelector('script[data-ic-say]') && document.querySelector('script[data-ic-signals]');
  const early = first && [...document.scripts].find(script => script.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING
    && /^$|javascript$/.test(script.type) && !script.defer);
  if (early) {
    console.warn(`Consent: ${early.getAttribute('src') || 'an inline script'} stands before <ConsentHead />, so it runs before vendors have heard what they must hear first. `
      + 'Move <ConsentHead /> up.');
  }
}

// Not in a frame, where the page around it asks; without a server the banner comes with the application, later than this.
function lookForBanner() {
  if (self == top && !window.icFetch && !document.querySelector('[data-permanent=ic-root]')) {
    show('Consent: this page has no banner, so nobody is asked. Place <ConsentBanner /> (in Razor views <consent-banner />) as the first child of <body>.');
  }
}

const accept = '[name=action][value=accept-all]', refuse = '[name=action][value=reject-all]';

// Each difference once, as soon as what is here now is laid out with its fonts.
let isMeasured = true;
async function lookAtChoices() {
  if (!isMeasured) return;
  isMeasured = false;
  await document.fonts.ready;
  // In no frame that answers a click.
  await new Promise(resolve => (window.requestIdleCallback ?? setTimeout)(resolve));
  isMeasured = true;
  const differences = [...document.querySelectorAll(accept)].some(element => isSeen(/** @type {Found} */ (element))) ? measure(accept, refuse) : [];
  for (const difference of differences) {
    if (reported.has(difference)) continue;
    reported.add(difference);
    console.warn(`Consent: refusing is not offered as accepting is. ${difference[0].toUpperCase()}${difference.slice(1)}. Give both buttons the same style and place.`);
  }
}

function lookAtPage() {
  look();
  lookForTwins();
  lookAtChoices();
}

lookForEarlier();
lookForBanner();
lookAtPage();
new MutationObserver(lookAtPage).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ic', 'data-ic-view'] });
addEventListener('load', lookAtChoices);
