// Names of places, as many as fit without lying over one another.
import { replace, s } from '../dom.js';

/** @param pixel the size of a pixel in units of the map. */
export function drawLabels(layer, places, pixel) {
  const taken = [];
  const labels = [];
  for (const {
    name,
    point: [x, y],
    weight = 0,
  } of places) {
    const size = 12 * pixel,
      wide = name.length * size * 0.56,
      away = (7 + 12 * Math.sqrt(weight)) * pixel;
    const spots = [
      ['start', x + away, y + size / 3],
      ['end', x - away, y + size / 3],
      ['middle', x, y - away],
      ['middle', x, y + away + size * 0.8],
    ];
    const free = spots.find(spot => !taken.some(other => overlap(box(spot, wide, size), other)));
    if (!free) continue;
    taken.push(box(free, wide, size));
    labels.push(
      s(
        'text',
        { x: free[1].toFixed(2), y: free[2].toFixed(2), 'text-anchor': free[0], 'font-size': size.toFixed(2), 'stroke-width': (3 * pixel).toFixed(2) },
        name,
      ),
    );
  }
  replace(layer, labels);
}

function box([anchor, x, y], wide, size) {
  const left = x - { start: 0, middle: wide / 2, end: wide }[anchor];
  return [left, y - size, left + wide, y + size * 0.3];
}

const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
