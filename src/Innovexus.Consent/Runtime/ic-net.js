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

export function connect(net) {
  const tell = () => net.invokeMethodAsync('ChangedAsync', text()).catch(disconnect);
  const disconnect = () => document.removeEventListener('ic:change', tell);
  document.addEventListener('ic:change', tell);
  Promise.resolve(ready()).then(() => window.innovexusConsent && tell());
  return { decide, disconnect, tell };
}

// Where there is no server, .NET answers in its place.
export function serve(net) {
  const { pathname } = new URL('_ic/', document.baseURI);
  window.icFetch = async (address, { body } = {}) => {
    const text = await net.invokeMethodAsync('AnswerAsync', address.slice(pathname.length), body && `${body}`);
    return text == null ? Response.json({ detail: 'The choice is not understood.' }, { status: 400 }) : new Response(text);
  };
  return window.Blazor?.runtime?.getConfig().applicationEnvironment;
}

// A banner whose style came later than itself would flash.
export const style = () => fetch(new URL('ic.css', import.meta.url)).then(answer => answer.ok ? answer.text() : null, () => null);

async function decide(form) {
  await ready();
  const whole = /^action=(accept-all|reject-all)$/.exec(form);
  await innovexusConsent.decide(whole ? whole[1] : new URLSearchParams(form));
  return text();
}
