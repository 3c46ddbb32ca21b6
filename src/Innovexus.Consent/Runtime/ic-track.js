// Says events and page views to the vendors that are granted, each in its own form. Loaded on pages whose vendors take any.
/** @type {{ events: EventCall[] }} */
const { events } = JSON.parse(/** @type {Found} */ (document.querySelector('script[data-ic-signals]')).text);

/** What somebody has not heard yet. @type {{ call: EventCall, text: string, isKept?: unknown }[]} */
let waiting = [];

/** The visit that was counted last. @type {number | undefined} */
let counted;

/** The address before this one. */
let { referrer } = document;

/** The last that the server wrote into a page. @type {string | undefined} */
let written;

/** @param {EventCall} call @param {unknown} isKept @param {Record<string, any>} [event] */
function add(call, isKept, event) {
  /** @type {Record<string, any>} */
  const parts = { url: location.href, title: document.title, referrer, ...event };
  waiting.push({ call, isKept, text: JSON.stringify(call.arguments, (_, value) => value?.$event ? parts[value.$event] : value) });
}

/** @type {(...event: any[]) => void} */
const happen = (name, parameters = {}, options) => events.forEach(call => call.views || add(call, options?.keepUntilGranted, { name, parameters }));

// What is not granted is dropped; a function that is not there yet is waited for.
const say = () => waiting = waiting.filter(({ call, text, isKept }) => innovexusConsent.isGranted(call.id) ? window.icSay.say({ ...call, arguments: JSON.parse(text) }) == window.icSay.say : isKept);

/** @param {EventCall} call */
const isThere = ({ target }) => target.split('.').reduce((object, part) => object?.[part], /** @type {any} */ (window));

/** Called for each event, and without one whenever the state or the address may have changed. @param {number} visit @param {any[]} event */
export async function track(visit, ...event) {
  // Not a module, and it leaves what it can say.
  if (!window.icSay) await import('./ic-say.js');
  if (visit != counted) {
    // For whom it was kept, the page before is over.
    waiting = waiting.filter(({ call }) => innovexusConsent.isGranted(call.id) || !call.views);
    for (const call of events) {
      // A loader that is not here yet counts this page when it comes.
      if (call.views == 'None' || call.views && (visit > 1 || counted == 0) && innovexusConsent.isGranted(call.id) && isThere(call)) add(call, true);
    }
    counted = visit;
    referrer = location.href;
  }
  const page = document.querySelector('script[data-ic-written]');
  if (page && written != (written = page.text)) JSON.parse(written).slice(1).forEach((/** @type {any} */ event) => happen(...event));
  if (event[0]) happen(...event);
  say();
}

document.addEventListener('click', ({ target }) => {
  const node = target?.closest?.('[data-ic-event]');
  if (!node) return;
  /** @type {Record<string, string>} */
  const parameters = {};
  for (const { name, value } of node.attributes) {
    const [, key] = name.split('data-ic-event-');
    if (key) parameters[key.replaceAll('-', '_')] = value;
  }
  innovexusConsent.track(node.dataset.icEvent, parameters);
}, true);

// A vendor's function may be there now.
for (const type of ['load', 'ic:settled']) document.addEventListener(type, say, true);

// A page that comes back is seen once more, though no loader loads. The runtime calls once it knows who may hear of it.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) counted = 0;
});
