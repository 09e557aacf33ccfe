// The question as fields. Nothing is asked before its button is pressed; then the address holds the question.
import { change, current, format, isAsked, isSame, nothing, questionOf } from '../address.js';
import { h, replace } from '../dom.js';
import { most, usual } from '../limits.js';
import { statuses } from '../words.js';
import { chooser } from './chooser.js';
import { examples } from './examples.js';
import { choices, date, number, slider } from './fields.js';

const fields = [
  chooser({ name: 'from', label: 'From', hint: 'Anywhere' }),
  chooser({ name: 'via', label: 'Through', hint: 'Any place', most: most.vias }),
  chooser({ name: 'to', label: 'To', hint: 'Anywhere' }),
  chooser({ name: 'avoid', label: 'Avoiding', hint: 'Nothing' }),
  chooser({ name: 'component', label: 'Component', hint: 'Any', most: 1, kinds: ['component'] }),
];
const filters = [
  choices({ name: 'status', label: 'Status', options: statuses }),
  slider({ name: 'minConfidence', label: 'Confidence of at least' }),
  date({ name: 'asOf', label: 'As of' }),
  number({ name: 'maxHops', label: 'Legs at most', least: 1, most: most.maxHops, usual: usual.maxHops }),
  number({ name: 'limit', label: 'Routes at most', least: 1, most: most.limit, usual: usual.limit }),
];
const all = [...fields, ...filters];

const error = h('div', { class: 'error', role: 'alert' });
const more = h(
  'details',
  { class: 'filters' },
  h('summary', {}, 'Filters'),
  h(
    'div',
    { class: 'grid' },
    filters.map(field => field.element),
  ),
);
const starts = h('ul', { class: 'examples', 'aria-label': 'Ready-made questions' });
const form = h(
  'form',
  { autocomplete: 'off', onsubmit: submit, novalidate: true },
  h(
    'div',
    { class: 'places' },
    fields.map(field => field.element),
  ),
  more,
  error,
  h('div', { class: 'buttons' }, h('button', { type: 'submit', class: 'main' }, 'Find routes'), h('button', { type: 'button', onclick: clear }, 'Clear')),
);

let section;

/** Puts the form into the page. */
export function mount(element) {
  section = element;
  replace(element, starts, form);
}

/** Shows the question of a state. */
export function show({ question, view }) {
  section.hidden = view === 'hubs';
  put(question);
  replace(error);
  if (filters.some(field => [question[field.name] ?? []].flat().length > 0)) more.open = true;
  form.querySelector('button.main').textContent = view === 'chokepoints' ? 'Find chokepoints' : 'Find routes';
  replace(
    starts,
    examples.map(example =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: format({ ...current(), view, entity: null, open: null, countries: [], scenario: nothing, question: example.question }),
            'aria-current': isSame(example.question, question) ? 'true' : null,
          },
          example.text,
        ),
      ),
    ),
  );
}

/** Shows what the server says of single fields. */
export function fail(errors) {
  // In a body the server names a value by its place as well: via[0].
  const byField = Object.groupBy(Object.entries(errors), ([name]) => name.replace(/\[\d+\]$/, ''));
  for (const field of all) field.fail((byField[field.name] ?? []).flatMap(([, problems]) => problems));
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

/** Puts a question into the fields, and takes away what was said of the one before. */
function put(question) {
  for (const field of all) field.set(question[field.name]);
  fail({});
}

function clear() {
  put({});
  fields[0].focus();
}
