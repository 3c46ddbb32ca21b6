// Says what vendors must hear before anything of theirs runs. It stands in the page itself, first in <head>, so that nothing is earlier;
// where there is no server, ic-signals.js fetches it. As a script that a page swapper runs again it says nothing twice.
window.icSay ??= (() => {
  const { text } = /** @type {Found} */ (document.querySelector('[data-ic-signals]')), page = JSON.parse(text);
  const isOn = (/** @type {string} */ id) => page.granted.includes(id);

  /** Itself where what is named is not there, which no vendor's function answers; the queue, where one is pushed onto.
   * @returns {any} @param {Signal} signal */
  function say({ form, target, arguments: items }) {
    const path = target.split('.'), name = /** @type {string} */ (path.pop());
    const owner = path.reduce((object, part) => object?.[part], /** @type {any} */ (window));
    try {
      if (form == 'Call') return owner?.[name] ? owner[name](...items) : say;
      if (!owner) return say;
      if (form == 'Set') owner[name] = items[0];
      else {
        const queue = owner[name] ??= [];
        queue.push(...form == 'PushItems' ? items : [form == 'PushArray' ? items : /** @type {any} */ (function () {
          return arguments;
        })(...items)]);
        return queue;
      }
    } catch (error) {
      console.error(`Consent: ${target} failed.`, error);
    }
  }

  // What each says to this visitor; false for what is not to be said yet. A revocation is never said here.
  const { signals } = JSON.parse(text, (_, value) => value?.$granted ? isOn(value.$granted) ? value.yes : value.no : value);
  return {
    say, page,
    said: signals.map((/** @type {any} */ signal) => (/** @type {any} */ ({ Before: true, Grant: isOn(signal.id), Change: page.decided }))[signal.when] && say(signal)),
  };
})();
