// One route: a line that says it all, and opened its stops and legs.
import { change, current, note } from '../address.js';
import { disclosure } from '../disclosure.js';
import { nameOf } from '../dictionary.js';
import { h, pointed } from '../dom.js';
import { linkTo } from '../entity/linked.js';
import { measure } from '../measure.js';
import { joined, share } from '../words.js';
import { leg } from './leg.js';

const onlySeen = { 'aria-hidden': 'true' };

/**
 * @param rank from 1.
 * @param open whether it is open. @param point called with the ranks on the map that are pointed at. @param onMap its rank there, where that is another.
 * @param remark what to say of it besides. @param mayChange whether what it shows may be changed by a scenario from here.
 */
export function route(found, rank, { open, point, remark = null, mayChange = true, onMap = rank }) {
  const line = [h('span', { class: 'unseen' }, spoken(found, rank, remark)), headline(found, rank, remark)];
  const fill = body => body.append(h('p', { class: 'explanation' }, found.explanation), steps(found, mayChange));
  const details = disclosure({ open }, line, fill, {
    toggled: isOpen => {
      if (mayChange) keep(isOpen, rank);
    },
  });
  const pointing = pointed(
    () => point([onMap]),
    () => point([]),
  );
  return h('li', { class: `route ${found.status}`, 'data-rank': onMap, ...pointing }, details);
}

/** What the eye takes in at once; read out word by word it would say little, so a sentence says the same. */
const headline = (found, rank, remark) => [
  h('span', { class: 'rank', ...onlySeen }, rank),
  h(
    'span',
    { class: 'stops', ...onlySeen },
    found.stops.flatMap((stop, i) => [i > 0 ? h('span', { class: 'to' }, ' → ') : null, h('span', { class: 'stop' }, stop.name)]),
  ),
  measure(found.plausibility, onlySeen),
  h('span', { class: `status ${found.status}`, ...onlySeen }, found.status),
  chain(found) ? h('span', { class: 'chain', ...onlySeen }, chain(found)) : null,
  remark ? h('span', { class: 'remark', ...onlySeen }, remark) : null,
  h('span', { class: 'why', ...onlySeen }, found.explanation),
];

/** The countries that a route passes, where they are not its stops already. */
function chain(found) {
  const countries = found.countries.map(nameOf).join(' → ');
  return countries === found.stops.map(stop => stop.name).join(' → ') ? '' : countries;
}

const spoken = (found, rank, remark) =>
  `Route ${rank}: ${found.stops.map(stop => stop.name).join(' to ')}. Plausibility ${joined([share(found.plausibility), found.status, remark], ', ')}.`;

const steps = (found, mayChange) =>
  h(
    'ol',
    { class: 'steps' },
    found.stops.map((stop, i) =>
      h(
        'li',
        {},
        h(
          'div',
          { class: 'stop' },
          linkTo(stop.id, stop.name),
          h('span', { class: 'fine' }, ' ', joined([stop.kind, stop.country && nameOf(stop.country)], ', ')),
          mayChange && !isAskedFor(stop.id) ? strikeOutButton(stop) : null,
        ),
        i < found.legs.length
          ? leg(found.legs[i], { weakest: i === found.weakestLeg && found.legs.length > 1, names: [stop.name, found.stops[i + 1].name], mayChange })
          : null,
      ),
    ),
  );

/** A place that the question names cannot be gone: nothing would be left to ask. */
function isAskedFor(id) {
  const { from, to, via, component } = current().question;
  return [...from, ...to, ...via, component].includes(id);
}

const strikeOutButton = ({ id, name }) =>
  h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => strikeOut(id), 'aria-label': `Strike out ${name}`, title: 'What if it were no more?' },
    'Strike out',
  );

function strikeOut(id) {
  const { scenario } = current();
  change({ scenario: { ...scenario, removed: [...new Set([...scenario.removed, id])] } });
}

function keep(isOpen, rank) {
  const { open } = current();
  if (isOpen) note({ open: rank });
  else if (open === rank) note({ open: null });
}
