// A script that comes after consent has missed the page's own events. Loaded where one opted in: its listeners for what is over are called.
/** @type {Record<string, () => boolean>} */
const isOver = { DOMContentLoaded: () => document.readyState != 'loading', load: () => document.readyState == 'complete' };
const ownAdd = EventTarget.prototype.addEventListener;

// Called right before the script is put into its place.
/** @param {Found} script */
export function replay(script) {
  EventTarget.prototype.addEventListener = listen;
  const { onload } = window, tell = () => window.onload != onload && isOver.load() && later('load', window, window.onload);
  if (script.src) script.addEventListener('load', tell);
  else queueMicrotask(tell);
}

/** @this {EventTarget | undefined} @param {string} type @param {any} listener @param {any} options */
function listen(type, listener, options) {
  const isLate = document.currentScript?.dataset.icReplay != null && /** @type {unknown[]} */ ([document, window]).includes(this ?? window) && isOver[type]?.();
  return isLate ? later(type, this ?? window, listener) : ownAdd.call(this ?? window, type, listener, options);
}

// After the script, as it would have been.
/** @param {string} type @param {EventTarget} target @param {any} listener */
function later(type, target, listener) {
  setTimeout(() => {
    const event = new Event(type);
    listener?.handleEvent ? listener.handleEvent(event) : listener?.call(target, event);
  });
}
