// The map as a file of its own: what the style sheets say of each part is written into the part.
import { s } from '../dom.js';

const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-weight',
  'paint-order',
];

/** The text of an SVG file that shows the map as it is seen now, with its legend. */
export function picture(svg, title) {
  const copy = styledCopy(svg);
  const [x, y, w, high] = svg.getAttribute('viewBox').split(' ').map(Number);
  const size = w / svg.clientWidth;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', svg.clientWidth);
  copy.setAttribute('height', svg.clientHeight);
  copy.prepend(s('title', {}, title), s('rect', { x, y, width: w, height: high, fill: getComputedStyle(svg).backgroundColor }));
  copy.append(key(svg.parentElement.querySelector('.legend'), x + 8 * size, y + high - 26 * size, size));
  copy.append(
    s(
      'text',
      { x: x + 8 * size, y: y + high - 8 * size, 'font-size': 10 * size, 'font-family': 'sans-serif', fill: getComputedStyle(svg).color },
      'SupplyGraph. Outlines: Natural Earth.',
    ),
  );
  return new XMLSerializer().serializeToString(copy);
}

function styledCopy(element) {
  const copy = element.cloneNode(true);
  const from = [element, ...element.querySelectorAll('*')],
    to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((part, i) => write(getComputedStyle(part), to[i]));
  copy.querySelectorAll('.hit, .flow').forEach(part => part.remove());
  for (const part of to) for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-describedby', 'aria-roledescription']) part.removeAttribute(name);
  return copy;
}

/** The legend, a line for each item, with its foot at a point. */
function key(legend, x, foot, size) {
  const items = [...legend.querySelectorAll('li')],
    color = getComputedStyle(legend).color;
  return s(
    'g',
    { transform: `translate(${x} ${foot - items.length * 16 * size}) scale(${size})` },
    items.map((item, i) =>
      s(
        'g',
        { transform: `translate(0 ${16 * i})` },
        styledCopy(item.querySelector('.sample > *')),
        s('text', { x: 36, y: 10, 'font-size': 11, 'font-family': 'sans-serif', fill: color }, item.textContent),
      ),
    ),
  );
}

function write(style, element) {
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value && !(name === 'opacity' && value === '1')) element.setAttribute(name, value);
  }
  if (!element.hasAttribute('stroke-width')) element.setAttribute('stroke-width', style.getPropertyValue('stroke-width'));
  if (style.getPropertyValue('vector-effect') !== 'none') element.setAttribute('vector-effect', style.getPropertyValue('vector-effect'));
}
