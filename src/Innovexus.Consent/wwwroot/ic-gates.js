// What only some gates need.
import { trusted } from './ic-trusted.js';

// A copy that can run: a diff reused an element that has run for another script.
export function copy(node) {
  const script = document.createElement('script');
  for (const { name, value } of node.attributes) if (name != 'data-permanent') script.setAttribute(name, name == 'src' ? trusted.createScriptURL(value) : value);
  script.text = trusted.createScript(node.text);
  document.head.append(script);
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

// Loads a frame or an image, or ends it. Out of the document, so that nothing of it enters the history; and under a name of its own,
// since going back loads a frame of the same name or place by itself, whatever was decided meanwhile.
export function show(node, shown) {
  const { parentNode, nextSibling } = node, src = shown() ? node.dataset.icSrc : null;
  if (!parentNode || src == node.getAttribute('src')) return;
  node.remove();
  if (src == null) {
    node.removeAttribute('src');
  } else {
    if (node.localName == 'iframe' && !node.name) node.name = `ic-${crypto.randomUUID?.() ?? Math.random()}`;
    node.src = src;
  }
  parentNode.insertBefore(node, nextSibling);
}
