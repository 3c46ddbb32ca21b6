// What each gate of the page is doing now.
const watch = window.icWatch;

/** @param {PanelAnswer} answer @returns {PanelGate[]} */
export function gates({ verdicts }) {
  const known = new Map(verdicts.map(verdict => [verdict.id, verdict])), seen = new Set(), found = [];
  for (const node of document.querySelectorAll('script[type="text/plain"], [data-ic-src], [data-ic-view]')) {
    const id = watch.shut.get(node) ?? node.dataset.ic ?? node.dataset.icView;
    // The copy that has run in a gate's place, and other scripts of that type.
    if (!id || node.dataset.icCopy != null && seen.has(watch.key(node))) continue;
    if (node.localName == 'script') seen.add(watch.key(node));
    const [status, why] = stateOf(node, id, known.get(id));
    found.push({ what: nameOf(node), id, status, why });
  }
  return found;
}

/** @param {Found} node */
function nameOf(node) {
  const address = node.dataset.icSrc ?? node.getAttribute('src');
  return node.localName == 'script' ? address ? `Script ${address}` : `Inline script ${(node.textContent ?? '').trim().slice(0, 40)}…`
    : node.dataset.icView ? 'View' : `${node.localName == 'img' ? 'Image' : 'Frame'} ${address}`;
}

/** @param {Found} node @param {string} id @param {PanelVerdict | undefined} verdict @returns {[string, string]} */
function stateOf(node, id, verdict) {
  if (!verdict) return ['undeclared', `'${id}' is neither a category nor a vendor, so it stays off.`];
  const isGranted = window.innovexusConsent?.isGranted(id), shut = `'${id}' is not granted. ${isGranted == verdict.granted ? verdict.why : ''}`;
  if (node.dataset.icView) return isGranted ? ['open', `'${id}' is granted.`] : ['shut', shut];
  if (watch.shut.has(node)) return ['blocked by the policy', `The policy that this document came with does not admit '${id}'. The next full load does.`];
  const address = node.dataset.icSrc ?? node.getAttribute('src'), violation = watch.violations.find(other => other.node == node || address && other.address == new URL(address, document.baseURI).href);
  if (violation) return ['blocked by the policy', `The Content-Security-Policy forbids it (${violation.directive}). Admit it there, or name its origin with AddOrigin where ContentSecurity writes the policy.`];
  const ended = watch.gates.get(watch.key(node));
  if (ended) return ['failed', ended];
  if (node.localName == 'script') {
    if (ended == '') return ['ran', isGranted ? `'${id}' is granted.` : `'${id}' was granted when it ran, and is not any more.`];
    return isGranted ? ['waiting', `'${id}' is granted. It waits for the script before it of the same id, or for the state.`] : ['shut', shut];
  }
  return node.hasAttribute('src') ? ['open', isGranted ? `'${id}' is granted.` : 'Allowed once.'] : isGranted ? ['waiting', `'${id}' is granted.`] : ['shut', shut];
}
