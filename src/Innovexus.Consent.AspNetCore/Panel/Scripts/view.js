// Makes what the panel shows, without HTML, which a policy for trusted types forbids.

/** @param {string} name @param {Record<string, any>} [properties] @param {...(Node | string | false | null | undefined)} children */
export function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) /** @type {any} */ (node)[key] = value;
    else node.setAttribute(key, value);
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/** @param {string} title @param {boolean} [open] */
export function section(title, open) {
  const summary = make('summary', {}, title), body = make('div'), node = make('details', { open }, summary, body);
  let shown = '';
  return {
    node,
    /** Shows something else, where it is something else: focus and selection stay otherwise.
     * @param {string} count @param {unknown} of @param {() => Node[]} parts */
    show(count, of, parts) {
      const text = JSON.stringify([count, of]);
      if (text == shown) return;
      shown = text;
      summary.textContent = count ? `${title} (${count})` : title;
      body.replaceChildren(...parts());
    },
  };
}

/** Lines to copy. @param {string} label @param {string} text */
export function lines(label, text) {
  const button = make('button', { type: 'button' }, 'Copy'), code = make('pre', { tabIndex: 0, role: 'region', 'aria-label': label }, text);
  button.setAttribute('aria-label', `Copy: ${label}`);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      // Without the clipboard, as on plain http: it is at least selected.
      getSelection()?.selectAllChildren(code);
      button.textContent = 'Selected';
    }
  });
  return make('div', { className: 'lines' }, make('div', { className: 'head' }, label, button), code);
}

/** @param {string} term @param {string} value @param {string} [why] @param {string} [kind] */
export const row = (term, value, why, kind) => make('li', { className: kind ?? '' }, make('b', {}, term), ' ', make('span', { className: 'value' }, value), why && make('div', { className: 'why' }, why));

/** @param {Node[]} rows */
export const list = rows => make('ul', {}, ...rows);

/** @param {string} text */
export const paragraph = text => make('p', {}, text);
