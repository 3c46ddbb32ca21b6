// Between the runtime and .NET: circuits and WebAssembly applications import it, a page without them never does.
const text = () => JSON.stringify({ ...innovexusConsent.state, clear: undefined });

// The runtime is an async module, and may come later than the circuit. One that failed before says so no more.
function ready() {
  const script = document.querySelector('script[data-ic-ui]');
  return window.innovexusConsent || !script ? undefined : new Promise(resolve => {
    for (const type of ['load', 'error']) script.addEventListener(type, resolve);
    setTimeout(resolve, 5000);
  });
}

// A page has one circuit and one WebAssembly application at a time, so what listens for another of its kind listens for one that is gone.
/** @type {Record<string, () => void>} */
const connected = {};

// A call that fails ends nothing: .NET asks again when its circuit is back, and the next change is told all the same.
/** @param {any} net A reference to an object of .NET. @param {string} kind */
export function connect(net, kind) {
  const tell = () => net.invokeMethodAsync('Changed', text()).catch(() => {});
  const disconnect = () => document.removeEventListener('ic:change', tell);
  connected[kind]?.();
  connected[kind] = disconnect;
  document.addEventListener('ic:change', tell);
  Promise.resolve(ready()).then(() => window.innovexusConsent && tell());
  moved();
  return { decide, disconnect, moved, tell, track };
}

// The runtime looks at the address whenever the document changes, and a router may change the one without the other.
function moved() {
  const script = document.querySelector('script[data-ic-ui]');
  script?.setAttribute('type', script.type);
}

// Where there is no server, .NET answers in its place.
/** @param {any} net A reference to an object of .NET. */
export function serve(net) {
  const { pathname } = new URL('_ic/', document.baseURI);
  window.icFetch = async (/** @type {any} */ address, { body } = {}) => {
    const text = await net.invokeMethodAsync('AnswerAsync', address.slice(pathname.length), body && `${body}`);
    return text == null ? Response.json({ detail: 'The choice is not understood.' }, { status: 400 }) : new Response(text);
  };
  return window.Blazor?.runtime?.getConfig().applicationEnvironment;
}

// A banner whose style came later than itself would flash.
/** @param {string} file */
export const style = file => fetch(new URL(file, import.meta.url)).then(answer => answer.ok ? answer.text() : null, () => null);

/** @param {string} name @param {string} parameters As JSON. @param {boolean} keepUntilGranted */
async function track(name, parameters, keepUntilGranted) {
  await ready();
  await window.innovexusConsent?.track(name, JSON.parse(parameters), { keepUntilGranted });
}

/** @param {string} form The choice, as a form would post it. */
async function decide(form) {
  await ready();
  if (!window.innovexusConsent) return null;
  const whole = /^action=(accept-all|reject-all)$/.exec(form);
  await innovexusConsent.decide(/** @type {any} */ (whole ? whole[1] : new URLSearchParams(form)));
  return text();
}
