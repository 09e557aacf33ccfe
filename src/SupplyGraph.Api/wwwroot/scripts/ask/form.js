// The question as fields. Nothing is asked before its button is pressed; then the address holds the question.
import { change, current, format, isAsked, questionOf } from '../address.js';
import { h, replace } from '../dom.js';
import { chooser } from './chooser.js';
import { examples } from './examples.js';
import { choices, date, number, slider } from './fields.js';

const places = { kinds: [] };
const fields = [
  chooser({ name: 'from', label: 'From', hint: 'Anywhere', ...places }),
  chooser({ name: 'via', label: 'Through', hint: 'Any place', most: 4, ...places }),
  chooser({ name: 'to', label: 'To', hint: 'Anywhere', ...places }),
  chooser({ name: 'avoid', label: 'Avoiding', hint: 'Nothing', ...places }),
  chooser({ name: 'component', label: 'Component', hint: 'Any', most: 1, kinds: ['component'] }),
];
const filters = [
  choices({ name: 'status', label: 'Status', options: ['established', 'announced', 'potential'] }),
  slider({ name: 'minConfidence', label: 'Confidence of at least' }),
  date({ name: 'asOf', label: 'As of' }),
  number({ name: 'maxHops', label: 'Legs at most', least: 1, most: 12, usual: 6 }),
  number({ name: 'limit', label: 'Routes at most', least: 1, most: 100, usual: 10 }),
];
const all = [...fields, ...filters];

const error = h('div', { class: 'error', role: 'alert' });
const more = h('details', { class: 'filters' }, h('summary', {}, 'Filters'), h('div', { class: 'grid' }, filters.map(field => field.element)));
const starts = h('ul', { class: 'examples', 'aria-label': 'Ready-made questions' });
const form = h('form', { autocomplete: 'off', onsubmit: submit, novalidate: true },
  h('div', { class: 'places' }, fields.map(field => field.element)), more, error,
  h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main' }, 'Find routes'), h('button', { type: 'button', onclick: clear }, 'Clear')));

let section;

/** Puts the form into the page. */
export function mount(element) {
  section = element;
  replace(element, starts, form);
}

/** Shows the question of a state. */
export function show({ question, view }) {
  section.hidden = view === 'hubs';
  all.forEach(field => field.set(question[field.name]));
  all.forEach(field => field.fail([]));
  replace(error);
  if (filters.some(field => [question[field.name] ?? []].flat().length > 0)) more.open = true;
  form.querySelector('button.main').textContent = view === 'chokepoints' ? 'Find chokepoints' : 'Find routes';
  replace(starts, examples.map(example => h('li', {}, h('a', {
    href: format({ ...current(), view, entity: null, open: null, countries: [], scenario: { removed: [], cut: [], established: [], claims: [] }, question: example.question }),
    'aria-current': JSON.stringify(example.question) === JSON.stringify(question) ? 'true' : null,
  }, example.text))));
}

/** Shows what the server says of single fields. Returns whether it says any such thing. */
export function fail(errors) {
  const named = Object.entries(errors).map(([field, problems]) => [all.find(one => field.replace(/\[\d+\]$/, '') === one.name), problems]);
  named.forEach(([field, problems]) => field?.fail(problems));
  return named.length > 0 && named.every(([field]) => field);
}

function submit(event) {
  event.preventDefault();
  const question = questionOf(Object.fromEntries(all.map(field => [field.name, field.read()])));
  question.component = [question.component ?? []].flat()[0] ?? null;
  if (!isAsked(question)) {
    replace(error, 'Name at least one place: where routes begin, what they pass through, or where they end.');
    return fields[1].focus();
  }
  const view = current().view === 'chokepoints' ? 'chokepoints' : 'routes';
  return change({ question, view, entity: null });
}

function clear() {
  all.forEach(field => field.set(null));
  all.forEach(field => field.fail([]));
  fields[0].focus();
}
