// The preferences dialog: loaded on the first interaction that needs it.
const runtime = document.querySelector('script[data-ic-ui]');
const { icStyle: style, icForm: page } = runtime.dataset;

let dialog, fragment;

const root = () => document.querySelector('[data-permanent="ic-root"]');

// The same form as the page's. Rendered from the state, so it is dropped when that changes.
export function prefetch() {
  loadStyle();
  fragment ??= fetch(`${page}?fragment&return=${encodeURIComponent(location.pathname + location.search)}`)
    .then(answer => answer.ok ? answer.text() : undefined, () => undefined);
  return fragment;
}

// In the root, where navigation leaves it; a page without one may have come between.
function loadStyle() {
  let link = root()?.querySelector('link');
  if (root() && !link) {
    link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    link.nonce = runtime.nonce;
    // Without its style the dialog is plain, but works.
    link.loaded = new Promise(resolve => {
      link.onload = link.onerror = resolve;
    });
    root().prepend(link);
  }
  return link?.loaded;
}

// Whether the dialog is open; if not, the way to the page is an ordinary one.
export async function show(opener) {
  if (dialog?.isConnected) return true;
  const html = await prefetch();
  fragment = undefined;
  await loadStyle();
  if (!html || !root()) return false;
  dialog = document.createElement('dialog');
  dialog.className = 'ic ic-dialog';
  dialog.setAttribute('aria-labelledby', 'ic-dialog-title');
  dialog.innerHTML = html;
  dialog.addEventListener('click', event => event.target.closest('[data-ic-close]') && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    // The banner's own button is gone after a decision; the link to the settings is where this came from, too.
    const visible = element => element?.isConnected && element.getClientRects().length;
    const target = visible(opener) ? opener : [...document.querySelectorAll('a[data-ic-open]')].find(visible);
    target?.focus({ preventScroll: true });
  });
  // What was decided a moment ago may not have reached the server that rendered the form.
  for (const input of dialog.querySelectorAll('input[name=category]')) input.checked = innovexusConsent.isGranted(input.value);
  root().append(dialog);
  dialog.showModal();
  return true;
}

// After a decision in a form that is not the banner's. True: told here, nothing more to say.
export function after(form, outcome) {
  const note = form.querySelector('[role=alert]');
  note.textContent = '';
  if (outcome == 'unchanged') {
    note.textContent = form.dataset.icUnchanged;
    return true;
  }
  if (dialog?.contains(form)) dialog.close();
  if (outcome == 'saved') date();
}

// A form in the page says when the choice was made; now that was a moment ago.
async function date() {
  const lines = document.querySelectorAll('form .ic-when');
  const html = lines.length && await prefetch();
  if (!html) return;
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  for (const line of lines) line.textContent = fresh.content.querySelector('.ic-when').textContent;
}

document.addEventListener('ic:change', () => {
  fragment = undefined;
});
