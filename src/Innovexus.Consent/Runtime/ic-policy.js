// Only where the server's policy admits the vendors that were granted when this document was loaded, and no others: a document keeps the
// policy it came with, so what is granted later needs one full load. Until then its gates stay shut here: the browser would only complain.
const [decided, ...shut] = new URL(import.meta.url).hash.slice(1).split(',');

/** The visitor decides here. @type {boolean | undefined} */
let mine;

/** The visitor may have decided here before this arrived. @type {boolean | undefined} */
let isLate = !!window.innovexusConsent;

/** A vendor that the document shuts out was granted. @type {boolean | undefined} */
let due;

/** Nothing but the next navigation brings it. @type {boolean | undefined} */
let late;

function close() {
  for (const node of document.querySelectorAll('[data-ic]')) if (shut.includes(node.dataset.ic)) node.removeAttribute('data-ic');
  // Decided in another tab, so never under the visitor's hands, or in a page that cannot be asked for again: the next navigation is a full
  // load. A page that is merged takes it away.
  if (late && document.body.dataset.enhanceNav != 'false') document.body.dataset.enhanceNav = 'false';
}

close();
new MutationObserver(close).observe(document, { childList: true, subtree: true, attributeFilter: ['data-ic', 'data-enhance-nav'] });

document.addEventListener('submit', event => {
  mine ||= /** @type {Element} */ (event.target).matches('[data-ic-form]');
}, true);

function watchScripts() {
  const { decide } = innovexusConsent;
  innovexusConsent.decide = choice => {
    mine = true;
    return decide(choice);
  };
}

document.addEventListener('ic:grant', ({ detail }) => {
  due ||= shut.includes(detail.id);
});

document.addEventListener('ic:settled', ({ detail }) => {
  const { decidedAt } = innovexusConsent.state;
  // A post that was under way then is listed by now.
  mine ||= isLate && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/_ic/decision'));
  isLate = false;
  // Not for a choice that the site does not know of: the next page would not have it either.
  if (due && decidedAt != +decided && !detail.held) {
    due = false;
    // A page that came from a POST is not sent again.
    if (mine && !document.querySelector('[data-ic-posted]')) return location.reload();
    late = true;
    close();
  }
  mine = false;
});

// The runtime and the visitor may have been faster: then all this has been told already, and is told once more.
if (isLate) {
  watchScripts();
  due = shut.some(id => innovexusConsent.isGranted(id));
  innovexusConsent.settled.then(() => {});
} else {
  document.addEventListener('ic:change', watchScripts, { once: true });
}
