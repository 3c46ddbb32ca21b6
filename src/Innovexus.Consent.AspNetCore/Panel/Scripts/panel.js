// The development panel: a button in a corner, and what it opens. It stands outside of the body, where navigation does not look, in a root of
// its own, where the page's styles do not reach.
import { checks, follow } from './checks.js';
import { look } from './found.js';
import { gates } from './gates.js';
import { described, form } from './pretend.js';
import { sheet } from './style.js';
import { lines, list, make, paragraph, row, section } from './view.js';

const address = /** @type {Found} */ (document.querySelector('script[data-ic-panel]')).dataset.icPanel, base = address.slice(0, -'_ic/panel'.length);

const opener = make('button', { type: 'button', className: 'opener', 'aria-expanded': 'false' }, 'Consent'), close = make('button', { type: 'button' }, 'Close');
const pretends = make('p', { className: 'pretence', role: 'status', hidden: true });
const parts = {
  state: section('State, and why', true), gates: section('Gates of this page'), undeclared: section('Not declared'),
  banner: section('Why the banner comes back'), pretend: section('Pretend'),
};
const dialog = /** @type {HTMLDialogElement} */ (make(
  'dialog', { 'aria-label': 'Consent, in Development' },
  make('header', {}, make('h2', {}, 'Consent, in Development'), close), pretends, ...Object.values(parts).map(({ node }) => node),
));

/** @type {PanelAnswer | undefined} */
let answer;

/** What the server says of a decision cookie that the browser did not keep. @type {string | undefined} */
let refused;

/** The question that is under way, and whether there is reason for another. */
let isAsking = false, isAskedAgain = false;

let isDrawing = false;

async function ask() {
  if (isAsking) {
    isAskedAgain = true;
    return;
  }
  isAsking = true;
  try {
    const said = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(await look(answer)) });
    if (!said.ok) throw new Error((await said.json()).detail);
    answer = await said.json();
    if (window.icWatch.held) refused = (await (await fetch(`${base}_ic/state?refused`)).json()).problem;
  } catch (error) {
    pretends.hidden = false;
    pretends.textContent = `The server does not answer the panel: ${error}`;
    isAsking = false;
    return;
  }
  isAsking = false;
  if (isAskedAgain) {
    isAskedAgain = false;
    return ask();
  }
  draw();
}

// Above the banner, which may need the corner for its buttons.
function place() {
  const { top: edge, left, height } = document.querySelector('[data-ic-banner]')?.getBoundingClientRect() ?? { top: 0, left: 0, height: 0 }, { clientHeight } = document.documentElement;
  const isUnder = height && left < opener.offsetWidth + 12 && edge + height > clientHeight - 40;
  opener.style.marginBottom = isUnder ? `${Math.min(clientHeight - edge, clientHeight - 36) + 6}px` : '';
}

function draw() {
  isDrawing = false;
  place();
  if (!answer) return;
  const { facts, verdicts, undeclared, pretence } = answer, found = gates(answer), looked = checks(answer, refused), problems = looked.filter(({ problem }) => problem);
  const ill = found.filter(({ status }) => /undeclared|failed|blocked/.test(status)), text = described(pretence);
  opener.textContent = pretence ? `Consent: pretends ${text}` : problems.length + ill.length + undeclared.length ? `Consent: ${problems.length + ill.length + undeclared.length}` : 'Consent';
  opener.setAttribute('aria-label', `${opener.textContent}${pretence ? '' : problems.length + ill.length + undeclared.length ? ' things to look at' : ''}, development panel`);
  opener.className = `opener${pretence ? ' pretends' : problems.length + ill.length ? ' problem' : ''}`;
  pretends.hidden = !pretence;
  pretends.textContent = pretence ? `Pretending: ${text}. Whatever you see follows from that, in this browser only.` : '';
  parts.state.show('', [facts, verdicts], () => [
    list(facts.map(({ name, value, why }) => row(name, value, why))),
    list(verdicts.map(({ id, category, granted, locked, reason, why }) => row(id, `${granted ? 'granted' : 'denied'}${locked ? ', locked' : ''}: ${reason}`, why, `${granted ? 'good' : ''}${category ? '' : ' vendor'}`))),
  ]);
  parts.gates.show(`${found.length}`, found, () => [found.length
    ? list(found.map(({ what, id, status, why }) => row(status, `${id}: ${what}`, why, /ran|open/.test(status) ? 'good' : /shut|waiting/.test(status) ? '' : 'bad')))
    : paragraph('This page has no gates.')]);
  parts.undeclared.show(`${undeclared.length}`, undeclared, () => [
    ...undeclared.flatMap(({ title, guess, items, code, settings }) => [
      list([row(title, guess, items.join(', '), 'bad')]), lines(`${title}: C#, after AddConsent`, code), lines(`${title}: appsettings.json`, settings),
    ]),
    make('p', {}, undeclared.length ? 'What the server was about to set, on every page, is listed under ' : 'Nothing in this browser. What the server was about to set, on every page, is listed under ', make('a', { href: `${base}_ic/leaks` }, 'leaks'), '.'),
  ]);
  parts.banner.show(problems.length ? `${problems.length}` : '', looked, () => [
    problems.length ? list(problems.map(({ name, problem, fix }) => row(name, problem ?? '', fix ?? '', 'bad'))) : paragraph('Nothing here brings it back.'),
    paragraph(`All is well with: ${looked.filter(({ problem }) => !problem).map(({ name }) => name).join(', ')}.`),
  ]);
  parts.pretend.show('', pretence, () => form(pretence, base));
}

// Many things happen at once; what they come to is drawn once.
function drawSoon() {
  if (isDrawing) return;
  isDrawing = true;
  setTimeout(draw, 50);
}

/** @param {boolean} isOpen */
function show(isOpen) {
  opener.setAttribute('aria-expanded', `${isOpen}`);
  if (isOpen) {
    dialog.show();
    ask();
  } else {
    dialog.close();
    opener.focus();
  }
}

function start() {
  opener.addEventListener('click', () => show(!dialog.open));
  close.addEventListener('click', () => show(false));
  dialog.addEventListener('keydown', event => {
    if (event.key != 'Escape') return;
    event.stopPropagation();
    show(false);
  });
  const host = make('aside', { id: 'ic-panel', 'aria-label': 'Consent, in Development' }), root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(opener, dialog);
  document.documentElement.append(host);
  window.icWatch.changed = drawSoon;
  document.addEventListener('ic:settled', ask);
  document.addEventListener('ic:change', drawSoon);
  new MutationObserver(drawSoon).observe(document, { childList: true, subtree: true, attributeFilter: ['data-ic', 'data-ic-view', 'data-ic-src', 'src', 'type'] });
  addEventListener('resize', place);
  follow();
  ask();
}

// The page around a frame has a panel of its own.
if (top == window && !document.getElementById('ic-panel')) start();
