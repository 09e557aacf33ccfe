// What is assumed: what is struck out, what comes to be, what one claims. It changes the address, and so the answer; nothing is stored.
import { change, current, isAssumed, nothing } from '../address.js';
import { chooser } from '../ask/chooser.js';
import { nameOf, need } from '../dictionary.js';
import { disclosure } from '../disclosure.js';
import { h, replace } from '../dom.js';
import { joined, relationshipParts, spaced, verb } from '../words.js';
import { claimForm } from './claim.js';

/** The panel of a scenario. */
export function whatIf({ scenario }) {
  const open = isAssumed(scenario);
  return disclosure({ class: 'what-if', open }, open ? 'What if: this is assumed' : 'What if …', body => {
    const list = h('ul', { class: 'assumed' });
    body.append(
      list,
      strikeOut(),
      claimForm(),
      h('p', { class: 'fine' }, 'Open a route to strike out one of its stops or legs, or to make an announced leg established. Nothing is stored.'),
    );
    const draw = () => replace(list, assumptions(scenario));
    draw();
    need(mentioned(scenario)).then(draw);
  });
}

function assumptions(scenario) {
  const item = (name, value, words) =>
    h(
      'li',
      {},
      words,
      ' ',
      h('button', { type: 'button', class: 'quiet', onclick: () => leaveOut(scenario, name, value), 'aria-label': `No longer assume: ${words}` }, '×'),
    );
  return [
    ...scenario.removed.map(id => item('removed', id, `${nameOf(id)} is no more`)),
    ...scenario.cut.map(id => item('cut', id, `not: ${sentence(relationshipParts(id))}`)),
    ...scenario.established.map(id => item('established', id, `established: ${sentence(relationshipParts(id))}`)),
    ...scenario.claims.map(claim => item('claims', claim, `${claim.status ?? 'established'}: ${sentence(claim)}`)),
    isAssumed(scenario) ? h('li', {}, h('button', { type: 'button', onclick: () => change({ scenario: nothing }) }, 'Assume nothing')) : null,
  ];
}

const leaveOut = (scenario, name, value) => change({ scenario: { ...scenario, [name]: scenario[name].filter(other => other !== value) } });

const sentence = ({ type, from, to, component, role }) =>
  joined([`${nameOf(from)} ${verb(type)} ${nameOf(to)}`, component && nameOf(component), role && spaced(role)], ', ');

const mentioned = ({ removed, cut, established, claims }) => [
  ...removed,
  ...[...cut.map(relationshipParts), ...established.map(relationshipParts), ...claims].flatMap(({ from, to, component }) => [from, to, component]),
];

function strikeOut() {
  const field = chooser({ name: 'removed', label: 'Strike out', hint: 'A country, company, corridor, component' });
  return h('form', { class: 'inline', onsubmit: submit }, field.element, h('button', { type: 'submit' }, 'Strike out'));

  function submit(event) {
    event.preventDefault();
    const { scenario } = current();
    const removed = [...new Set([...scenario.removed, ...field.read()])];
    if (removed.length > scenario.removed.length) change({ scenario: { ...scenario, removed } });
  }
}
