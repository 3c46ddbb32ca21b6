// The runtime: one module on every page. It knows the state, opens gates, asks, and keeps choices; what only some pages need is in
// modules of its own, which it loads. Why it does what it does: docs/architecture.md.

// ─── What the page says of it, copied: enhanced navigation may make another script of its element ───

const { nonce, dataset: { ...dataset } } = /** @type {Found} */ (document.querySelector('script[data-ic-ui]'));

// ─── What is known ───

/** The state that counts, without the choice that is not saved yet. @type {State} */
let state = { granted: [], optional: [], locked: [], banner: false, decidedAt: 0, asOf: 0 };

/** The choice that is not saved yet: 'accept-all' or 'reject-all'. It lies over every state. @type {any} */
let pending;

/** The post that is under way. @type {Post | undefined} */
let post;

/** The cookie of the last answer did not arrive: the choice counts for this document only. @type {boolean | undefined} */
let isHeld;

/** Something runs that may not, so the next navigation is a full load. @type {boolean | undefined} */
let isStale;

/** The page's state as text, when it was read last. @type {string | undefined} */
let pageText;

/** The cookie's time that the server was asked for. @type {number | undefined} */
let knownTime;

/** The question under way. @type {Promise<unknown> | undefined} */
let question;

/** The cookie need not tell what was decided meanwhile. @type {boolean | undefined} */
let isDoubtful;

// ─── What was done ───

/** Keys of gates that have run, and ids of which something ran. */
const ranKeys = new Set(), ranIds = new Set();

/** Ids that `ic:grant` has told, and those that were granted in this document. */
const toldIds = new Set(), grantedIds = new Set();

/** The last script of each id, which the next one waits for. */
const tails = new Map();

/** A count of what was begun, by which settling sees that something came meanwhile. */
let begun = 0;

/** What a load waits for, and `settled` too: telling vendors and deleting. @type {Promise<unknown> | undefined} */
let clearing;

/** @type {Promise<void> | undefined} */
let settling;

/** The pause that a click has asked for. @type {Promise<void> | undefined} */
let pausing;

/** Ends that pause at once. @type {((value?: unknown) => void) | undefined} */
let endPause;

/** Until when scripts may run without one, once there was a click. */
let until = Infinity;

// ─── Where the visitor is ───

/** The address that was looked at last, and how often it has changed. */
let address = '', visit = 0;

/** Enhanced navigation has changed the address and not yet the page; undefined while its framework is not here. @type {0 | 1 | undefined} */
let isMerging;

/** The visitor is on the way elsewhere. @type {boolean | undefined} */
let isLeaving;

/** The first page was read to its end. @type {boolean | undefined} */
let isParsed;

/** The runtime has begun. @type {boolean | undefined} */
let isStarted;

/** Other tabs. @type {BroadcastChannel | undefined} */
let channel;

/** What in the page shows the state, once ic-ui.js was asked to look after it. @type {any} */
let livePart;

// ─── The page ───

const root = () => document.querySelector('[data-permanent=ic-root]');
const banner = () => /** @type {any} */ (document.querySelector('[data-ic-banner]'));
const embeds = () => document.querySelectorAll('[data-ic-src]');

/** @param {string} name @param {object} detail */
const emit = (name, detail) => document.dispatchEvent(new CustomEvent('ic:' + name, { detail }));

// A page that came from a POST would be posted again: there what ran goes on until the next page, which is a full load.
const posted = () => document.querySelector('[data-ic-posted]');
const reload = () => posted() ? isStale = true : location.reload();

/** @param {string | null} text */
function say(text) {
  const status = root()?.querySelector('[role=status]');
  if (status && text != status.textContent) status.textContent = text;
}

/** @type {Record<string, Promise<any> | undefined>} */
const modules = {};

// Browsers may remember for a document that a module could not be fetched, so a second try has another address. A page that is left
// ends what is on its way: nothing is said about it. A module that needs others loads them in the same way.
/** @type {Load} */
const load = name => modules[name] ??= import(dataset[name]).catch(() => import(`${dataset[name]}?${Date.now()}`)).then(parts => {
  parts.attach?.(load, send);
  return parts;
}, () => {
  delete modules[name];
});

/** Reads what this application keeps in the browser; with a value writes it, with false removes it.
 * @returns {any} @param {string} key @param {any} [value] @param {'localStorage' | 'sessionStorage'} [area] */
function stored(key, value, area = 'localStorage') {
  try {
    const store = window[area];
    key += dataset.icTail ?? '';
    return value ? store.setItem(key, value) : value == null ? store.getItem(key) : store.removeItem(key);
  } catch {
    // Closed by the browser's settings: nothing is kept, and nothing is found.
  }
}

// ─── The state ───

/** @param {string} id */
function isGranted(id) {
  const optional = state.optional.includes(id);
  return pending == 'accept-all' && optional || state.granted.includes(id) && !(pending == 'reject-all' && optional);
}

const current = () => ({ ...structuredClone(state), granted: [...new Set([...state.granted, ...state.optional])].filter(isGranted) });

// Something ran of what may not run now.
const isLost = () => [...ranIds].some(id => !isGranted(id));

/** Takes the state that the page brings, if it is another than before. */
function readPage() {
  const text = document.querySelector('script[data-ic-state]')?.textContent;
  if (!text || text == pageText || post) return;
  pageText = text;
  const next = JSON.parse(text);
  if (!isHeld) {
    if (next.asOf >= state.asOf) take(next);
    // Whether it asks is the page's own matter, also where it is older.
    if (next.decidedAt == state.decidedAt) state.banner = next.banner;
  }
  return true;
}

/** text: what to say on the page that follows, where one has to. @param {State} next @param {string | false} [text] */
function take({ clear, ...next }, text) {
  state = next;
  heed();
  isStale ||= isLost();
  if (clear || isStale && text) tidy(clear ?? [], text);
}

// A signal that the server does not see locks here what it would lock there, and is posted. That it has ended is posted by a fresh
// document only.
/** @param {boolean} [isPosting] */
function heed(isPosting) {
  const on = navigator.globalPrivacyControl, { sale, marked, granted, optional } = state;
  if (!(on ? sale : marked && !isStarted)) return;
  const isFree = (/** @type {string} */ id) => !sale?.includes(id);
  Object.assign(state, { sale: 0, marked: 0, granted: granted.filter(isFree), optional: optional.filter(isFree) });
  if (!isPosting) decide(new URLSearchParams({ action: pending || (on ? 'signal' : 'no-signal') }));
}

// When the choice in the cookie was made; 0 where none can be read.
const cookieTime = () => Math.max(...`; ${document.cookie}`.split(`; ${dataset.icCookie ?? '__Host-ic_consent'}=v1.`).map(text => parseInt(text) || 0));

// Notes a refusal that has not reached the site, with the time of the decision that it replaces. Without one, removes the note.
/** @param {boolean} [isRefusal] */
const note = (isRefusal = false) => stored('ic_pending', isRefusal && (cookieTime() || 1));

// The refusal that waits to be sent. One that arrived after its page was left waits no more: the cookie is newer than the note.
function waiting() {
  const time = stored('ic_pending');
  return time < cookieTime() ? note() : time && 'reject-all';
}

// Another decision was made than the one that is known here.
function isBehind() {
  const time = cookieTime();
  return !post && !isHeld && (isDoubtful || time != state.decidedAt && time != knownTime);
}

/** Asks the server where the visitor stands. */
async function sync() {
  const time = cookieTime(), line = channel, before = state, next = await send('state');
  // Asked before the page was put away, it answers nothing: the page asks anew.
  if (line != channel) return;
  question = undefined;
  if (post) return;
  // A choice was saved meanwhile: its own answer is the newer one.
  if (state != before || time != cookieTime()) return apply();
  isDoubtful = undefined;
  knownTime = time;
  if (next?.decidedAt > state.decidedAt) pending = waiting();
  forget();
  take(next ?? (time && time == state.decidedAt ? state : { ...state, granted: [], banner: false }));
  apply();
  // A choice whose post ended with the page that was put away.
  if (pending && !post) decide(new URLSearchParams({ action: pending }));
}

// ─── What follows from the state ───

// The banner, and the room that the page keeps for it. A page with a form of choices needs none.
function ask() {
  const isAsked = /** @type {any} */ (!!banner() && top == window && state.banner && !pending && !(isBehind() && cookieTime())
    && !document.querySelector('.ic-live:is(.ic-choices, form):not(dialog *)'));
  if (banner()) banner().hidden = !isAsked;
  document.documentElement.dataset.icAsks = isAsked;
}

function apply() {
  ask();
  open();
  if (question) return;
  const now = current();
  for (const id of now.granted) {
    if (toldIds.has(id)) continue;
    toldIds.add(id);
    grantedIds.add(id);
    emit('grant', { id });
  }
  for (const id of toldIds) {
    if (post || isGranted(id)) continue;
    toldIds.delete(id);
    emit('revoke', { id });
  }
  emit('change', now);
  track();
  update();
  settle();
}

// Vendors that have declared how they hear of a choice.
const tell = () => dataset.icSignals && load('icSignals').then(parts => parts?.tell(isGranted, grantedIds, state.decidedAt > 1 || !!pending));

// Vendors hear of a choice first, then of the event, if there is one, and of the page. Rejects what cannot be told as JSON.
/** @param {any[]} event */
async function track(...event) {
  event = structuredClone(event);
  if (isStarted) await tell();
  await question;
  return dataset.icTrack && load('icTrack').then(parts => parts?.track(visit, ...event));
}

// What in the page shows the state.
function update() {
  livePart = document.querySelector('.ic-live') ?? (isStarted && document.querySelector('[data-ic-view]'));
  if (livePart) load('icUi').then(parts => parts?.sync(() => !post && !pending && !isHeld && !isStale));
}

// ─── Gates ───

/** @param {Found} node */
const keyOf = node => (node.dataset.icKey || node.dataset.ic + ' ' + (node.getAttribute('src') || node.text))
  + (node.dataset.icRun == 'navigation' ? ' ' + visit : '');

/** @returns {boolean} @param {Node | null} node */
const isLast = node => !node || !node.nextSibling && isLast(node.parentNode);

// Opens what may be open, and shuts what may not.
function open() {
  if (!question && isBehind()) {
    question = clearing = Promise.all([clearing, sync()]);
    begun++;
  }
  // What is open already waits for the answer; a copy of it does not load meanwhile.
  if (question) return embeds().forEach(node => node.icOpen || shutGate(node));
  const waiting = new Set();
  for (const node of document.querySelectorAll('script[type="text/plain"][data-ic]')) {
    // What comes later comes of another parser: Firefox never runs such an element, nor says so. It needs a copy.
    node.icUsed ??= isParsed || visit > 1 || document.readyState == 'complete';
    const id = node.dataset.ic, key = keyOf(node);
    // While the page streams in, its last element may still lack a part of its text.
    if (document.readyState == 'loading' && !node.src && isLast(node)) waiting.add(id);
    if (waiting.has(id) || ranKeys.has(key) || !isGranted(id)) continue;
    ranKeys.add(key);
    begun++;
    tails.set(id, Promise.resolve(tails.get(id)).then(() => run(node, id, key)).catch(console.error));
  }
  for (const node of embeds()) {
    const isShown = () => isGranted(node.dataset.ic) || !!node.icOnce && state.optional.includes(node.dataset.ic);
    if (!isShown()) shutGate(node);
    else if (node.getAttribute('src') != node.dataset.icSrc) load('icGates').then(parts => parts?.show(node, isShown));
  }
}

// At once, since it may be a copy that somebody has kept of an open gate. Out of the document, so that nothing of it enters the history.
/** @param {Found} node */
function shutGate(node) {
  node.icOpen = false;
  if (!node.hasAttribute('src')) return;
  const { parentNode, nextSibling } = node;
  node.remove();
  node.removeAttribute('src');
  parentNode?.insertBefore(node, nextSibling);
}

// What was allowed once is not allowed any more.
const forget = () => embeds().forEach(node => node.icOnce = false);

// After a click, what is to run must not hold up the frame that answers it: scripts with an address go out at once, for a moment; what
// runs right here waits for the frame, and goes on in slices, between which the browser may do what it has to. A hidden page has no
// frames, and one that is left no time.
/** @param {boolean} [isClicked] */
const pause = isClicked => pausing ??= new Promise(resolve => {
  endPause = resolve;
  if (isClicked) requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, isClicked ? 99 : 0);
}).then(() => {
  pausing = undefined;
  until = performance.now() + 8;
});

// What needs more than to be put back as it stands: a copy, the end of an inline module, events that are over, what is no script.
/** @param {Found} node */
const isRare = ({ icUsed, src, dataset: { icType, icReplay } }) => icUsed || icReplay != null || icType && !(src && icType == 'module');

/** @param {Found} node @param {string} id @param {string} key */
async function run(node, id, key) {
  const rare = isRare(node), insert = rare && await (await load('icScripts'))?.prepare(node);
  if (dataset.icSay != null) await tell();
  while (pausing && !node.src || !document.hidden && performance.now() > until) await pause();
  // Scripts wait in a queue, so all is asked again right before one runs.
  const isLater = question || isBehind() || !node.isConnected || keyOf(node) != key || !isGranted(id);
  if (isLater || rare && !insert) {
    ranKeys.delete(key);
    return isLater && open();
  }
  ranIds.add(id);
  grantedIds.add(id);
  return insert ? insert(put, nonce) : put(node, node, node.dataset.icType);
}

// Puts a script into its place, where it runs. Fulfils when it has ended, or is not waited for.
/** @param {Found} script @param {Found} place @param {string | undefined} type */
async function put(script, { parentNode, nextSibling }, type) {
  script.icUsed = true;
  script.remove();
  script.nonce = nonce;
  script.type = type || 'text/javascript';
  const isParallel = script.hasAttribute('async'), ended = script.src && new Promise(resolve => {
    for (const name of ['load', 'error']) script.addEventListener(name, resolve);
    // Some end without an event: what never was fetched, for example. Those behind it do not wait for ever.
    setTimeout(resolve, 10000);
  });
  script.async = !!script.src;
  parentNode?.insertBefore(script, nextSibling);
  // Shut again: the browser has taken what it needs, and a copy of the page holds a gate instead of a script.
  script.type = 'text/plain';
  script.async = isParallel;
  if (!isParallel && (!script.noModule || type == 'module')) await ended;
}

// A gated script comes when the document is complete, where writing would replace the page.
for (const name of ['write', 'writeln', 'open']) {
  const page = /** @type {Record<string, any>} */ (document), write = page[name];
  page[name] = (/** @type {string[]} */ ...texts) => {
    const script = /** @type {Found | null} */ (document.currentScript), id = script?.dataset.ic;
    return id ? console.error(`Consent: ${script.src || 'an inline script'} of '${id}' calls document.${name}: ignored.`) : write.apply(document, texts);
  };
}

// Fulfils when nothing is under way any more.
function settle() {
  return settling ??= (async () => {
    for (let before; before != begun || post;) {
      before = begun;
      await Promise.all([post?.done, clearing, ...tails.values()]);
    }
    settling = undefined;
    until = Infinity;
    emit('settled', { held: !!isHeld });
  })();
}

// ─── Choices ───

/** isClicked: the frame that answers the click comes before the post, the events and other tabs.
 * @param {URLSearchParams} body @param {DOMStringMap} [texts] @param {boolean} [isClicked] @returns {Promise<Outcome>} */
async function decide(body, texts, isClicked) {
  const text = `${body}`, action = body.get('action') ?? '', isWhole = /^(accept|reject)-all$/.test(action);
  const isRefusal = action == 'reject-all' || action == 'save' && !body.has('category') && !body.has('vendor');
  if (post?.text == text) return post.done;
  // What replaces a choice is sent at once; what only changes something waits for the choice before.
  if (!isWhole && action != 'save') {
    // Another tab's refusal, too, which may not have reached the site.
    pending ||= waiting();
    if (pending && !post) decide(new URLSearchParams({ action: pending }));
    while (post) await post.done;
    if (pending) return 'unchanged';
  }
  heed(true);
  post?.abort.abort();
  if (navigator.globalPrivacyControl) body.set('gpc', '1');
  /** @type {Post} */
  const mine = post = { text, abort: new AbortController() };
  // Before its post is begun, since the page may be left before the answer is here. A grant that replaces it is the last word.
  if (isWhole || isRefusal) note(isRefusal);
  if (isWhole) {
    pending = action;
    forget();
    ask();
    open();
  }
  mine.done = (async () => {
    if (isClicked) {
      until = performance.now() + 4;
      await pause(true);
    }
    if (isWhole && post == mine) apply();
    // A page may decide while it is told.
    if (post != mine) return;
    const answer = await send('decision', { method: 'POST', body, signal: mine.abort.signal });
    // The choice is saved, but the cookie is not here: whether the server sees it, and why.
    const isHidden = answer && cookieTime() < answer.decidedAt, isSeen = isHidden && await (await load('icHeld'))?.explain(send, answer.decidedAt);
    if (post != mine) return;
    post = undefined;
    isHeld = isHidden && !isSeen;
    if (isSeen) knownTime = cookieTime();
    return keep(answer, action, body, texts, isRefusal, isWhole);
  })();
  settle();
  return mine.done;
}

/** @type {Send} */
async function send(path, options) {
  const ask = /** @param {RequestInit} [more] */ more => (window.icFetch ?? fetch)(dataset.icBase + path, { ...options, ...more, headers: { accept: 'application/json' } });
  try {
    // A post outlives its page, unless the page has too much of that on its way already.
    const answer = await (options ? ask({ keepalive: true }).catch(/** @returns {any} */ () => navigator.onLine && ask()) : ask());
    if (answer.ok) return await answer.json();
    console.error((await answer.json()).detail);
  } catch {
    // Offline, ended with its page, or replaced by a later choice: who asked finds no answer, and deals with that.
  }
}

/** @param {State | undefined} answer @param {string} action @param {URLSearchParams} body @param {DOMStringMap | undefined} texts
 * @param {boolean} isRefusal @param {boolean} isWhole @returns {Promise<Outcome>} */
async function keep(answer, action, body, texts, isRefusal, isWhole) {
  if (answer) {
    if (isWhole || action == 'save') note();
    pending = undefined;
    if (action != 'change' || body.has('refuse')) forget();
    take(answer, !isHeld && texts?.icSaved);
  } else {
    if (isRefusal) pending = 'reject-all';
    isStale ||= isLost();
  }
  readPage();
  apply();
  if (answer || pending == 'reject-all') channel?.postMessage(answer ? { answer } : { pending });
  if (!answer) return isRefusal ? 'kept' : isWhole ? 'failed' : 'unchanged';
  await clearing;
  if (isLost() && !post) isLeaving ? setTimeout(reload, 2000) : reload();
  return isHeld ? 'held' : isLost() && posted() ? 'later' : 'saved';
}

/** Tells vendors that they may no longer run, and deletes what they declared. @param {ClearedVendor[]} vendors @param {string | false} [text] */
function tidy(vendors, text) {
  begun++;
  clearing = Promise.race([
    Promise.all([clearing, Promise.resolve(tell()).then(() => load('icClear')).then(parts => parts?.clear(vendors, isGranted, isStale && { text })).catch(console.error)]),
    new Promise(resolve => setTimeout(resolve, 3000)),
  ]);
}

/** @param {unknown} [opener] */
async function openPreferences(opener) {
  // A download has left nothing; a navigation that begins while this waits goes first.
  isLeaving = false;
  if (!await (await load('icUi'))?.show(opener) && !isLeaving) location.href = `${dataset.icPage}?return=${encodeURIComponent(address)}`;
}

// ─── What the visitor does ───

document.addEventListener('submit', async event => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (isStale) delete form.dataset.enhance;
  if (!form.matches('[data-ic-form]')) return;
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, event.submitter)));
  if (!body.has('action')) return;
  event.preventDefault();
  event.stopPropagation();
  const inBanner = banner()?.contains(form), parts = inBanner || load('icUi');
  const outcome = await decide(body, form.dataset, true);
  if (outcome && (inBanner ? outcome != 'saved' : !(await parts)?.after(form, outcome))) say(form.getAttribute('data-ic-' + outcome));
}, true);

document.addEventListener('click', event => {
  say('');
  const opener = event.target?.closest?.('[data-ic-open], [data-ic-once]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  // Page swappers follow links by themselves, also where the click was dealt with.
  if (opener.href) event.stopPropagation();
  openPreferences(opener);
}, true);

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, async event => {
    if (event.target?.closest?.('[data-ic-open]')) (await load('icUi'))?.prefetch();
  });
}

(window.navigation ?? window).addEventListener(window.navigation ? 'navigate' : 'beforeunload', (/** @type {any} */ { destination, downloadRequest }) => {
  isLeaving = !destination?.sameDocument && downloadRequest == null;
  // No frame comes any more: what waits for one is sent while the page is still here.
  if (isLeaving) endPause?.();
});

// ─── What the page does ───

// Enhanced navigation changes the address first, and merges the page when it is here: until then the document is the old page's. The
// framework may come later than this.
function follow() {
  if (isMerging != null || !window.Blazor?.addEventListener) return;
  isMerging = 0;
  Blazor.addEventListener('enhancednavigationstart', () => isMerging = 1);
  Blazor.addEventListener('enhancedload', () => look(isMerging = 0));
  // Nothing is merged where what came is no page.
  Blazor.addEventListener('enhancednavigationend', () => isMerging = 0);
}

// The document has changed, or what it is asked about may have.
/** @param {unknown} [_] */
function look(_) {
  follow();
  heed();
  const before = begun, hasMoved = !isMerging && address != (address = location.pathname + location.search);
  if (hasMoved) visit++;
  const isFresh = readPage();
  // A router has gone on in the same document: its address is asked for by GET.
  if (hasMoved && !isFresh) posted()?.removeAttribute('data-ic-posted');
  if (isFresh || hasMoved) {
    if (isStarted && (isStale || top == window && state.banner && !pending && !isHeld && root() && !banner())) reload();
    apply();
  } else {
    if (state.banner) ask();
    open();
  }
  if (!livePart?.isConnected) update();
  if (before != begun) settle();
  isParsed = document.readyState != 'loading';
}

// A page that was put away asks what happened meanwhile: its cookie may not be readable, or not be the newest yet. What was on its way
// then has ended.
/** @param {boolean} [wasAway] */
function connect(wasAway) {
  isDoubtful = wasAway;
  isLeaving = post = settling = question = clearing = undefined;
  try {
    channel = new BroadcastChannel(dataset.icBase);
    channel.onmessage = ({ data }) => {
      if (post) return;
      forget();
      pending = data.pending;
      if (data.answer?.asOf >= state.asOf) take(data.answer);
      isStale ||= isLost();
      apply();
    };
  } catch {
    // Firefox makes no channel where cookies are blocked: then each tab is on its own.
  }
  const kept = waiting();
  pending = kept || pending;
  look();
  isStarted = true;
  if (kept) decide(new URLSearchParams({ action: kept }));
}

// A page that was made in advance may be older than a choice whose cookie cannot be read.
/** @param {boolean} [isAdvanced] */
function start(isAdvanced) {
  connect(isAdvanced);
  if (stored('ic_clear', undefined, 'sessionStorage')) load('icClear').then(parts => parts?.again(isGranted, say));
  new MutationObserver(look).observe(document, {
    childList: true, subtree: true, attributeFilter: ['type', 'src', 'data-ic', 'data-ic-key', 'data-ic-src', 'data-ic-state'],
  });
  document.addEventListener('DOMContentLoaded', () => look(update()));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) endPause?.();
    look();
  });
  // An open channel would keep the page out of the browser's own cache.
  addEventListener('pagehide', () => channel?.close());
  addEventListener('pageshow', event => event.persisted && connect(true));
}

// ─── What scripts of the page may use ───

window.innovexusConsent = {
  isGranted,
  openPreferences,
  track,
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
    const body = /^(accept|reject)-all$/.test(/** @type {any} */ (choice)) ? new URLSearchParams({ action: /** @type {any} */ (choice) }) : (await load('icChoice'))?.change(choice) ?? choice;
    if (body?.get) await decide(body);
    return current();
  },
};

if (document.prerendering) document.addEventListener('prerenderingchange', () => start(!cookieTime()));
else start();
