// Says what vendors must hear before anything of theirs runs. It stands in the page itself, first in <head>, so that nothing is earlier;
// where there is no server, ic-signals.js fetches it. As a script that a page swapper runs again it says nothing twice.
(() => {
  if (window.icSay) return;
  const { granted, decided, signals } = JSON.parse(/** @type {Found} */ (document.querySelector('script[data-ic-signals]')).text);

  /** What a signal says to this visitor, as JSON. @param {Signal} signal @param {(id: string) => boolean} isGranted */
  const words = (signal, isGranted) => JSON.stringify(signal.arguments, (_, value) =>
    value?.$granted ? isGranted(value.$granted) ? value.yes : value.no : value);

  /** The object that holds what a signal names, and its name there. @param {Signal} signal @returns {[any, string]} */
  function find({ target }) {
    const path = target.split('.'), name = /** @type {string} */ (path.pop());
    return [path.reduce((object, part) => object?.[part], /** @type {any} */ (window)), name];
  }

  /** @param {Signal} signal @param {string} text */
  function put(signal, text) {
    const { form } = signal, [owner, name] = find(signal), items = JSON.parse(text);
    if (form == 'Call' ? owner?.[name] == null : !owner) return false;
    if (form == 'Call') return Promise.resolve(owner[name](...items));
    if (form == 'Set') owner[name] = items[0];
    else {
      const queue = owner[name] ??= [];
      if (form == 'PushArguments') /** @type {any} */ (function () {
        queue.push(arguments);
      })(...items);
      else queue.push(...form == 'PushArray' ? [items] : items);
    }
  }

  /** False where what is named is not there. @param {Signal} signal @param {string} text */
  function say(signal, text) {
    try {
      return put(signal, text);
    } catch (error) {
      console.error(`Consent: ${signal.target} failed.`, error);
    }
  }

  window.icSay = {
    words, find, say, decided,
    notes: signals.map((/** @type {Signal} */ signal) => {
      const isOn = (/** @type {string} */ id) => granted.includes(id), { when, id } = signal, text = words(signal, isOn);
      const isNow = when == 'Before' || when == 'Grant' && isOn(id) || when == 'Change' && decided;
      const isDue = isNow ? say(signal, text) === false : when != 'Change';
      return { signal, text, isDue, place: find(signal)[0]?.[find(signal)[1]] };
    }),
  };
})();
