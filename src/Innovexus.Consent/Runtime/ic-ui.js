// The preferences dialog and what else a visitor touches: loaded on the first interaction that needs it, or where a page shows the state.
import { trusted } from './ic-trusted.js';

const { nonce, dataset: { ...dataset } } = /** @type {Found} */ (document.querySelector('script[data-ic-ui]'));

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** The preferences' form, or its way here. @type {Promise<string | undefined> | undefined} */
let fragment;

/** The culture that it is in. @type {string | undefined} */
let spoken;

let showing;

/** @type {Load} */
let load;

/** @type {Send} */
let send;

/** @param {[Load, Send]} tools */
export function attach(...tools) {
  [load, send] = tools;
}

const root = () => document.querySelector('[data-permanent="ic-root"]');
const here = () => `return=${encodeURIComponent(location.pathname + location.search)}`;

// The same form as the page's. Rendered from the state, so it is dropped when that changes.
export function prefetch() {
  loadStyle();
  // The page's own, which may have come by navigation.
  const culture = /** @type {Found} */ (document.querySelector('[data-ic-culture]'))?.dataset.icCulture;
  if (culture != spoken) fragment = undefined;
  spoken = culture;
  fragment ??= (window.icFetch ?? fetch)(`${dataset.icBase}preferences?fragment&${here()}${culture ? `&culture=${culture}` : ''}`)
    .then(answer => answer.ok ? answer.text() : undefined, () => undefined);
  return fragment;
}

// In the root, where navigation leaves it; a page without one may have come between.
function loadStyle() {
  const place = root();
  /** @type {any} */
  let link = place?.querySelector('link');
  if (place && !link) {
    link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = dataset.icStyle;
    link.nonce = nonce;
    // Without its style the dialog is plain, but works.
    link.loaded = new Promise(resolve => {
      link.onload = link.onerror = resolve;
    });
    // After the banner's own, which is its first part: of equal rules the later counts.
    const own = place.querySelector('style');
    if (own) own.after(link);
    else place.prepend(link);
  }
  return link?.loaded;
}

// What a page says on its own, where the banner that would bring the style is not due.
/** @param {(text: string) => void} say @param {string} text */
export async function tell(say, text) {
  await loadStyle();
  say(text);
  // It was in the dialog before the page was loaded again.
  if (document.activeElement == document.body) settingsLink()?.focus({ preventScroll: true });
}

// Whether this is dealt with here; if not, the way to the page is an ordinary one.
/** @param {Found} [opener] */
export function show(opener) {
  if (opener?.hasAttribute?.('data-ic-once')) return once(opener);
  return showing ??= open(opener).finally(() => {
    showing = undefined;
  });
}

/** @param {Found} [opener] */
async function open(opener) {
  if (dialog?.isConnected) return true;
  const html = await prefetch();
  fragment = undefined;
  await loadStyle();
  if (!html || !root()) return false;
  const opened = dialog = document.createElement('dialog');
  dialog.className = 'ic ic-dialog';
  dialog.setAttribute('aria-labelledby', 'ic-dialog-title');
  try {
    dialog.innerHTML = trusted.createHTML(html);
  } catch {
    return false;
  }
  dialog.addEventListener('click', event => event.target?.closest?.('[data-ic-close]') && opened.close());
  dialog.addEventListener('close', () => {
    opened.remove();
    // The banner's own button is gone after a decision; the link to the settings is where this came from, too.
    (visible(opener) ? opener : settingsLink())?.focus({ preventScroll: true });
  });
  // What was decided a moment ago may not have reached the server that rendered the form.
  render(dialog);
  dates(dialog);
  // Before the banner, which its style fades out behind it.
  root()?.prepend(dialog);
  dialog.showModal();
  return true;
}

/** @param {any} element */
const visible = element => element?.isConnected && element.getClientRects().length;
const settingsLink = () => [...document.querySelectorAll('a[data-ic-open]')].find(visible);

export function close() {
  dialog?.close();
}

// Embeds

// This element, in this document; nothing is stored. A locked one stays shut.
/** @param {Found} button */
async function once(button) {
  const node = button.closest('[data-ic-embed]')?.querySelector('[data-ic-src]');
  if (!node) return false;
  if (innovexusConsent.state.optional.includes(node.dataset.ic)) {
    node.icOnce = true;
    await openEmbed(node);
  }
  return true;
}

// And takes the focus there: the button that had it is gone.
/** @param {Found} node */
async function openEmbed(node) {
  (await load('icGates'))?.show(node, () => node.icOnce || innovexusConsent.isGranted(node.dataset.ic));
  if (node.localName != 'iframe') node.tabIndex = -1;
  node.focus();
}

// Preferences

// Brings a form up to the state, and what it says it was rendered with: what was switched meanwhile stays, unless the state of that
// switch is another now.
/** @param {ParentNode} form */
function render(form) {
  for (const input of form.querySelectorAll('[role=switch][name]')) {
    const on = innovexusConsent.isGranted(input.value);
    if (input.defaultChecked == on) continue;
    input.checked = input.defaultChecked = on;
    const was = input.name == 'category' && wasOf(input.closest('.ic-category'));
    if (was) was.disabled = !on;
  }
  rest(form);
}

/** @param {Found | null} category */
const wasOf = category => category?.querySelector('[name=was]');

// A category that was switched carries its vendors along, also when that was before this script was here. What the switches show is
// not carried along again by the server.
/** @param {ParentNode} form */
function rest(form) {
  for (const category of form.querySelectorAll('.ic-category')) {
    const input = /** @type {any} */ (category.querySelector('[name=category]'));
    const was = wasOf(category);
    if (was && was.disabled == input.checked) {
      was.disabled = !input.checked;
      for (const vendor of category.querySelectorAll('[name=vendor]:not(:disabled)')) vendor.checked = input.checked;
    }
    const count = category.querySelector('[data-ic-count]');
    if (count && input) count.textContent = `${category.querySelectorAll('[name=vendor]:checked').length}`;
  }
}

// Brings every form, notice, view and list up to the state.
/** @param {() => boolean} isSettled */
export async function sync(isSettled) {
  for (const form of document.querySelectorAll('form.ic-preferences')) render(form);
  date();
  for (const notice of document.querySelectorAll('[data-ic-notice]')) tellOf(notice);
  for (const place of document.querySelectorAll('.ic-live')) watch(place);
  if (document.querySelector('[data-ic-view], [data-ic-stored]')) (await load('icViews'))?.sync(isSettled);
}

document.addEventListener('change', (/** @type {any} */ { target }) => {
  if (target.closest?.('.ic-category')) rest(target.form);
});

// Shown to whom it is due, and said once: a live region says what comes into it, not what it came with.
/** @param {Found} notice */
function tellOf(notice) {
  notice.hidden = notice.dataset.icNotice != /** @type {State} */ (innovexusConsent.state).policy;
  const text = /** @type {Found} */ (notice.querySelector('p'));
  if (notice.hidden || text.icSaid) return;
  text.icSaid = true;
  text.replaceWith(text);
}

// Seen: gone at once, and for good as soon as the server knows.
document.addEventListener('submit', (/** @type {any} */ event) => {
  const notice = event.target.closest('[data-ic-notice]');
  if (!notice) return;
  event.preventDefault();
  event.stopPropagation();
  send('decision', { method: 'POST', body: new URLSearchParams(/** @type {any} */ (new FormData(event.target, event.submitter))) });
  // Not removed: an application's renderer may do that.
  notice.hidden = true;
  notice.dataset.icNotice = '';
}, true);

// After a decision in a form that is not the banner's. True: told here, nothing more to say.
/** @param {HTMLFormElement} form @param {Outcome} outcome */
export function after(form, outcome) {
  // One that is gone meanwhile tells nobody.
  const note = form.isConnected && form.querySelector('[role=alert]');
  if (note) note.textContent = '';
  if (note && outcome == 'unchanged') {
    note.textContent = form.getAttribute('data-ic-unchanged');
    return true;
  }
  if (dialog?.contains(form)) dialog.close();
  const node = form.closest('[data-ic-embed]')?.querySelector('[data-ic-src]');
  if (node && innovexusConsent.isGranted(node.dataset.ic)) {
    openEmbed(node);
    return outcome == 'saved' || outcome == 'later';
  }
  loadStyle();
}

// A form in the page says when the choice was made: that may be a moment ago, and a renderer may come late with what it knew before.
async function date() {
  const lines = [...document.querySelectorAll('form .ic-when')].filter(isOutdated), html = lines.length && await prefetch();
  if (!html) return;
  const template = document.createElement('template');
  template.innerHTML = trusted.createHTML(html);
  dates(template.content);
  const fresh = /** @type {Found} */ (template.content.querySelector('.ic-when'));
  // The server may not know the choice: its cookie did not arrive.
  if (!isOutdated(fresh)) for (const line of lines) line.replaceChildren(...fresh.cloneNode(true).childNodes);
}

// In whole seconds, as the form has it.
/** @param {Element} line */
function isOutdated(line) {
  const { decidedAt } = /** @type {State} */ (innovexusConsent.state);
  return (Date.parse(line.querySelector('time')?.dateTime ?? '') || 0) != decidedAt - decidedAt % 1000;
}

// The server cannot know where the visitor is: it writes the day in UTC. In the node that a renderer knows, which may come again and
// write there.
/** @param {ParentNode} place */
function dates(place) {
  for (const time of place.querySelectorAll('[data-ic-date]')) {
    const { lang } = /** @type {Found} */ (time.closest('[lang]')), text = /** @type {Text} */ (time.firstChild);
    // A browser without the language's data would say it in another, or name the month "M11": the server's day stays.
    if (!Intl.DateTimeFormat.supportedLocalesOf(lang).length) continue;
    // As the texts in English have it, the day first.
    const day = new Date(time.dateTime).toLocaleDateString(lang == 'en' ? 'en-GB' : lang, { dateStyle: 'long' }).replace(/\s/g, '\xa0');
    if (!/M\d/.test(day) && text.data != day) text.data = day;
  }
}

/** @param {Found} place */
function watch(place) {
  dates(place);
  if (place.icWatched) return;
  place.icWatched = true;
  new MutationObserver(() => dates(place)).observe(place, { childList: true, subtree: true, characterData: true });
}

document.addEventListener('ic:change', () => {
  fragment = undefined;
});
