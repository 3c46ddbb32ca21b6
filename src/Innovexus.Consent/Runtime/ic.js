// docs/architecture.md
const { nonce, dataset: { ...dataset } } = document.querySelector('script[data-ic-ui]');

let state = { granted: [], optional: [], locked: [], decidedAt: 0, asOf: 0 };
let stale, tidying, visit = 0, asking, post, leaving, work = 0, known, doubt, parsed, address, settling, held, pending, live, started, channel, page, merging, pausing, until = Infinity;

const tails = new Map(), ran = new Set(), told = new Set(), done = new Set(), seen = new Set(), modules = {};

const root = () => document.querySelector('[data-permanent="ic-root"]');
const banner = () => document.querySelector('[data-ic-banner]');
const emit = (name, detail) => document.dispatchEvent(new CustomEvent('ic:' + name, { detail }));
// A page that came from a POST would be posted again: there what ran goes on until the next page, which is a full load.
const posted = () => document.querySelector('[data-ic-posted]');
const reload = () => posted() ? stale = true : location.reload();
const lost = () => [...ran].some(id => !isGranted(id));

// Browsers may remember for a document that a module could not be fetched, so a second try has another address. A page that is left
// ends what is on its way: nothing is said about it. A module that needs others loads them in the same way.
const load = name => modules[name] ??= import(dataset[name]).catch(() => import(`${dataset[name]}?${Date.now()}`)).then(parts => {
  parts.attach?.(load, send);
  return parts;
}, () => {
  modules[name] = undefined;
});

function isGranted(id) {
  const optional = state.optional.includes(id);
  return pending == 'accept-all' && optional || state.granted.includes(id) && !(pending == 'reject-all' && optional);
}

const current = () => ({ ...structuredClone(state), granted: [...new Set([...state.granted, ...state.optional])].filter(isGranted) });

function stored(key, value, area = 'localStorage') {
  try {
    const store = window[area];
    key += dataset.icTail ?? '';
    return value ? store.setItem(key, value) : value == null ? store.getItem(key) : store.removeItem(key);
  } catch {}
}

function readPage() {
  const text = document.querySelector('script[data-ic-state]')?.textContent;
  if (!text || text == page || post) return;
  page = text;
  const next = JSON.parse(text);
  if (!held) {
    if (next.asOf >= state.asOf) take(next);
    if (next.decidedAt == state.decidedAt) state.banner = next.banner;
  }
  return true;
}

function take({ clear, ...next }, text) {
  state = next;
  heed();
  stale ||= lost();
  if (clear || stale && text) tidy(clear ?? [], text);
}

function heed(posting) {
  const on = navigator.globalPrivacyControl, { sale, marked, granted, optional } = state;
  if (!(on ? sale : marked && !started)) return;
  const free = ids => ids.filter(id => !sale?.includes(id));
  state = { ...state, sale: 0, marked: 0, granted: free(granted), optional: free(optional) };
  if (!posting) decide(new URLSearchParams({ action: pending ?? (on ? 'signal' : 'no-signal') }));
}

const cookieTime = () => Math.max(...`; ${document.cookie}`.split(`; ${dataset.icCookie ?? '__Host-ic_consent'}=v1.`).map(text => parseInt(text) || 0));

function behind() {
  const time = cookieTime();
  return !post && !held && (doubt || time != state.decidedAt && time != known);
}

async function sync() {
  const time = cookieTime(), line = channel, next = await send('state');
  // Asked before the page was put away, it answers nothing: the page asks anew.
  if (line != channel) return;
  asking = undefined;
  if (post) return;
  doubt = undefined;
  known = time;
  if (next?.decidedAt > state.decidedAt) pending = stored('ic_pending') && 'reject-all';
  forget();
  take(next ?? (time && time == state.decidedAt ? state : { ...state, granted: [], banner: false }));
  apply();
}

// The banner, and the room that the page keeps for it. A page with a form of choices needs none.
function ask() {
  const isAsked = !!banner() && state.banner && !pending && top == window && !(behind() && cookieTime())
    && !document.querySelector('.ic-live:is(.ic-choices, form):not(dialog *)');
  if (banner()) banner().hidden = !isAsked;
  document.documentElement.dataset.icAsks = isAsked;
}

function apply() {
  ask();
  open();
  if (asking) return;
  const now = current();
  for (const id of now.granted) {
    if (told.has(id)) continue;
    told.add(id);
    seen.add(id);
    emit('grant', { id });
  }
  for (const id of told) {
    if (post || isGranted(id)) continue;
    told.delete(id);
    emit('revoke', { id });
  }
  emit('change', now);
  update();
  settle();
}

function update() {
  live = document.querySelector('.ic-live') ?? (started && document.querySelector('[data-ic-view]'));
  if (live) load('icUi').then(parts => parts?.sync(() => !post && !pending && !held && !stale));
}

const keyOf = node => (node.dataset.icKey || node.dataset.ic + ' ' + (node.getAttribute('src') || node.text))
  + (node.dataset.icRun == 'navigation' ? ' ' + visit : '');

const isLast = node => !node || !node.nextSibling && isLast(node.parentNode);

function open() {
  if (!asking && behind()) {
    asking = tidying = Promise.all([tidying, sync()]);
    work++;
  }
  // What is open already waits for the answer; a copy of it does not load meanwhile.
  if (asking) return document.querySelectorAll('[data-ic-src]').forEach(node => node.icOpen || shut(node));
  const waiting = new Set();
  for (const node of document.querySelectorAll('script[type="text/plain"][data-ic]')) {
    // What comes later comes of another parser: Firefox never runs such an element, nor says so. It needs a copy.
    node.icUsed ??= parsed || visit > 1 || document.readyState == 'complete';
    const id = node.dataset.ic, key = keyOf(node);
    if (document.readyState == 'loading' && !node.src && isLast(node)) waiting.add(id);
    if (waiting.has(id) || done.has(key) || !isGranted(id)) continue;
    done.add(key);
    work++;
    tails.set(id, Promise.resolve(tails.get(id)).then(() => run(node, id, key)).catch(console.error));
  }
  for (const node of document.querySelectorAll('[data-ic-src]')) {
    const shown = () => isGranted(node.dataset.ic) || !!node.icOnce && state.optional.includes(node.dataset.ic);
    if (!shown()) shut(node);
    else if (node.getAttribute('src') != node.dataset.icSrc) load('icGates').then(parts => parts?.show(node, shown));
  }
}

// At once, since it may be a copy that somebody has kept of an open gate. Out of the document, so that nothing of it enters the history.
function shut(node) {
  node.icOpen = false;
  if (!node.hasAttribute('src')) return;
  const { parentNode, nextSibling } = node;
  node.remove();
  node.removeAttribute('src');
  parentNode.insertBefore(node, nextSibling);
}

// What needs more than to be put back as it stands: a copy, the end of an inline module, events that are over, what is no script.
const isRare = ({ icUsed, src, dataset: { icType, icReplay } }) => icUsed || icReplay != null || icType && !(src && icType == 'module');

// After a click, what is to run must not hold up the frame that answers it: scripts with an address go out at once, for a moment; what
// runs right here waits for the frame, and goes on in slices. A hidden page has no frames, and one that is left no time.
const pause = () => pausing ??= new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 99);
  addEventListener('pagehide', resolve);
}).then(() => {
  pausing = undefined;
  until = performance.now() + 8;
});

async function run(node, id, key) {
  const rare = isRare(node), insert = rare && await (await load('icScripts'))?.prepare(node);
  while (pausing && !node.src || performance.now() > until) await pause();
  const retry = asking || behind() || !node.isConnected || keyOf(node) != key || !isGranted(id);
  if (retry || rare && !insert) {
    done.delete(key);
    return retry && open();
  }
  ran.add(id);
  return insert ? insert(put, nonce) : put(node, node, node.dataset.icType);
}

// Puts a script into its place, where it runs. Fulfils when it has ended, or is not waited for.
async function put(script, { parentNode, nextSibling }, type) {
  script.icUsed = true;
  script.remove();
  script.nonce = nonce;
  script.type = type || 'text/javascript';
  const parallel = script.hasAttribute('async'), ended = script.src && new Promise(resolve => {
    for (const type of ['load', 'error']) script.addEventListener(type, resolve);
    // Some end without an event: what never was fetched, for example. Those behind it do not wait for ever.
    setTimeout(resolve, 10000);
  });
  script.async = !!script.src;
  parentNode.insertBefore(script, nextSibling);
  // Shut again: the browser has taken what it needs, and a copy of the page holds a gate instead of a script.
  script.type = 'text/plain';
  script.async = parallel;
  if (!parallel && (!script.noModule || type == 'module')) await ended;
}

// A gated script comes when the document is complete, where writing would replace the page.
for (const name of ['write', 'writeln', 'open']) {
  const write = document[name];
  document[name] = (...texts) => {
    const { src, dataset } = document.currentScript ?? {};
    if (!dataset?.ic) return write.apply(document, texts);
    console.error(`Consent: ${src || 'an inline script'} of '${dataset.ic}' calls document.${name}: ignored.`);
  };
}

function settle() {
  return settling ??= (async () => {
    for (let before; before != work || post;) {
      before = work;
      await Promise.all([post?.done, tidying, ...tails.values()]);
    }
    settling = undefined;
    until = Infinity;
    emit('settled', { held: !!held });
  })();
}

// clicked: the frame that answers the click comes before the post, the events and other tabs.
async function decide(body, texts, clicked) {
  const text = `${body}`, action = body.get('action'), whole = action.endsWith('-all');
  if (post?.text == text) return post.done;
  // What replaces a choice is sent at once; what only changes something waits for the choice before.
  if (!whole && action != 'save') {
    if (pending && !post) decide(new URLSearchParams({ action: pending }));
    while (post) await post.done;
    if (pending) return 'unchanged';
  }
  heed(1);
  post?.abort();
  if (navigator.globalPrivacyControl) body.set('gpc', 1);
  const aborter = new AbortController(), mine = post = { text, abort: () => aborter.abort() };
  if (whole) {
    pending = action;
    forget();
    ask();
    open();
  }
  mine.done = (async () => {
    if (clicked) {
      until = performance.now() + 4;
      await pause();
    }
    if (post != mine) return;
    if (whole) apply();
    const answer = await send('decision', { method: 'POST', body, signal: aborter.signal });
    const hidden = answer && cookieTime() < answer.decidedAt, kept = hidden && await explain(answer);
    if (post != mine) return;
    post = undefined;
    held = hidden && !kept;
    if (kept) known = cookieTime();
    return keep(answer, action, whole, body, texts);
  })();
  settle();
  return mine.done;
}

// The choice is saved, but the cookie is not here: whether the server sees it, and why.
const explain = async answer => (await load('icHeld'))?.explain(send, answer.decidedAt);

async function send(path, options) {
  const ask = more => (window.icFetch ?? fetch)(dataset.icBase + path, { ...options, ...more, headers: { accept: 'application/json' } });
  try {
    // A post outlives its page, unless the page has too much of that on its way already.
    const answer = await (options ? ask({ keepalive: true }).catch(() => navigator.onLine && ask()) : ask());
    if (answer.ok) return await answer.json();
    console.error((await answer.json()).detail);
  } catch {}
}

async function keep(answer, action, whole, body, texts) {
  if (answer) {
    stored('ic_pending', '');
    pending = undefined;
    if (action != 'change' || body.has('refuse')) forget();
    take(answer, !held && texts?.icSaved);
    readPage();
    apply();
    channel?.postMessage({ answer });
    await tidying;
    if (lost() && !post) leaving ? setTimeout(reload, 2000) : reload();
    return held ? 'held' : lost() && posted() ? 'later' : 'saved';
  }
  const kept = action == 'reject-all' || action == 'save' && !body.has('category') && !body.has('vendor');
  if (kept) pending = 'reject-all';
  if (pending == 'reject-all') {
    stored('ic_pending', '1');
    channel?.postMessage({ pending });
  }
  stale ||= lost();
  readPage();
  apply();
  return kept ? 'kept' : whole ? 'failed' : 'unchanged';
}

function tidy(vendors, text) {
  work++;
  tidying = Promise.race([
    Promise.all([tidying, load('icClear').then(parts => parts?.clear(vendors, seen, isGranted, stale && { text })).catch(console.error)]),
    new Promise(resolve => setTimeout(resolve, 3000)),
  ]);
}

function forget() {
  for (const node of document.querySelectorAll('[data-ic-src]')) node.icOnce = false;
}

function say(text) {
  const status = root()?.querySelector('[role=status]');
  if (status && text != status.textContent) status.textContent = text;
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (stale) delete form.dataset.enhance;
  if (!form.matches('form[data-ic-form]')) return;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  if (!body.has('action')) return;
  event.preventDefault();
  event.stopPropagation();
  const inBanner = banner()?.contains(form), parts = inBanner || load('icUi');
  const outcome = await decide(body, form.dataset, true);
  if (outcome && (inBanner ? outcome != 'saved' : !(await parts)?.after(form, outcome))) say(form.getAttribute('data-ic-' + outcome));
}, true);

async function openPreferences(opener) {
  // A download has left nothing; a navigation that begins while this waits goes first.
  leaving = false;
  if (!await (await load('icUi'))?.show(opener) && !leaving) location = `${dataset.icPage}?return=${encodeURIComponent(address)}`;
}

document.addEventListener('click', event => {
  say('');
  const opener = event.target.closest?.('[data-ic-open], [data-ic-once]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  // Page swappers follow links by themselves, also where the click was dealt with.
  if (opener.href) event.stopPropagation();
  openPreferences(opener);
}, true);

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, async event => {
    if (event.target.closest?.('[data-ic-open]')) (await load('icUi'))?.prefetch();
  });
}

// Enhanced navigation changes the address first, and merges the page when it is here: until then the document is the old page's. The
// framework may come later than this.
function follow() {
  if (merging != null || !window.Blazor?.addEventListener) return;
  merging = false;
  Blazor.addEventListener('enhancednavigationstart', () => {
    merging = true;
  });
  Blazor.addEventListener('enhancedload', () => look(merging = false));
}

function look() {
  follow();
  heed();
  const before = work, moved = !merging && address != (address = location.pathname + location.search);
  if (moved) visit++;
  const fresh = readPage();
  // A router has gone on in the same document: its address is asked for by GET.
  if (moved && !fresh) posted()?.removeAttribute('data-ic-posted');
  if (fresh || moved) {
    if (started && (stale || top == window && state.banner && !pending && !held && root() && !banner())) reload();
    apply();
  } else {
    if (state.banner) ask();
    open();
  }
  if (!live?.isConnected) update();
  if (before != work) settle();
  parsed = document.readyState != 'loading';
}

// A page that was put away asks what happened meanwhile: its cookie may not be readable, or not be the newest yet. What was on its way
// then has ended.
function connect(doubtful) {
  doubt = doubtful;
  leaving = post = settling = asking = tidying = undefined;
  try {
    channel = new BroadcastChannel(dataset.icBase);
    channel.onmessage = ({ data }) => {
      if (post) return;
      forget();
      pending = data.pending;
      if (data.answer?.asOf >= state.asOf) take(data.answer);
      stale ||= lost();
      apply();
    };
  } catch {}
  const kept = stored('ic_pending');
  if (kept) pending = 'reject-all';
  look();
  started = true;
  if (kept) decide(new URLSearchParams({ action: pending }));
}

// A page that was made in advance may be older than a choice whose cookie cannot be read.
function start(doubtful) {
  connect(doubtful);
  if (stored('ic_clear', null, 'sessionStorage')) load('icClear').then(parts => parts?.again(isGranted, say));
  new MutationObserver(look).observe(document, {
    childList: true, subtree: true, attributeFilter: ['type', 'src', 'data-ic', 'data-ic-key', 'data-ic-src', 'data-ic-state'],
  });
  document.addEventListener('DOMContentLoaded', () => look(update()));
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => channel?.close());
  addEventListener('pageshow', event => event.persisted && connect(true));
}

(window.navigation ?? window).addEventListener(window.navigation ? 'navigate' : 'beforeunload', ({ destination, downloadRequest }) => {
  leaving = !destination?.sameDocument && downloadRequest == null;
});

window.innovexusConsent = {
  isGranted,
  openPreferences,
  get state() {
    return current();
  },
  get settled() {
    return settle();
  },
  async closePreferences() {
    (await modules.icUi)?.close();
  },
  async decide(choice) {
    const body = typeof choice == 'string' ? new URLSearchParams({ action: choice }) : (await load('icUi'))?.change(choice) ?? choice;
    if (body.get) await decide(body);
    return current();
  },
};

if (document.prerendering) document.addEventListener('prerenderingchange', () => start(!cookieTime()));
else start();
