// The map as a file of its own: what the style sheets say of each part is written into the part.
import { s } from '../dom.js';

const properties = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-weight', 'paint-order'];

/** The text of an SVG file that shows the map as it is seen now. */
export function picture(svg, title) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll('*')], to = [copy, ...copy.querySelectorAll('*')];
  from.forEach((element, i) => write(getComputedStyle(element), to[i]));
  copy.querySelectorAll('.hit, .flow').forEach(element => element.remove());
  for (const element of to) for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-describedby', 'aria-roledescription']) element.removeAttribute(name);
  const [x, y, w, high] = svg.getAttribute('viewBox').split(' ').map(Number);
  const size = w / svg.clientWidth;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', svg.clientWidth);
  copy.setAttribute('height', svg.clientHeight);
  copy.prepend(s('title', {}, title), s('rect', { x, y, width: w, height: high, fill: getComputedStyle(svg).backgroundColor }));
  copy.append(s('text', { x: x + 8 * size, y: y + high - 8 * size, 'font-size': 10 * size, 'font-family': 'sans-serif', fill: getComputedStyle(svg).color }, 'SupplyGraph. Outlines: Natural Earth.'));
  return new XMLSerializer().serializeToString(copy);
}

function write(style, element) {
  for (const name of properties) {
    const value = style.getPropertyValue(name);
    if (value && !(name === 'opacity' && value === '1')) element.setAttribute(name, value);
  }
  if (!element.hasAttribute('stroke-width')) element.setAttribute('stroke-width', style.getPropertyValue('stroke-width'));
  if (style.getPropertyValue('vector-effect') !== 'none') element.setAttribute('vector-effect', style.getPropertyValue('vector-effect'));
}
