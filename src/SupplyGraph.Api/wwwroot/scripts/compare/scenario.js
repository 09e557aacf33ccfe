// What is assumed: what is struck out, what comes to be, what one claims. It changes the address, and so the answer; nothing is stored.
import { change, current, isAssumed } from '../address.js';
import { get } from '../api.js';
import { chooser } from '../ask/chooser.js';
import { h, replace } from '../dom.js';
import { lookUp, nameOf, need } from '../dictionary.js';
import { joined, relationshipParts, spaced, verb } from '../words.js';

const nothing = { removed: [], cut: [], established: [], claims: [] };

/** The panel of a scenario. */
export function whatIf(state) {
  const assumed = isAssumed(state.scenario);
  const panel = h('details', { class: 'what-if', open: assumed }, h('summary', {}, assumed ? 'What if: this is assumed' : 'What if …'));
  const body = h('div', { class: 'body' });
  panel.append(body);
  let filled = false;
  function fillOnce() {
    if (filled || !panel.open) return;
    filled = true;
    const list = h('ul', { class: 'assumed' });
    body.append(list, strikeOut(), addClaim(),
      h('p', { class: 'fine' }, 'Open a route to strike out one of its stops or legs, or to make an announced leg established. Nothing is stored.'));
    const draw = () => replace(list, assumptions(state.scenario));
    draw();
    if (assumed) need(mentioned(state.scenario)).then(draw);
  }
  panel.addEventListener('toggle', fillOnce);
  fillOnce();
  return panel;
}

function assumptions(scenario) {
  const without = (name, value) => ({ ...scenario, [name]: scenario[name].filter(other => other !== value) });
  const item = (name, value, words) => h('li', {}, words, ' ',
    h('button', { type: 'button', class: 'quiet', onclick: () => change({ scenario: without(name, value) }), 'aria-label': `No longer assume: ${words}` }, '×'));
  return [
    ...scenario.removed.map(id => item('removed', id, `${nameOf(id)} is no more`)),
    ...scenario.cut.map(id => item('cut', id, `not: ${sentence(relationshipParts(id))}`)),
    ...scenario.established.map(id => item('established', id, `established: ${sentence(relationshipParts(id))}`)),
    ...scenario.claims.map(claim => item('claims', claim, `${claim.status ?? 'established'}: ${sentence(claim)}`)),
    isAssumed(scenario) ? h('li', {}, h('button', { type: 'button', onclick: () => change({ scenario: nothing }) }, 'Assume nothing')) : null,
  ];
}

const sentence = ({ type, from, to, component, role }) =>
  joined([`${nameOf(from)} ${verb(type)} ${nameOf(to)}`, component && nameOf(component), role && spaced(role)], ', ');

const mentioned = ({ removed, cut, established, claims }) => [
  ...removed, ...[...cut.map(relationshipParts), ...established.map(relationshipParts), ...claims].flatMap(({ from, to, component }) => [from, to, component])];

function strikeOut() {
  const field = chooser({ name: 'removed', label: 'Strike out', hint: 'A country, company, corridor, component', most: 10 });
  return h('form', { class: 'inline', onsubmit: event => {
    event.preventDefault();
    const { scenario } = current();
    const removed = [...new Set([...scenario.removed, ...field.read()])];
    if (removed.length > scenario.removed.length) change({ scenario: { ...scenario, removed } });
  } }, field.element, h('button', { type: 'submit' }, 'Strike out'));
}

/** A claim of one's own, with the fields that its type takes. */
function addClaim() {
  const type = h('select', { id: 'claim-type', onchange: fit }), role = h('select', { id: 'claim-role' });
  const status = h('select', { id: 'claim-status' }, ['established', 'announced', 'potential'].map(value => h('option', {}, value)));
  const from = chooser({ name: 'claim-from', label: 'Who', hint: 'From', most: 1 });
  const to = chooser({ name: 'claim-to', label: 'Whom', hint: 'To', most: 1 });
  const component = chooser({ name: 'claim-component', label: 'What', hint: 'Component', most: 1, kinds: ['component'] });
  const roleField = h('div', { class: 'field' }, h('label', { for: role.id }, 'Role'), role);
  const error = h('p', { class: 'error', role: 'alert' });
  let types = [];
  const form = h('form', { onsubmit: add }, h('div', { class: 'grid' },
    from.element, h('div', { class: 'field' }, h('label', { for: type.id }, 'Does'), type), to.element, component.element, roleField,
    h('div', { class: 'field' }, h('label', { for: status.id }, 'Status'), status)), error, h('button', { type: 'submit' }, 'Assume it'));
  const panel = h('details', { class: 'claim-form', ontoggle: read }, h('summary', {}, 'Assume a claim'), form);
  return panel;

  async function read() {
    if (types.length > 0 || !panel.open) return;
    try {
      types = (await get('/v1/schema')).types;
    } catch (problem) {
      replace(error, problem.message);
      return;
    }
    replace(type, types.map(one => h('option', { value: one.type }, verb(one.type))));
    fit();
  }

  function fit() {
    const chosen = types.find(one => one.type === type.value);
    component.element.hidden = chosen.component === 'refused';
    roleField.hidden = chosen.role === 'refused';
    replace(role, chosen.role === 'required' ? null : h('option', { value: '' }, 'none'), chosen.roles.map(value => h('option', { value }, spaced(value))));
  }

  async function add(event) {
    event.preventDefault();
    const chosen = types.find(one => one.type === type.value);
    const claim = {
      type: type.value, from: from.read()[0], to: to.read()[0], status: status.value,
      component: chosen.component === 'refused' ? null : component.read()[0] ?? null, role: chosen.role === 'refused' ? null : role.value || null,
    };
    const missing = [[claim.from, 'who'], [claim.to, 'whom'], [chosen.component !== 'required' || claim.component, 'what']].filter(([given]) => !given);
    if (missing.length > 0) return replace(error, `Say ${missing.map(([, name]) => name).join(', ')}.`);
    await lookUp([claim.from, claim.to]);
    const { scenario } = current();
    return change({ scenario: { ...scenario, claims: [...scenario.claims, claim] } });
  }
}
