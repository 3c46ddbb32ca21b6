// What only some gates need.

// A copy that can run: a diff reused an element that has run for another script.
export function copy(node) {
  const script = document.createElement('script');
  for (const { name, value } of node.attributes) if (name != 'data-permanent') script.setAttribute(name, value);
  script.text = node.text;
  document.head.append(script);
  return script;
}

// An inline module tells nobody when it ran. Modules run in the order of insertion, so this one, known and never run again, comes after it.
export async function afterModules(nonce) {
  const script = document.createElement('script');
  script.type = 'module';
  script.async = false;
  script.nonce = nonce;
  script.src = import.meta.url;
  const loaded = new Promise(resolve => {
    script.onload = script.onerror = resolve;
  });
  document.head.append(script);
  await loaded;
  script.remove();
}

// Out of the document a frame's content ends, and leaves no entry in the history.
export function close(node) {
  const { parentNode, nextSibling } = node;
  node.remove();
  node.removeAttribute('src');
  parentNode?.insertBefore(node, nextSibling);
}
