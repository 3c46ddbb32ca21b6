// Deletes what vendors declared that may no longer run. Loaded when a state names something to clear.

// What tells this application from others of the origin.
const key = 'ic_clear' + (document.querySelector('script[data-ic-ui]')?.dataset.icTail ?? '');

/** @type {Load} */
let load;

/** @param {Load} loader */
export function attach(loader) {
  load = loader;
}

/**
 * @param {ClearedVendor[]} vendors @param {(id: string) => boolean} isGranted
 * @param {{ text: string } | false} [next] What to say on the page that follows, if one has to, where it is all done once more.
 */
export async function clear(vendors, isGranted, next) {
  if (next) attempt(() => sessionStorage.setItem(key, JSON.stringify({ vendors, ...next })));
  const denied = vendors.filter(vendor => !isGranted(vendor.id));
  const deadline = new Promise(resolve => setTimeout(resolve, 1000));
  const items = denied.flatMap(vendor => vendor.items);
  await Promise.race([deadline, Promise.all(Object.entries(kinds).map(([kind, remove]) => {
    const matching = items.filter(item => item.kind == kind);
    return matching.length && attempt(() => remove(matching));
  }))]);
}

// On the page that follows: vendors may have written while theirs was left.
/** @param {(id: string) => boolean} isGranted @param {(text: string) => void} say */
export async function again(isGranted, say) {
  await attempt(async () => {
    const { vendors, text } = JSON.parse(/** @type {string} */ (sessionStorage.getItem(key)));
    await clear(vendors, isGranted);
    // Only now: a page that is left before leaves the rest to the next one.
    sessionStorage.removeItem(key);
    if (text) (await load('icUi'))?.tell(say, text);
  });
}

// Each on its own: where one kind of storage is closed, the others are cleared all the same.
/** @param {() => unknown} what */
async function attempt(what) {
  try {
    await what();
  } catch (error) {
    if (/** @type {Error} */ (error).name != 'SecurityError') console.error(error);
  }
}

// Some names are stored percent-encoded, and declared by what they say.
/** @param {string} name */
const decoded = name => name.replace(/(%[\da-f]{2})+/gi, /** @param {string} part */ part => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
});

// A name as it was found, or what it says, against one in which each * stands for any characters.
/** @param {string} pattern @param {string} found */
export function fits(pattern, found) {
  const expression = new RegExp(`^${pattern.split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`, 's');
  return expression.test(found) || expression.test(decoded(found));
}

/** @param {ClearedItem} item @param {string} found */
const matches = ({ name, keep = [] }, found) => fits(name, found) && !keep.some(other => fits(other, found));

/** @param {ClearedItem[]} items @param {any} found */
const any = (items, found) => items.some(item => matches(item, found));

// An exact name, which need not be seen to be deleted, unless a vendor that may run declares it too.
/** @param {ClearedItem} item */
const exact = item => !item.name.includes('*') && matches(item, item.name);

/** What deletes items of a kind. @type {Record<string, (items: ClearedItem[]) => unknown>} */
const kinds = {
  Cookie(items) {
    const seen = document.cookie.split('; ').map(pair => pair.split('=')[0]);
    for (const item of items) {
      const names = new Set(seen.filter(name => matches(item, name)));
      if (exact(item)) names.add(item.name).add(encodeURIComponent(item.name));
      for (const name of names) expire(name, item);
    }
  },
  LocalStorage: items => removeKeys(localStorage, items),
  SessionStorage: items => removeKeys(sessionStorage, items),
  async IndexedDB(items) {
    const names = (await indexedDB.databases?.() ?? []).map(database => /** @type {string} */ (database.name)).filter(name => any(items, name));
    // Without the list, what is declared by its exact name.
    if (!indexedDB.databases) names.push(...items.filter(exact).map(item => item.name));
    await Promise.all(names.map(name => new Promise(resolve => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    })));
  },
  async Cache(items) {
    if (!globalThis.caches) return;
    await Promise.all((await caches.keys()).filter(name => any(items, name)).map(name => caches.delete(name)));
  },
  async ServiceWorker(items) {
    const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
    await Promise.all(workers.filter(worker => any(items, new URL(worker.scope).pathname)).map(worker => worker.unregister()));
  },
};

/** @param {Storage} storage @param {ClearedItem[]} items */
function removeKeys(storage, items) {
  for (const name of Object.keys(storage)) if (any(items, name)) storage.removeItem(name);
}

// Nobody tells for which domain and path a cookie was set, so all are tried; the browser ignores those that do not fit. Firefox reports
// those that cannot be by their name alone, so they are left out.
/** @param {string} name @param {ClearedItem} where */
function expire(name, { domain, path }) {
  const prefix = /^__(host|secure)-/i.exec(name)?.[1].toLowerCase();
  if (prefix && !isSecureContext) return;
  const labels = location.hostname.split('.');
  const domains = ['', domain, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))].filter(each => each != null);
  const parts = location.pathname.split('/');
  const paths = ['/', path, ...parts.flatMap((_, index) => [parts.slice(0, index + 1).join('/'), `${parts.slice(0, index + 1).join('/')}/`])].filter(Boolean);
  for (const where of new Set(domains)) {
    for (const on of new Set(paths)) {
      if (prefix == 'host' && (where || on != '/')) continue;
      for (const kind of ['', '; Secure', '; Secure; Partitioned'].slice(prefix ? 1 : 0)) {
        document.cookie = `${name}=; Max-Age=0; Path=${on}${where && `; Domain=${where}`}${kind}`;
      }
    }
  }
}
