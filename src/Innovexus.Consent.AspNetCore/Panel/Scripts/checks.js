// What brings the banner back, as far as only a browser can see it.
const minute = 60000;

/** When the page that is shown was asked for, by performance.now(): enhanced navigation asks for another one in the same document. */
let asked = 0;

export function follow() {
  window.Blazor?.addEventListener?.('enhancednavigationstart', () => asked = performance.now());
}

/** @param {PanelAnswer} answer @param {string | undefined} refused What the server says of a cookie that was not kept. @returns {PanelCheck[]} */
export function checks(answer, refused) {
  return [cookies(), kept(answer, refused), ...answer.checks, ...declarations(answer), cached(answer), clock(answer)];
}

/** @returns {PanelCheck} */
function cookies() {
  document.cookie = 'ic_test=1; Path=/; SameSite=Lax';
  const works = document.cookie.split('; ').includes('ic_test=1');
  document.cookie = 'ic_test=; Path=/; Max-Age=0';
  return works ? { name: 'Cookies' } : {
    name: 'Cookies',
    problem: 'This browser keeps no cookies of this page, so a choice counts for the open document only.',
    fix: 'Allow cookies for this site in the browser. For visitors who block them there is no fix; they are told.',
  };
}

/** @param {PanelAnswer} answer @param {string | undefined} refused @returns {PanelCheck} */
const kept = ({ cookie }, refused) => !window.icWatch.held ? { name: 'Kept' } : {
  name: 'Kept',
  problem: refused ?? `After the last choice the decision cookie '${cookie}' was not here, though the server had set it.`,
  fix: 'Look at the answer to POST /_ic/decision in the network tab: the browser says beside the Set-Cookie header why it refused it.',
};

/** A page that is older than the request for it came from a cache. @param {PanelAnswer} answer @returns {PanelCheck} */
function cached({ now, cacheable }) {
  const age = (now - performance.now() + asked) - Number(document.querySelector('script[data-ic-state]')?.dataset.icState ?? now);
  return cacheable || age < 5000 ? { name: 'Cached page' } : {
    name: 'Cached page',
    problem: `This page was made ${Math.round(age / 1000)} seconds before it was asked for, so it came from a cache, and it shows the banner of whoever it was made for.`,
    fix: 'Let no cache between the application and the browser keep pages, a service worker included: they vary by Cookie and Sec-GPC. Or make them the same for all with CacheablePages.',
  };
}

/** @param {PanelAnswer} answer @returns {PanelCheck} */
function clock({ now }) {
  const ahead = Date.now() - now;
  return Math.abs(ahead) < minute ? { name: 'Clock' } : {
    name: 'Clock',
    problem: `This computer's clock is ${Math.round(Math.abs(ahead) / minute)} minutes ${ahead > 0 ? 'ahead of' : 'behind'} the server's. Browsers end cookies by their own clock.`,
    fix: 'Set the wrong one of the two by a source of time.',
  };
}

const fields = ['id', 'role', 'sale or sharing', 'countries', 'transfer', 'revision', 'sensitive data'];

/** Which vendors differ between what was decided about and what is declared now. What was declared then, this browser has noted when it was.
 * @param {PanelAnswer} answer @returns {PanelCheck[]} */
function declarations({ categories }) {
  const known = notes();
  for (const { id, fingerprint, material } of categories) {
    delete known[id + fingerprint];
    known[id + fingerprint] = material;
  }
  try {
    // The last ones: a site under construction changes often.
    localStorage.setItem('ic_panel', JSON.stringify(Object.fromEntries(Object.entries(known).slice(-60))));
  } catch {
    // Closed by the browser's settings: then only the category is named.
  }
  const changed = categories.filter(({ decided, fingerprint }) => decided && decided != fingerprint);
  return !changed.length ? [{ name: 'Declarations' }] : changed.map(({ id, fingerprint, decided, material }) => ({
    name: 'Declarations',
    problem: `The decision about '${id}' was made about ${decided}, and the declarations are ${fingerprint} now. ${difference(known[id + decided], material)}`,
    fix: 'That asks once, and rightly. Where it comes back with every deployment or from server to server, these declare different things: find what depends on the environment, the time or a feature.',
  }));
}

/** @returns {Record<string, Record<string, string>>} */
function notes() {
  try {
    return JSON.parse(localStorage.getItem('ic_panel') ?? '{}');
  } catch {
    return {};
  }
}

/** @param {Record<string, string> | undefined} before @param {Record<string, string>} now */
function difference(before, now) {
  if (!before) return 'This browser has not seen what was declared then, so only the category is known.';
  const said = [];
  for (const id of Object.keys(now)) if (!(id in before)) said.push(`'${id}' was added.`);
  for (const id of Object.keys(before)) {
    if (!(id in now)) said.push(`'${id}' was removed.`);
    else if (before[id] != now[id]) said.push(`'${id}' has another ${changes(before[id].split('|'), now[id].split('|'))}.`);
  }
  return said.join(' ');
}

/** @param {string[]} before @param {string[]} now */
const changes = (before, now) => fields.filter((_, i) => before[i] != now[i]).map(name => `${name} (${before[fields.indexOf(name)] || 'none'}, now ${now[fields.indexOf(name)] || 'none'})`).join(' and ');
