// Pretends to be somebody else: in a cookie that only a server in Development reads, until the browser is closed.
import { make, paragraph } from './view.js';

const ages = ['Unknown', 'Under13', 'From13To15', 'From16To17', 'Adult'];

/** @param {Pretence | null} pretence */
export function described(pretence) {
  if (!pretence) return '';
  const { region, age, signal, language } = pretence;
  return [region, age != null && ages[age], signal && 'Global Privacy Control', language].filter(Boolean).join(', ');
}

/** @param {Pretence | null} pretence @param {string} base */
export function form(pretence, base) {
  const field = (/** @type {string} */ label, /** @type {HTMLElement} */ input) => make('label', {}, label, input);
  const node = /** @type {HTMLFormElement} */ (make(
    'form', {},
    field('Region', make('input', { name: 'region', size: 8, placeholder: 'US-CA', value: pretence?.region ?? '', autocomplete: 'off' })),
    field('Age', make('select', { name: 'age' }, option('', 'as the site says'), ...ages.map((age, i) => option(age, age, pretence?.age == i)))),
    field('Language', make('input', { name: 'language', size: 8, placeholder: 'de', value: pretence?.language ?? '', autocomplete: 'off' })),
    make('label', { className: 'check' }, make('input', { type: 'checkbox', name: 'signal', value: 'on', checked: !!pretence?.signal }), 'Global Privacy Control'),
    make('button', {}, 'Pretend'),
    pretence && make('button', { type: 'button', name: 'stop', onclick: () => keep('', base) }, 'Stop pretending'),
  ));
  node.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    const given = [...new FormData(node)].filter(([, value]) => value);
    keep(`${new URLSearchParams(/** @type {any} */ (given))}`, base);
  });
  return [paragraph('The region is an ISO 3166 code, the language one of .NET\'s. It counts for this browser, with every page of this application.'), node];
}

/** @param {string} value @param {string} text @param {boolean} [selected] */
const option = (value, text, selected) => make('option', { value, selected: !!selected }, text);

/** @param {string} text @param {string} base */
function keep(text, base) {
  document.cookie = `ic_pretend=${text}; Path=${base}; SameSite=Lax${text ? '' : '; Max-Age=0'}`;
  location.reload();
}
