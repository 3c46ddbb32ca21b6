// Scripts that need more than to be put back where they stand.
import { trusted } from './ic-trusted.js';

/** @type {Load} */
let load;

/** @param {Load} loader */
export function attach(loader) {
  load = loader;
}

// Fulfils with what inserts the script, once all that it takes is here; with nothing where something cannot be had.
/** @param {Found} node */
export async function prepare(node) {
  const { icType, icReplay, icRun } = node.dataset;
  const events = icReplay != null && await load('icEvents');
  if (icReplay != null && !events) return undefined;
  return async (/** @type {Put} */ put, /** @type {string} */ nonce) => {
    const script = /** @type {Found} */ (node.icUsed ? copy(node) : node);
    // Of a type that is no script, as others run them: it stays for them to find.
    const foreign = icType && !/script|^module$/i.test(icType);
    if (events) events.replay(script);
    // One with an address may run later than it is waited for, and looks for its element then.
    const remove = () => icRun && script != node && script.remove();
    if (script.src) for (const name of ['load', 'error']) script.addEventListener(name, remove);
    const ended = put(script, node, icType);
    if (foreign) {
      script.type = icType;
      return;
    }
    await (icType == 'module' && !script.src && !script.async ? afterModules(nonce) : ended);
    if (!script.src) remove();
  };
}

// A copy that can run: of an element that has run, which a diff reused for another script, or that no browser would run.
/** @param {Found} node */
function copy(node) {
  const script = document.createElement('script');
  for (const { name, value } of node.attributes) {
    if (name != 'data-permanent') script.setAttribute(name, name == 'src' ? trusted.createScriptURL(value) : name.startsWith('on') ? trusted.createScript(value) : value);
  }
  script.dataset.icCopy = '';
  script.text = trusted.createScript(node.text);
  return script;
}

// An inline module tells nobody when it ran. Modules run in the order of insertion, so this one, known and never run again, comes after it.
/** @param {string} nonce */
async function afterModules(nonce) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.nonce = nonce;
  script.src = trusted.createScriptURL(import.meta.url);
  const ended = new Promise(resolve => {
    script.onload = script.onerror = resolve;
    setTimeout(resolve, 10000);
  });
  document.head.append(script);
  await ended;
  script.remove();
}
