// A claim of one's own, with the fields that its type takes.
import { change, current } from '../address.js';
import { get } from '../api.js';
import { chooser } from '../ask/chooser.js';
import { disclosure } from '../disclosure.js';
import { h, replace } from '../dom.js';
import { spaced, statuses, verb } from '../words.js';

/** A form, which reads the types of relationships when it is opened. */
export const claimForm = () =>
  disclosure({ class: 'claim-form' }, 'Assume a claim', async body => {
    try {
      body.append(form((await get('/v1/schema')).types));
    } catch (problem) {
      body.append(h('p', { class: 'error', role: 'alert' }, problem.message));
    }
  });

function form(types) {
  const type = h(
    'select',
    { id: 'claim-type', onchange: fit },
    types.map(one => h('option', { value: one.type }, verb(one.type))),
  );
  const role = h('select', { id: 'claim-role' });
  const status = h(
    'select',
    { id: 'claim-status' },
    statuses.map(value => h('option', {}, value)),
  );
  const from = chooser({ name: 'claim-from', label: 'Who', hint: 'From', most: 1 });
  const to = chooser({ name: 'claim-to', label: 'Whom', hint: 'To', most: 1 });
  const component = chooser({ name: 'claim-component', label: 'What', hint: 'Component', most: 1, kinds: ['component'] });
  const roleField = labelled('Role', role);
  const error = h('p', { class: 'error', role: 'alert' });
  const chosen = () => types.find(one => one.type === type.value);
  fit();
  return h(
    'form',
    { onsubmit: submit },
    h('div', { class: 'grid' }, from.element, labelled('Does', type), to.element, component.element, roleField, labelled('Status', status)),
    error,
    h('button', { type: 'submit' }, 'Assume it'),
  );

  function fit() {
    component.element.hidden = chosen().component === 'refused';
    roleField.hidden = chosen().role === 'refused';
    replace(
      role,
      chosen().role === 'required' ? null : h('option', { value: '' }, 'none'),
      chosen().roles.map(value => h('option', { value }, spaced(value))),
    );
  }

  function submit(event) {
    event.preventDefault();
    const claim = {
      type: type.value,
      from: from.read()[0],
      to: to.read()[0],
      status: status.value,
      component: component.element.hidden ? null : (component.read()[0] ?? null),
      role: roleField.hidden ? null : role.value || null,
    };
    const missing = [!claim.from && 'who', !claim.to && 'whom', chosen().component === 'required' && !claim.component && 'what'].filter(Boolean);
    if (missing.length > 0) return void replace(error, `Say ${missing.join(', ')}.`);
    const { scenario } = current();
    change({ scenario: { ...scenario, claims: [...scenario.claims, claim] } });
  }
}

const labelled = (label, select) => h('div', { class: 'field' }, h('label', { for: select.id }, label), select);
