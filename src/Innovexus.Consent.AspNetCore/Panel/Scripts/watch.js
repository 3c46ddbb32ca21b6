// Sees, from the start of the page, what becomes of its gates and what a policy blocks: the browser reports each only once. A classic script,
// so that it runs before everything that comes after it.
(() => {
  // What becomes of a gate, by what tells gates apart: the element of one that has run may be a copy.
  /** @type {PanelWatch} */
  const watch = window.icWatch = { gates: new Map(), shut: new Map(), violations: [], requests: [], held: false, changed() {}, key };

  /** @param {any} node */
  function key(node) {
    return [watch.shut.get(node) ?? node.dataset.ic, node.dataset.icKey || node.dataset.icSrc || node.getAttribute('src') || node.textContent].join(' ');
  }

  /** @param {any} node @param {string} [failure] */
  function note(node, failure) {
    if (!node?.dataset?.ic) return;
    const before = watch.gates.get(key(node));
    // It has failed once, whatever is told of it later.
    if (!before || failure) watch.gates.set(key(node), failure ?? '');
    watch.changed();
  }

  document.addEventListener('load', ({ target }) => note(target), true);
  addEventListener('error', event => {
    if (event.target == window) note(document.currentScript, `It threw: ${/** @type {ErrorEvent} */ (event).message}`);
    else note(event.target, 'It could not be loaded.');
  }, true);
  document.addEventListener('securitypolicyviolation', event => {
    if (event.disposition == 'enforce') watch.violations.push({ address: event.blockedURI, directive: event.effectiveDirective, node: event.target });
    watch.changed();
  });
  document.addEventListener('ic:settled', ({ detail }) => {
    watch.held = detail.held;
    watch.changed();
  });
  try {
    new PerformanceObserver(list => watch.requests.push(...list.getEntries())).observe({ type: 'resource', buffered: true });
  } catch {
    // This browser reports no requests.
  }

  // The runtime gives a script its type back when it has put it into its place.
  new MutationObserver(records => {
    for (const { target, attributeName, oldValue } of records) {
      if (attributeName == 'type' && oldValue && oldValue != 'text/plain' && !(/** @type {any} */ (target).src)) note(target);
      // By ic-policy.js, where the policy that the document came with shuts the vendor out.
      if (attributeName == 'data-ic' && oldValue && !(/** @type {any} */ (target).dataset.ic)) watch.shut.set(target, oldValue);
    }
  }).observe(document, { subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ['type', 'data-ic'] });
})();
