// What shows the state in a page: views, and the live column of the declarations. Loaded where there is one.
/** @type {Load} */
let load;

/** @param {Load} loader */
export function attach(loader) {
  load = loader;
}

/** @param {() => boolean} isSettled */
export function sync(isSettled) {
  listen();
  turnAll();
  fill();
  if (isSettled()) refresh();
}

// A cached page has both branches: the one that is granted in a template, of which a copy is put out behind it. An end with a name of its
// own closes the copy, so that the page itself says what is put out: also where it was kept as markup and came back.
/** @param {Found} branch @param {boolean} granted */
function turn(branch, granted) {
  if (!branch.content) {
    branch.hidden = granted;
    return;
  }
  const end = endOf(branch);
  if (granted == !!end) return;
  if (granted) {
    const close = document.createElement('template');
    // Permanent under this name, or a diff would take it for the template of the page that comes.
    branch.dataset.icShown = close.dataset.icEnd = close.dataset.permanent = `${Math.random()}`;
    branch.after(branch.content.cloneNode(true), close);
  } else {
    while (branch.nextSibling != end) branch.nextSibling?.remove();
    end.remove();
    delete branch.dataset.icShown;
  }
}

/** @param {any} branch */
function endOf({ dataset: { icShown }, nextSibling: node }) {
  while (icShown && node && node.dataset?.icEnd != icShown) node = node.nextSibling;
  return icShown && node;
}

const turnAll = () => {
  for (const branch of document.querySelectorAll('[data-ic-branch]')) turn(branch, innovexusConsent.isGranted(branch.dataset.icView));
};

// A copy comes back by itself, and may show what was granted when it was made.
new MutationObserver(turnAll).observe(document, { childList: true, subtree: true });

/** For which state the page was asked for again. @type {number | undefined} */
let refreshed;

/** Another page is on its way; undefined while the framework is not here. @type {boolean | undefined} */
let navigating;

let shown = location.href;

// Blazor may come later than this.
function listen() {
  if (navigating != null || !window.Blazor?.addEventListener) return;
  navigating = false;
  Blazor.addEventListener('enhancednavigationstart', () => {
    navigating = true;
  });
  Blazor.addEventListener('enhancedload', () => {
    navigating = false;
    shown = location.href;
  });
  // The framework says nothing of a page that could not be fetched, but lets the error go. Where it was another's error, the page that is
  // on its way is asked for once more.
  addEventListener('unhandledrejection', () => {
    navigating = false;
  });
}

// Only the branch that may be seen was sent, so the page is asked for again, where a view shows another than it should; once for
// each state, whatever comes back.
function refresh() {
  const { asOf } = innovexusConsent.state;
  const affected = [...document.querySelectorAll('[data-ic-view]:not([data-ic-branch])')]
    .some(view => innovexusConsent.isGranted(view.dataset.icView) != view.hasAttribute('data-ic-granted'));
  // Where another page is on its way, that one is looked at when it is here. One that came from a POST stays as the visitor sees it: only
  // sending again would bring it back.
  if (!affected || document.querySelector('[data-ic-posted]') || refreshed == asOf || navigating && shown != location.href) return;
  refreshed = asOf;
  if (!window.Blazor?.navigateTo) return location.reload();
  // Navigation sets fields back to what the server sent, and goes to the top.
  const { scrollX, scrollY, location: { href } } = window;
  const typed = [...document.querySelectorAll('input, textarea, select')].filter(field => !field.closest('[data-permanent]') && field.type != 'file')
    .map(field => /** @type {const} */ ([field, field.value, field.checked]));
  const restore = () => {
    Blazor.removeEventListener('enhancedload', restore);
    if (location.href != href) return;
    for (const [field, value, checked] of typed) {
      if (field.isConnected && field.type != 'hidden') Object.assign(field, { value, checked });
    }
    scrollTo(scrollX, scrollY);
  };
  Blazor.addEventListener('enhancedload', restore);
  Blazor.navigateTo(href, { replaceHistoryEntry: true });
  if (navigating) return;
  // Switched off, or an interactive router took it for itself. Some versions of the framework have changed the address by then.
  history.replaceState(history.state, '', href);
  location.reload();
}

/** @type {Record<string, () => any>} */
const stores = {
  Cookie: () => document.cookie.split('; ').map(pair => pair.split('=')[0]),
  LocalStorage: () => Object.keys(localStorage),
  SessionStorage: () => Object.keys(sessionStorage),
  IndexedDB: async () => (await indexedDB.databases()).map(database => database.name),
  Cache: () => caches.keys(),
  ServiceWorker: async () => (await navigator.serviceWorker.getRegistrations()).map(worker => new URL(worker.scope).pathname),
};

// "Stored now": yes, no, or what the server wrote where a script cannot see.
async function fill() {
  const cells = document.querySelectorAll('[data-ic-stored]');
  const { fits } = cells.length && await load('icClear') || {};
  if (!fits) return;
  for (const cell of cells) {
    const { icStored: kind, icName: name, icYes: yes, icNo: no } = cell.dataset;
    try {
      const text = (await stores[kind]()).some((/** @type {string} */ found) => fits(name, found)) ? yes : no;
      if (cell.textContent != text) cell.textContent = text;
    } catch {
      // Closed to us: the dash stays.
    }
  }
}

document.addEventListener('ic:settled', fill);
window.cookieStore?.addEventListener('change', fill);
