// A field that takes entities by name and looks ahead while one types: the combobox of the ARIA Authoring Practices, by keyboard and mouse alike.
import { h, replace } from '../dom.js';
import { known, learn, lookUp, nameOf } from '../dictionary.js';
import { most as limits } from '../limits.js';
import { lookAhead } from './lookahead.js';

let made = 0;

/**
 * @param name the field's name in the question.
 * @param label what people read; hint what stands in the empty field.
 * @param most how many values it takes.
 * @param kinds the kinds of entities that it looks for; none for all.
 * @param taken called with each value that is chosen.
 */
export function chooser({ name, label, hint, most = limits.values, kinds = [], taken = () => {} }) {
  const id = `field-${++made}`;
  let values = [];

  const chips = h('ul', { class: 'chips', 'aria-label': `${label}: chosen` });
  const input = h('input', {
    id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-describedby': `${id}-hint ${id}-error`,
    placeholder: hint,
    onkeydown: removeLast,
  });
  const box = h('div', { class: 'box' }, chips, input);
  const options = lookAhead({ input, box, label, kinds, isOffered: entity => !values.includes(entity.id), take });
  const error = h('div', { id: `${id}-error`, class: 'error' });
  const element = h(
    'div',
    { class: 'field chooser', 'data-field': name },
    h('label', { for: id }, label),
    box,
    h('span', { id: `${id}-hint`, class: 'unseen' }, 'Type a name; arrow keys choose.'),
    options.list,
    error,
  );

  function removeLast(event) {
    if (event.key === 'Backspace' && input.value === '' && values.length > 0) set(values.slice(0, -1));
  }

  function take(value) {
    add([value]);
    input.focus();
    taken(value);
  }

  function add(chosen) {
    set(most === 1 ? chosen : [...values, ...chosen]);
    input.value = '';
    options.close();
  }

  /** Shows these values and nothing half typed. */
  function show(chosen) {
    input.value = '';
    options.close();
    set([chosen ?? []].flat());
  }

  function set(chosen) {
    values = [...new Set(chosen)].slice(-most);
    fail([]);
    drawChips();
    lookUp(values).then(drawChips);
  }

  const drawChips = () =>
    replace(
      chips,
      values.map(value =>
        h('li', {}, nameOf(value), h('button', { type: 'button', 'aria-label': `Remove ${nameOf(value)}`, onclick: () => remove(value) }, '×')),
      ),
    );

  function remove(value) {
    set(values.filter(other => other !== value));
    input.focus();
  }

  /** What is chosen, with what was typed and not chosen, several with commas between: the server takes names as well as ids. */
  function read() {
    const typed = input.value
      .split(',')
      .map(text => text.trim())
      .filter(Boolean);
    if (typed.length > 0) add(typed);
    return values;
  }

  /** Shows what the server says of the values; of those that it does not know it says it in their order. */
  function fail(problems) {
    const wrong = values.filter(value => !known(value));
    replace(
      error,
      problems.map((problem, i) =>
        h('p', {}, problem.near?.length > 0 ? ['No such name. Did you mean ', suggestions(problem.near, wrong[i])] : problem.message),
      ),
    );
    input.setAttribute('aria-invalid', String(problems.length > 0));
  }

  const suggestions = (near, wrong) =>
    near.map(entity => h('button', { type: 'button', class: 'suggestion', onclick: event => correct(wrong, entity, event) }, entity.name));

  function correct(wrong, entity, event) {
    learn(entity);
    values = values.map(value => (value === wrong ? entity.id : value));
    drawChips();
    event.target.closest('p').remove();
    input.setAttribute('aria-invalid', String(error.children.length > 0));
    input.focus();
  }

  return { name, element, set: show, read, fail, focus: () => input.focus() };
}
