// Says to vendors what the visitor has chosen, where they have declared how they hear it. Loaded on pages with signals, once there may be
// something to say that the page itself did not.

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
  const page = window.icSay, isFirst = isDecided && !page.decided;
  page.decided ||= isDecided;
  const answers = say(page, isGranted, seen, isFirst);
  again = () => say(page, isGranted, seen, false);
  await Promise.race([Promise.all(answers), new Promise(resolve => setTimeout(resolve, 1000))]);
}

/** @param {Said} page @param {(id: string) => boolean} isGranted @param {Set<string>} seen @param {boolean} isFirst */
const say = (page, isGranted, seen, isFirst) => page.notes.map(note => {
  const { signal } = note, { when, id } = signal, text = page.words(signal, isGranted), isOn = isGranted(id);
  if (when == 'Change' ? text != note.text || isFirst : when == 'Grant' ? !isOn : when == 'Revoke' ? isOn : isReplaced(page, note)) note.isDue = true;
  if (when != 'Before') note.text = text;
  if (!note.isDue || when == 'Grant' && !isOn || when == 'Revoke' && (isOn || !seen.has(id))) return;
  const answer = page.say(signal, note.text);
  note.isDue = answer === false;
  return Promise.resolve(answer).catch(console.error);
});

// A script that makes a queue anew, instead of going on with the one that it finds, has lost what was said first.
/** @param {Said} page @param {Note} note */
function isReplaced({ find }, note) {
  const [owner, name] = find(note.signal), place = owner?.[name], before = note.place;
  note.place = place;
  return Array.isArray(before) && Array.isArray(place) && place != before;
}
