// Opens gates by the visitor's choice and keeps that choice. The markup it reads: docs/gating.md.
const self = document.querySelector('script[data-ic-ui]');
// The document keeps its first policy, so scripts of later pages need this nonce, not their own.
const { nonce } = self;
const pendingKey = 'ic_pending';

let state = { granted: [], optional: [], asOf: 0 };
let page; // the page's JSON that was read last
let pending; // a choice that counts before, or without, the server's answer
let post; // the newest post, while it is under way
let address, visit = 0, work = 0, settling, ui, opening, started, stale, leaving;

const done = new Set(); // keys of scripts that ran, or wait for their turn
const used = new WeakSet(); // elements that ran: an element runs once only
const ran = new Set(); // ids of which something ran
const tails = new Map(); // id → its last script

const root = () => document.querySelector('[data-permanent="ic-root"]');
const banner = () => document.querySelector('[data-ic-banner]');
const emit = name => document.dispatchEvent(new CustomEvent(name));
const lost = () => [...ran].some(id => !isGranted(id));

function isGranted(id) {
  const optional = state.optional.includes(id);
  return pending?.action == 'accept-all' && optional
    || state.granted.includes(id) && !(pending?.action == 'reject-all' && optional);
}

// A page's state counts unless a newer one is known. While a post is under way none is taken: the page may have been asked for
// before the choice. It is read again when the post has ended.
function readPage() {
  const text = document.querySelector('script[data-ic-state]')?.textContent;
  if (!text || text == page || post) return;
  page = text;
  if (address != (address = location.pathname + location.search)) visit++;
  const next = JSON.parse(text);
  if (next.asOf >= state.asOf) state = next;
  return true;
}

function apply() {
  if (banner()) banner().hidden = !state.banner || !!pending;
  for (const input of document.querySelectorAll('form[data-ic-form] input[name=category]')) {
    const on = isGranted(input.value);
    // What the visitor switched meanwhile stays, unless the state itself is another than the one rendered.
    if (input.defaultChecked != on && !input.closest('dialog')) input.checked = input.defaultChecked = on;
  }
  // A live region is heard only if it was there before its text.
  if (document.querySelector('form[data-ic-form]')) say('');
  open();
  emit('ic:change');
  settle();
}

// Gates

const keyOf = node => (node.dataset.icKey || node.dataset.ic + ' ' + (node.getAttribute('src') || node.text))
  + (node.dataset.icRun == 'navigation' ? ' ' + visit : '');

// Inline code may still be streaming in; it is whole once anything follows it.
const isLast = node => !node || !node.nextSibling && isLast(node.parentNode);

function open() {
  const waiting = new Set();
  for (const node of document.querySelectorAll('script[type="text/plain"][data-ic]')) {
    const id = node.dataset.ic, key = keyOf(node);
    if (document.readyState == 'loading' && !node.src && isLast(node)) waiting.add(id);
    if (waiting.has(id) || done.has(key) || !isGranted(id)) continue;
    done.add(key);
    work++;
    tails.set(id, (tails.get(id) ?? Promise.resolve()).then(() => run(node, id, key)).catch(console.error));
  }
}

function run(node, id, key) {
  if (!node.isConnected || keyOf(node) != key || !isGranted(id)) {
    done.delete(key);
    return open();
  }
  let script = node, { parentNode, nextSibling } = node;
  if (used.has(node)) {
    // A diff reused the element for another script; it would silently never run again.
    script = document.createElement('script');
    for (const { name, value } of node.attributes) if (name != 'data-permanent') script.setAttribute(name, value);
    script.text = node.text;
    parentNode = document.head;
    nextSibling = null;
  }
  used.add(script);
  ran.add(id);
  script.remove();
  script.nonce = nonce;
  script.type = node.dataset.icType || 'text/javascript';
  const parallel = script.hasAttribute('async');
  // The order is kept by waiting; the browser's own ordered list would make one vendor wait for another.
  script.async = !!script.src;
  const loaded = ended(script);
  parentNode.insertBefore(script, nextSibling);
  return parallel || (script.src ? loaded : script.type == 'module' && afterModules());
}

const ended = script => new Promise(resolve => {
  for (const type of ['load', 'error']) script.addEventListener(type, resolve);
});

// An inline module tells nobody when it ran. Modules run in the order of insertion, so this one, known and never run again, comes after it.
async function afterModules() {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.nonce = nonce;
  script.src = import.meta.url;
  const loaded = ended(script);
  document.head.append(script);
  await loaded;
  script.remove();
}

function settle() {
  return settling ??= (async () => {
    let before;
    do {
      before = work;
      await Promise.all([post?.done, ...tails.values()]);
    } while (before != work || post);
    settling = undefined;
    emit('ic:settled');
  })();
}

// Decisions

// Begun in the task of the click. A newer choice takes the place of one that is still under way: it says all that one did.
async function decide(body) {
  const text = `${body}`, action = body.get('action');
  if (post?.text == text) return;
  post?.controller.abort();
  const mine = post = { text, controller: new AbortController() };
  if (action != 'save') {
    pending = { action };
    apply();
  }
  mine.done = send(body, mine.controller.signal).then(answer => {
    if (post != mine) return;
    post = undefined;
    return keep(answer, action, body.has('category'));
  });
  settle();
  return mine.done;
}

async function send(body, signal) {
  try {
    const answer = await fetch(new URL('decision', new URL(self.dataset.icForm, location)), {
      method: 'POST', body, signal, keepalive: true, headers: { accept: 'application/json' },
    });
    if (answer.ok) return await answer.json();
    console.error((await answer.json()).detail);
  } catch {
    // Offline, replaced, or not our server's answer: the choice is not saved.
  }
}

// 'saved'; or what became of it without the server: 'kept' (a refusal), 'failed' (a grant), 'unchanged' (a mixed choice).
function keep(answer, action, grants) {
  let outcome = 'saved';
  if (answer) {
    store();
    pending = undefined;
    state = answer;
    // What has run cannot be stopped, so the page starts over without it, unless the visitor is on the way to another.
    stale = lost();
    if (stale && !leaving) location.reload();
  } else if (action == 'reject-all' || action == 'save' && !grants) {
    pending = { action: 'reject-all' };
    store('1');
    // Offline a reload would show nothing at all; the next page is loaded in full instead.
    stale = lost();
    outcome = 'kept';
  } else {
    outcome = action == 'save' ? 'unchanged' : 'failed';
    // A refusal whose own post was replaced by this one.
    if (pending?.action == 'reject-all') store('1');
  }
  page = undefined;
  readPage();
  apply();
  return outcome;
}

function store(value) {
  try {
    value ? localStorage.setItem(pendingKey, value) : localStorage.removeItem(pendingKey);
  } catch {
    // Storage is closed to us; the refusal still counts in this document.
  }
}

function stored() {
  try {
    return localStorage.getItem(pendingKey);
  } catch {
    return null;
  }
}

// Told in the root, which navigation leaves alone; the next click takes it away.
function say(text) {
  let status = root()?.querySelector('[role=status]');
  if (!status && root()) {
    status = document.createElement('p');
    status.className = 'ic ic-status';
    status.setAttribute('role', 'status');
    root().append(status);
  }
  if (status && text != status.textContent) status.textContent = text;
}

const load = () => ui ??= import(self.dataset.icUi).catch(() => (ui = undefined));

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('form[data-ic-form]')) return;
  event.preventDefault();
  event.stopPropagation();
  const inBanner = banner()?.contains(form);
  const parts = inBanner ? undefined : load();
  const outcome = await decide(new URLSearchParams(new FormData(form, event.submitter)));
  // Undefined: a newer choice has taken its place.
  if (!outcome) return;
  if (inBanner ? outcome != 'saved' : !(await parts)?.after(form, outcome)) {
    say(form.dataset['ic' + outcome[0].toUpperCase() + outcome.slice(1)]);
  }
}, true);

document.addEventListener('click', async event => {
  if (root()?.querySelector('[role=status]')) say('');
  const opener = event.target.closest?.('[data-ic-open]');
  if (!opener || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (opening) return;
  opening = true;
  const way = opener.getAttribute('formaction');
  try {
    if (await (await load())?.show(opener)) return;
  } finally {
    opening = false;
  }
  location = way ? `${way}?return=${encodeURIComponent(location.pathname + location.search)}` : opener.href;
}, true);

// The form is fetched while the pointer is still on its way.
for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, async event => {
    if (event.target.closest?.('[data-ic-open]')) (await load())?.prefetch();
  }, { passive: true });
}

// Start

function look() {
  const before = work;
  if (readPage()) {
    // A permanent root cannot be filled by navigation: where a banner is due again, only a load brings it.
    if (started && (stale || state.banner && !pending && root() && !banner())) location.reload();
    apply();
  } else {
    open();
  }
  if (before != work) settle();
}

if (stored()) pending = { action: 'reject-all' };
look();
started = true;
if (stored()) decide(new URLSearchParams({ action: 'reject-all' }));
// Two observers: the first gets no attribute records, of which a busy page makes many.
new MutationObserver(look).observe(document, { childList: true, subtree: true });
new MutationObserver(look).observe(document, {
  subtree: true, attributes: true, attributeFilter: ['type', 'src', 'data-ic', 'data-ic-key', 'data-ic-state'],
});
document.addEventListener('DOMContentLoaded', look);
window.navigation?.addEventListener('navigate', event => {
  leaving = !event.destination.sameDocument;
});

window.innovexusConsent = {
  isGranted,
  get settled() {
    return settle();
  },
};
