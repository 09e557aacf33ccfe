// What the colours, lines and circles of the map mean, as far as they are on it.
import { h, replace, s } from '../dom.js';
import { families } from '../families.js';

export function legend(element, arcs, marks) {
  const drawn = new Set(arcs.filter(arc => !arc.lost).map(arc => arc.family.id)),
    statuses = new Set(arcs.map(arc => arc.status));
  if (arcs.length + marks.length === 0) return replace(element);
  const isOpen = element.querySelector('details')?.open ?? matchMedia('(min-width: 60rem)').matches;
  return replace(
    element,
    h(
      'details',
      { open: isOpen },
      h('summary', {}, 'Legend'),
      h(
        'ul',
        {},
        families.filter(family => drawn.has(family.id)).map(family => item(sample(`family-${family.id}`, 4), family.name)),
        statuses.has('announced') ? item(sample('', 2, '6 4'), 'announced') : null,
        statuses.has('potential') ? item(sample('', 2, '2 4'), 'potential') : null,
        arcs.length > 0 ? item(sample('', 6), 'the thicker, the more plausible') : null,
        arcs.some(arc => arc.lost) ? item(sample('lost', 4), 'gone under what is assumed') : null,
        marks.length > 0
          ? item(
              s('svg', { viewBox: '0 0 28 12', class: 'sample', 'aria-hidden': 'true' }, s('circle', { class: 'mark', cx: 14, cy: 6, r: 5 })),
              'the larger, the more hangs on it',
            )
          : null,
      ),
    ),
  );
}

const item = (picture, words) => h('li', {}, picture, words);

const sample = (family, wide, dashes = null) =>
  s(
    'svg',
    { viewBox: '0 0 28 12', class: 'sample', 'aria-hidden': 'true' },
    s('g', { class: `arc ${family}` }, s('path', { class: 'line', d: 'M1 6H27', 'stroke-width': wide, 'stroke-dasharray': dashes })),
  );
