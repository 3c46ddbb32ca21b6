// Loads a frame or an image. Out of the document, so that nothing of it enters the history; and under a name of its own, since going
// back loads a frame of the same name or place by itself, whatever was decided meanwhile.
/** @param {Found} node @param {() => boolean} shown */
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
