// One route: a line that says it all, and opened its stops and legs.
import { change, current, format, note } from '../address.js';
import { h, styled } from '../dom.js';
import { nameOf } from '../dictionary.js';
import { joined, share } from '../words.js';
import { leg } from './leg.js';

/**
 * @param rank from 1.
 * @param open whether it is open. @param point called with the ranks on the map that are pointed at. @param onMap its rank there, where that is another.
 * @param note a remark. @param change whether what it shows may be changed by a scenario from here.
 */
export function route(found, rank, { open, point, note: remark = null, change: mayChange = true, onMap = rank }) {
  const details = h('details', { open, ontoggle: () => { if (mayChange) keep(details.open, rank); fillOnce(); } },
    h('summary', {}, h('span', { class: 'unseen' }, spoken(found, rank, remark)), headline(found, rank, remark)));
  const body = h('div', { class: 'body' });
  details.append(body);
  let filled = false;
  function fillOnce() {
    if (filled || !details.open) return;
    filled = true;
    body.append(h('p', { class: 'explanation' }, found.explanation), steps(found, mayChange));
  }
  fillOnce();
  return h('li', { class: `route ${found.status}`, 'data-rank': onMap, onpointerenter: () => point([onMap]), onpointerleave: () => point([]), onfocusin: () => point([onMap]), onfocusout: () => point([]) }, details);
}

/** What the eye takes in at once; read out word by word it would say little, so a sentence says the same. */
const headline = (found, rank, remark) => [
  h('span', { class: 'rank', 'aria-hidden': 'true' }, rank),
  h('span', { class: 'stops', 'aria-hidden': 'true' }, found.stops.flatMap((stop, i) => [i > 0 ? h('span', { class: 'to' }, ' → ') : null, h('span', { class: 'stop' }, stop.name)])),
  h('span', { class: 'measure', 'aria-hidden': 'true' }, styled(h('span', { class: 'bar' }), { '--share': found.plausibility }), h('span', { class: 'value' }, share(found.plausibility))),
  h('span', { class: `status ${found.status}`, 'aria-hidden': 'true' }, found.status),
  chain(found) ? h('span', { class: 'chain', 'aria-hidden': 'true' }, chain(found)) : null,
  remark ? h('span', { class: 'remark', 'aria-hidden': 'true' }, remark) : null,
  h('span', { class: 'why', 'aria-hidden': 'true' }, found.explanation),
];

/** The countries that a route passes, where they are not its stops already. */
function chain(found) {
  const countries = found.countries.map(nameOf).join(' → ');
  return countries === found.stops.map(stop => stop.name).join(' → ') ? '' : countries;
}

const spoken = (found, rank, remark) =>
  `Route ${rank}: ${found.stops.map(stop => stop.name).join(' to ')}. Plausibility ${joined([share(found.plausibility), found.status, remark], ', ')}.`;

const steps = (found, mayChange) => h('ol', { class: 'steps' }, found.stops.map((stop, i) => h('li', {},
  h('div', { class: 'stop' },
    h('a', { href: format({ ...current(), entity: stop.id, open: null }) }, stop.name),
    h('span', { class: 'fine' }, ' ', joined([stop.kind, stop.country && nameOf(stop.country)], ', ')),
    mayChange ? h('button', { type: 'button', class: 'quiet', onclick: () => strikeOut(stop.id), 'aria-label': `Strike out ${stop.name}` }, 'Strike out') : null),
  i < found.legs.length ? leg(found.legs[i], { weakest: i === found.weakestLeg && found.legs.length > 1, names: [stop.name, found.stops[i + 1].name], mayChange }) : null)));

function strikeOut(id) {
  const { scenario, question } = current();
  const left = Object.fromEntries(['from', 'to', 'via'].map(name => [name, question[name].filter(value => value !== id)]));
  change({ scenario: { ...scenario, removed: [...new Set([...scenario.removed, id])] }, question: { ...question, ...left } });
}

function keep(isOpen, rank) {
  const { open } = current();
  if (isOpen) note({ open: rank });
  else if (open === rank) note({ open: null });
}
