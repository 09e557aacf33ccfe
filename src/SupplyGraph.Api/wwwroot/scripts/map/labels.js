// Names of places, as many as fit into what is seen without lying over one another or behind the buttons.
import { replace, s } from '../dom.js';

/** In pixels: the height of letters, and what the buttons at the top right take, their margins included. */
const letter = 12,
  buttons = [58, 150];
/** How wide a letter is on the average, as a part of its height. */
const breadth = 0.56;

/** @param pixel the length of a pixel in units of the map. @param seen the part of the map that is seen: {x, y, width, height}. */
export function drawLabels(layer, places, pixel, seen) {
  const size = letter * pixel;
  const taken = [[seen.x + seen.width - buttons[0] * pixel, seen.y, seen.x + seen.width, seen.y + buttons[1] * pixel]];
  const labels = [];
  for (const place of places) {
    const free = spotsBeside(place, size, pixel).find(({ box }) => within(box, seen) && !taken.some(other => overlap(box, other)));
    if (!free) continue;
    taken.push(free.box);
    labels.push(label(place.name, free, size, pixel));
  }
  replace(layer, labels);
}

const label = (name, { x, y, anchor }, size, pixel) =>
  s('text', { x: x.toFixed(2), y: y.toFixed(2), 'text-anchor': anchor, 'font-size': size.toFixed(2), 'stroke-width': (3 * pixel).toFixed(2) }, name);

/** Where a name can stand beside its place: right, left, above, below. */
function spotsBeside({ name, point: [x, y], weight = 0 }, size, pixel) {
  const wide = name.length * size * breadth,
    away = (7 + 12 * Math.sqrt(weight)) * pixel,
    middle = y + size / 3;
  return [
    { anchor: 'start', x: x + away, y: middle, left: x + away },
    { anchor: 'end', x: x - away, y: middle, left: x - away - wide },
    { anchor: 'middle', x, y: y - away, left: x - wide / 2 },
    { anchor: 'middle', x, y: y + away + size * 0.8, left: x - wide / 2 },
  ].map(spot => ({ ...spot, box: [spot.left, spot.y - size, spot.left + wide, spot.y + size * 0.3] }));
}

const within = ([left, top, right, bottom], { x, y, width, height }) => left > x && right < x + width && top > y && bottom < y + height;

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
