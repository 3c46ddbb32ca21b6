// Says to vendors what the visitor has chosen, where they have declared how they hear it. Loaded on pages with signals, once there may be
// something to say that the page itself did not.

/** Each signal, and what has become of it. @type {Note[] | undefined} */
let notes;

/** What is still due is tried again when scripts have ended: a function may be there by then. */
let again = () => {};
document.addEventListener('ic:settled', () => again());

/**
 * Fulfils when all has been said and what answered with a promise has ended.
 * @param {(id: string) => boolean} isGranted @param {Set<string>} seen Ids that were granted in this document, now or before.
 * @param {boolean} isDecided
 */
export async function tell(isGranted, seen, isDecided) {
  // Not a module, and it leaves what it has to say.
  if (!window.icSay) await import('./ic-say.js');
  const { page } = window.icSay, list = notes ??= read(window.icSay), isFirst = isDecided && !page.decided;
  page.decided ||= isDecided;
  const answers = say(list, isGranted, seen, isFirst);
  again = () => say(list, isGranted, seen, false);
  await Promise.race([Promise.all(answers), new Promise(resolve => setTimeout(resolve, 1000))]);
}

/** What the page itself has said. @param {Said} page @returns {Note[]} */
const read = ({ page, said }) => page.signals.map((signal, index) => ({
  signal,
  text: words(signal, id => page.granted.includes(id)),
  isDue: signal.when == 'Revoke' || said[index] === false || said[index] == window.icSay.say,
  place: said[index],
}));

/** What a signal says to this visitor, as JSON. @param {Signal} signal @param {(id: string) => boolean} isGranted */
const words = (signal, isGranted) => JSON.stringify(signal.arguments, (_, value) =>
  value?.$granted ? isGranted(value.$granted) ? value.yes : value.no : value);

/** @param {Note[]} notes @param {(id: string) => boolean} isGranted @param {Set<string>} seen @param {boolean} isFirst */
const say = (notes, isGranted, seen, isFirst) => notes.map(note => {
  const { signal } = note, { when, id } = signal, text = words(signal, isGranted), isOn = isGranted(id);
  if (when == 'Change' ? text != note.text || isFirst : when == 'Grant' ? !isOn : when == 'Revoke' ? isOn : isReplaced(note)) note.isDue = true;
  if (when != 'Before') note.text = text;
  if (!note.isDue || when == 'Grant' && !isOn || when == 'Revoke' && (isOn || !seen.has(id))) return;
  const answer = window.icSay.say({ ...signal, arguments: JSON.parse(note.text) });
  note.isDue = answer == window.icSay.say;
  return Promise.resolve(answer).catch(console.error);
});

// A script that makes a queue anew, instead of going on with the one that it finds, has lost what was said first.
/** @param {Note} note */
function isReplaced(note) {
  const place = note.signal.target.split('.').reduce((object, part) => object?.[part], /** @type {any} */ (window)), before = note.place;
  note.place = place;
  return Array.isArray(before) && Array.isArray(place) && place != before;
}
