// In the page before anything else: when the banner is seen, what blocks, and what a click costs. '{accept}' is the button's selector.
window.probe = { blocking: 0, count: 0, events: [] };

new PerformanceObserver(list => {
  for (const task of list.getEntries()) probe.blocking += task.duration - 50;
}).observe({ type: 'longtask', buffered: true });

// The browser tells of events that took 16 ms or more, from the click to the next paint.
new PerformanceObserver(list => {
  for (const { name, duration, interactionId, processingStart, processingEnd } of list.getEntries()) {
    if (interactionId) probe.events.push({ name, duration, processing: processingEnd - processingStart });
  }
}).observe({ type: 'event', durationThreshold: 16, buffered: true });

addEventListener('click', event => probe.clicked ??= event.timeStamp, true);

// Seen: in the window, and more than half opaque.
function isSeen(node) {
  const { top, bottom, width } = node.getBoundingClientRect();
  let opacity = 1;
  for (let each = node; each; each = each.parentElement) opacity *= getComputedStyle(each).opacity;
  return width > 0 && top >= 0 && bottom <= innerHeight && opacity > 0.5 && node.checkVisibility({ visibilityProperty: true });
}

// After the frame that shows it.
requestAnimationFrame(function look() {
  const button = document.querySelector('{accept}');
  if (button && isSeen(button)) setTimeout(() => probe.visible = performance.now());
  else requestAnimationFrame(look);
});

// When the banner stands still and nothing is put off any more.
probe.rested = async () => {
  const ends = document.getAnimations().filter(animation => animation.effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(ends.map(animation => animation.finished));
  await new Promise(resolve => requestIdleCallback(() => resolve()));
};

// What a gated script calls.
probe.ran = () => {
  probe.first ??= performance.now();
  probe.last = performance.now();
  probe.count++;
};
