// Measures whether refusing is offered as accepting is, as the browser shows it: in size, weight, contrast, order, distance and clicks.
// Development and the tests of sites (ConsentMarkup.ProminenceScript) ask here; visitors' browsers never load it.

// Differences that no eye sees: a rounded pixel, and a tenth of a contrast.
const PIXEL = 1, SAME = .9;

// How far apart the two may stand, in CSS pixels: about the height of a button.
const NEAR = 48;

/** Each difference by name, in words. @param {string} accept @param {string} refuse Selectors of what accepts and of what refuses. */
export function measure(accept, refuse) {
  const find = (/** @type {string} */ selector) => /** @type {Found[]} */ ([...document.querySelectorAll(selector)]);
  const accepting = find(accept), refusing = find(refuse), found = new Set();
  if (!accepting.some(isSeen)) found.add(`choice: nothing that accepts is in sight (${accept})`);
  if (accepting.length != refusing.length) found.add(`choice: ${accepting.length} elements accept, and ${refusing.length} refuse`);
  for (const [i, one] of accepting.entries()) {
    const other = refusing[i];
    if (!other || !isSeen(one)) continue;
    if (!isSeen(other)) found.add('click: refusing is out of sight where accepting is in sight, so it takes a click or a scroll more');
    else compare(one, other, difference => found.add(difference));
  }
  return [...found];
}

/** @param {Found} accept @param {Found} refuse @param {(difference: string) => void} tell */
function compare(accept, refuse, tell) {
  const [one, other] = [accept, refuse].map(element => element.getBoundingClientRect());
  if (other.width < one.width - PIXEL || other.height < one.height - PIXEL) {
    tell(`size: refusing is ${Math.round(other.width)} by ${Math.round(other.height)} pixels large, and accepting ${Math.round(one.width)} by ${Math.round(one.height)}`);
  }
  const [style, theirs] = [accept, refuse].map(element => getComputedStyle(element));
  const [letters, others] = [style, theirs].map(({ fontSize }) => parseFloat(fontSize));
  if (others < letters) tell(`size: the letters of refusing are ${others} pixels high, and those of accepting ${letters}`);
  if (+theirs.fontWeight < +style.fontWeight) tell(`weight: the letters of refusing weigh ${theirs.fontWeight}, and those of accepting ${style.fontWeight}`);
  const [look, lesser] = [accept, refuse].map(contrasts);
  if (lesser.text < look.text * SAME) tell(`contrast: the words of refusing have ${rounded(lesser.text)} to 1, and those of accepting ${rounded(look.text)} to 1`);
  if (lesser.edge < look.edge * SAME) tell(`contrast: refusing stands out by ${rounded(lesser.edge)} to 1, and accepting by ${rounded(look.edge)} to 1`);
  const between = stops().filter(stop => stop != accept && stop != refuse && isBetween(stop, accept, refuse));
  if (between.length || accept.tabIndex != refuse.tabIndex) {
    tell(`order: ${between.length ? `'${words(between[0])}' stands between accepting and refusing` : 'the keyboard reaches one of the two by another way'}`);
  }
  const gap = Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom);
  if (gap > NEAR) tell(`distance: refusing stands ${Math.round(gap)} pixels away from accepting`);
}

/** @param {number} contrast */
const rounded = contrast => contrast.toFixed(1);

/** @param {Found} element */
const words = element => (element.textContent || element.ariaLabel || element.localName).trim();

// What the eye finds there: neither hidden, nor scrolled away, nor covered.
/** @param {Found} element */
export function isSeen(element) {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.disabled) return false;
  const { x, y, width, height } = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return element.contains(top) || !!top?.closest('label')?.contains(element);
}

// In the order of the document, which the keyboard follows.
const stops = () => /** @type {Found[]} */ ([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')])
  .filter(element => element.tabIndex >= 0 && element.checkVisibility());

// By the keyboard, or to the eye: where both stand in one line or column, in the stretch that they leave between them.
/** @param {Found} stop @param {Found} one @param {Found} other */
function isBetween(stop, one, other) {
  const follows = (/** @type {Node} */ from, /** @type {Node} */ to) => !!(from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (follows(one, stop) && follows(stop, other) || follows(other, stop) && follows(stop, one)) return true;
  if (!isSeen(stop)) return false;
  const [middle, a, b] = [stop, one, other].map(element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, width, height };
  });
  const within = (/** @type {'x' | 'y'} */ axis) => (middle[axis] - a[axis]) * (middle[axis] - b[axis]) < 0;
  const level = (/** @type {'x' | 'y'} */ axis, /** @type {'width' | 'height'} */ size) => Math.abs(a[axis] - b[axis]) < a[size] / 2 && Math.abs(a[axis] - middle[axis]) < a[size] / 2;
  return level('y', 'height') && within('x') || level('x', 'width') && within('y');
}

// Of the words on their ground, and of the element on what is around it: by its ground or by its border, whichever is plainer.
/** @param {Found} element */
function contrasts(element) {
  const style = getComputedStyle(element), around = ground(element.parentElement), own = over(colour(style.backgroundColor), around);
  const ink = over(colour(style.color), own), border = parseFloat(style.borderTopWidth) && style.borderTopStyle != 'none' ? over(colour(style.borderTopColor), around) : around;
  const faded = opacity(element), seen = (/** @type {number[]} */ pixel) => over([...pixel.slice(0, 3), faded], around);
  return { text: contrast(seen(ink), seen(own)), edge: Math.max(contrast(seen(own), around), contrast(seen(border), around)) };
}

// What lies behind an element, as far as it is of one colour.
/** @param {Element | null} element @returns {number[]} */
function ground(element) {
  if (!element) return colour('Canvas');
  const own = colour(getComputedStyle(element).backgroundColor);
  return own[3] == 1 ? own : over(own, ground(element.parentElement));
}

/** @param {Element | null} element @returns {number} */
const opacity = element => element ? +getComputedStyle(element).opacity * opacity(element.parentElement) : 1;

const canvas = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));

// As it is painted, in whatever way it is written: red, green and blue up to 255, and how much it covers up to 1.
/** @param {string} text */
function colour(text) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** @param {number[]} upper @param {number[]} lower */
const over = ([red, green, blue, alpha], lower) => [...[red, green, blue].map((part, i) => part * alpha + lower[i] * (1 - alpha)), 1];

// WCAG 2.2: relative luminance, and contrast ratio.
/** @param {number[]} pixel */
const luminance = pixel => pixel.slice(0, 3).map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  .reduce((sum, part, i) => sum + part * [.2126, .7152, .0722][i], 0);

/** @param {number[]} one @param {number[]} other */
function contrast(one, other) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + .05) / (darker + .05);
}
