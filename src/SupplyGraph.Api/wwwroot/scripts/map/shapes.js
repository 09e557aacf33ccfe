// The shapes of the map, and how large they are drawn so that they keep their size on the screen however close the map is.
import { s } from '../dom.js';
import { joined } from '../words.js';
import { rim } from './projection.js';

const south = -60,
  north = 88;
const dashes = { announced: [7, 4.5], potential: [2.5, 4.5] };

/** How thick an arc is: from a hair to a rope. */
const thickness = plausibility => 1.25 + 4.75 * plausibility;

/** The picture with its layers, bottom first; arcs that leave the map at one side are cut off at its rim. */
export function frame(world, project) {
  const layers = Object.fromEntries(['land', 'arcs', 'marks', 'labels'].map(name => [name, s('g', { class: name })]));
  const edge = rim(project, south, north);
  const within = [s('path', { class: 'sea', d: edge }), s('path', { class: 'graticule', d: world.graticule }), layers.land, layers.arcs];
  const svg = s(
    'svg',
    { class: 'map', role: 'group', tabindex: 0, 'aria-roledescription': 'map', 'aria-label': 'World map', 'aria-describedby': 'map-caption' },
    s('defs', {}, s('clipPath', { id: 'rim' }, s('path', { d: edge }))),
    s('g', { 'clip-path': 'url(#rim)' }, within),
    layers.marks,
    layers.labels,
  );
  return { svg, layers };
}

/** An arc; one over the date line is drawn at both sides of the map. */
export function arcShape(arc, listeners) {
  const shifts = arc.ends.wrap ? [0, arc.ends.wrap] : [0];
  return s(
    'g',
    {
      class: joined(['arc', `family-${arc.family.id}`, arc.status, arc.lost && 'lost'], ' '),
      role: 'button',
      tabindex: -1,
      'aria-label': arc.label,
      'data-ranks': arc.ranks.join(' '),
      ...listeners,
    },
    shifts.map(shift => ['hit', 'line', 'flow'].map(name => s('path', { class: name, d: arc.path, transform: shift ? `translate(${shift} 0)` : null }))),
    shifts.map(shift => s('path', { class: 'head', 'data-shift': shift })),
  );
}

/** @param pixel the length of a pixel in units of the map. */
export function sizeArc(element, arc, pixel) {
  const wide = thickness(arc.plausibility);
  const set = (name, attributes) =>
    element.querySelectorAll(name).forEach(part => Object.entries(attributes).forEach(([key, value]) => part.setAttribute(key, value)));
  const lengths = values => values.map(value => value * pixel).join(' ');
  set('.line', { 'stroke-width': wide * pixel, ...(dashes[arc.status] && { 'stroke-dasharray': lengths(dashes[arc.status]) }) });
  set('.hit', { 'stroke-width': Math.max(14, wide + 8) * pixel });
  set('.flow', { 'stroke-width': Math.max(1, wide / 3) * pixel, 'stroke-dasharray': lengths([3, 9]) });
  sizeHeads(element.querySelectorAll('.head'), arc.head, (4 + wide) * pixel, (2.5 + wide * 0.75) * pixel);
}

function sizeHeads(heads, { point: [x, y], angle }, long, half) {
  for (const head of heads) {
    head.setAttribute('d', `M${long} 0L${-long * 0.7} ${half}L${-long * 0.3} 0L${-long * 0.7} ${-half}Z`);
    head.setAttribute('transform', `translate(${x + Number(head.dataset.shift)} ${y}) rotate(${angle})`);
  }
}

/** A place on a route. */
export const siteShape = ({ id, point: [cx, cy] }, listeners) => s('circle', { class: 'site', cx, cy, 'data-id': id, ...listeners });

/** A place that an answer is about; its area goes with its weight, 0..1. */
export const markShape = ({ id, weight, point: [cx, cy] }, listeners) =>
  s('circle', { class: 'mark', cx, cy, 'data-id': id, 'data-weight': weight, ...listeners });

export const sizeCircle = (circle, pixel) => circle.setAttribute('r', (circle.dataset.weight ? 5 + 17 * Math.sqrt(circle.dataset.weight) : 3.5) * pixel);
