// What the page has stored in the browser and asked for elsewhere, for the server to compare with what is declared.

/** @type {Record<string, string[]>} */
const uses = {
  script: ['Script'], img: ['Image'], image: ['Image'], input: ['Image'], iframe: ['Frame'], frame: ['Frame'], embed: ['Frame'], object: ['Frame'],
  fetch: ['Connect'], xmlhttprequest: ['Connect'], beacon: ['Connect'], ping: ['Connect'], eventsource: ['Connect'], audio: ['Media'], video: ['Media'], track: ['Media'],
};

/** @param {PanelAnswer | undefined} answer */
export async function look(answer) {
  const names = document.cookie.split('; ').filter(Boolean).map(text => text.split('=')[0]);
  return {
    https: location.protocol == 'https:',
    seen: names.includes(answer?.cookie ?? document.querySelector('script[data-ic-ui]')?.dataset.icCookie ?? '__Host-ic_consent'),
    stored: [
      ...names.map(name => ['Cookie', name]),
      ...keys(() => localStorage).map(name => ['LocalStorage', name]),
      ...keys(() => sessionStorage).map(name => ['SessionStorage', name]),
      ...(await kept(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))).map(name => ['IndexedDB', name]),
      ...(await kept(() => caches.keys())).map(name => ['Cache', name]),
      ...(await kept(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname))).map(name => ['ServiceWorker', name]),
    ],
    requests: window.icWatch.requests.flatMap(entry => {
      const { name, initiatorType } = /** @type {PerformanceResourceTiming} */ (entry);
      return new URL(name, document.baseURI).origin == location.origin ? [] : (uses[initiatorType] ?? [byName(name)]).map(use => [use, name]);
    }),
  };
}

// What a style sheet or a link has asked for tells what it is by its address only.
/** @param {string} address */
const byName = address => /\.(woff2?|ttf|otf)(\?|$)/.test(address) ? 'Font' : /\.(png|jpe?g|gif|svg|webp|avif|ico)(\?|$)/.test(address) ? 'Image' : /\.m?js(\?|$)/.test(address) ? 'Script' : 'Style';

// Closed by the browser's settings, or not there on plain http: nothing is found.
/** @param {() => Storage} store */
function keys(store) {
  try {
    return Object.keys(store());
  } catch {
    return [];
  }
}

/** @param {() => Promise<readonly string[]>} ask */
async function kept(ask) {
  try {
    return await ask();
  } catch {
    return [];
  }
}
