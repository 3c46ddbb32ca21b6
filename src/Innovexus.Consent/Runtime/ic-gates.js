// What only some gates need.
import { trusted } from './ic-trusted.js';

// A copy that can run: of an element that has run, which a diff reused for another script, or that no browser would run.
export function copy(node) {
  const script = document.createElement('script');
  for (const { name, value } of node.attributes) {
    if (name != 'data-permanent') script.setAttribute(name, name == 'src' ? trusted.createScriptURL(value) : name.startsWith('on') ? trusted.createScript(value) : value);
  }
  script.dataset.icCopy = '';
  script.text = trusted.createScript(node.text);
  return script;
}

// An inline module tells nobody when it ran. Modules run in the order of insertion, so this one, known and never run again, comes after it.
export async function afterModules(nonce) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.nonce = nonce;
  script.src = trusted.createScriptURL(import.meta.url);
  const loaded = new Promise(resolve => {
    script.onload = script.onerror = resolve;
  });
  document.head.append(script);
  await loaded;
  script.remove();
}

// Loads a frame or an image. Out of the document, so that nothing of it enters the history; and under a name of its own, since going
// back loads a frame of the same name or place by itself, whatever was decided meanwhile.
export function show(node, shown) {
  const { parentNode, nextSibling, dataset } = node, { icSrc } = dataset;
  if (!parentNode || !shown() || icSrc == node.getAttribute('src')) return;
  node.remove();
  if (node.localName == 'iframe' && !node.name) node.name = `ic-${crypto.randomUUID?.() ?? Math.random()}`;
  node.icOpen = true;
  node.loading = dataset.icLoading ??= node.getAttribute('loading') ?? 'eager';
  node.src = icSrc;
  parentNode.insertBefore(node, nextSibling);
  // From then on a copy of it, made by whoever keeps pages, is lazy and so is looked at before it loads. Firefox loads again what becomes
  // lazy meanwhile, and a frame in any case; but it asks for a frame only after it was looked at.
  const shutCopies = () => {
    if (node.hasAttribute('src')) node.loading = 'lazy';
  };
  if (node.localName != 'iframe') for (const type of ['load', 'error']) node.addEventListener(type, shutCopies, { once: true });
  else if (!CSS.supports('-moz-appearance', 'none')) setTimeout(shutCopies);
}
