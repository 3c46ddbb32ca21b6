// Only where the server's policy admits the vendors that were granted when this document was loaded, and no others: a document keeps the
// policy it came with, so what is granted later needs one full load. Until then its gates stay shut here: the browser would only complain.
const before = JSON.parse(document.querySelector('script[data-ic-state]').textContent).decidedAt;
const shut = document.querySelector('[data-ic-shut]').dataset.icShut.split(' ');
let mine, due;

function close() {
  for (const node of document.querySelectorAll('[data-ic]')) if (shut.includes(node.dataset.ic)) node.removeAttribute('data-ic');
}

close();
new MutationObserver(close).observe(document, { childList: true, subtree: true, attributeFilter: ['data-ic'] });

document.addEventListener('submit', event => {
  mine ||= event.target.matches('[data-ic-form]');
}, true);

document.addEventListener('ic:settled', () => {
  const { decide } = innovexusConsent;
  innovexusConsent.decide = choice => {
    mine = true;
    return decide(choice);
  };
}, { once: true });

document.addEventListener('ic:grant', ({ detail }) => {
  due ||= shut.includes(detail.id);
});

document.addEventListener('ic:settled', () => {
  const { decidedAt } = innovexusConsent.state;
  // Not for a choice that the site does not know of: the next page would not have it either.
  if (due && decidedAt != before && document.cookie.includes(`ic_consent=v1.${decidedAt}.`)) {
    due = false;
    if (mine) return location.reload();
    // Decided in another tab, so never under the visitor's hands: the next navigation is a full load.
    document.body.dataset.enhanceNav = 'false';
  }
  mine = false;
});
