// The fields of a question that are no entities. Each is read as what the address holds: text, or null for the usual.
import { h, replace } from '../dom.js';

let made = 0;

/** Several of a few. */
export function choices({ name, label, options }) {
  const boxes = options.map(value => h('input', { type: 'checkbox', value }));
  const error = h('div', { class: 'error' });
  const element = h(
    'fieldset',
    { class: 'field', 'data-field': name },
    h('legend', {}, label),
    h(
      'div',
      { class: 'choices' },
      boxes.map(box => h('label', {}, box, box.value)),
    ),
    error,
  );
  return {
    name,
    element,
    set: values =>
      boxes.forEach(box => {
        box.checked = (values ?? []).includes(box.value);
      }),
    read: () => boxes.filter(box => box.checked).map(box => box.value),
    fail: errors => show(error, errors),
  };
}

/** A share, 0..1. */
export function slider({ name, label }) {
  const output = h('output', {}, 'any');
  const input = h('input', { type: 'range', min: 0, max: 0.99, step: 0.01, value: 0, oninput: tell });
  function tell() {
    output.textContent = Number(input.value) > 0 ? input.value : 'any';
  }
  return labelled(
    name,
    [label, ' ', output],
    input,
    value => {
      input.value = value ?? 0;
      tell();
    },
    () => (Number(input.value) > 0 ? input.value : null),
  );
}

/** A day. */
export function date({ name, label }) {
  const input = h('input', { type: 'date' });
  return labelled(
    name,
    [label],
    input,
    value => {
      input.value = /^\d{4}-\d\d-\d\d$/.test(value) ? value : wholeDay(value);
    },
    () => input.value || null,
  );
}

/** A whole number within bounds; the usual is left out. */
export function number({ name, label, least, most, usual }) {
  const input = h('input', { type: 'number', inputmode: 'numeric', min: least, max: most, placeholder: usual });
  return labelled(
    name,
    [label],
    input,
    value => {
      input.value = value ?? '';
    },
    () => (input.value === '' || Number(input.value) === usual ? null : input.value),
  );
}

/** The first day of a year or month, as the server takes them. */
const wholeDay = value => (/^\d{4}(-\d\d)?$/.test(value) ? (value + '-01-01').slice(0, 10) : '');

function labelled(name, label, input, set, read) {
  const id = `filter-${++made}`;
  const error = h('div', { class: 'error', id: `${id}-error` });
  input.id = id;
  input.setAttribute('aria-describedby', error.id);
  return {
    name,
    element: h('div', { class: 'field', 'data-field': name }, h('label', { for: id }, label), input, error),
    set,
    read,
    fail: errors => show(error, errors),
  };
}

const show = (error, errors) =>
  replace(
    error,
    errors.map(problem => h('p', {}, problem.message)),
  );
