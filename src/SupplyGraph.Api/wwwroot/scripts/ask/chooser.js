// A field that takes entities by name and looks ahead while one types: the combobox with a list of the ARIA Authoring Practices, by keyboard and mouse alike.
import { get } from '../api.js';
import { h, replace } from '../dom.js';
import { known, learn, lookUp, nameOf } from '../dictionary.js';
import { joined } from '../words.js';

const pause = 120, shown = 8;
let made = 0;

/**
 * @param name the field's name in the question.
 * @param label what people read.
 * @param most how many values it takes.
 * @param kinds the kinds of entities that it looks for; none for all.
 */
export function chooser({ name, label, hint, most = 50, kinds = [] }) {
  const id = `field-${++made}`;
  let values = [], options = [], active = -1, request = null, timer = 0;

  const chips = h('ul', { class: 'chips', 'aria-label': `${label}: chosen` });
  const input = h('input', {
    id, type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': `${id}-list`, 'aria-describedby': `${id}-hint ${id}-error`, placeholder: hint,
    oninput: lookAhead, onkeydown: press, onblur: () => setTimeout(close, 150),
  });
  const list = h('ul', { id: `${id}-list`, class: 'options', role: 'listbox', 'aria-label': label, hidden: true });
  const error = h('div', { id: `${id}-error`, class: 'error' });
  const element = h('div', { class: 'field chooser', 'data-field': name },
    h('label', { for: id }, label), h('div', { class: 'box' }, chips, input), h('span', { id: `${id}-hint`, class: 'unseen' }, 'Type a name; arrow keys choose.'), list, error);

  function lookAhead() {
    clearTimeout(timer);
    request?.abort();
    const text = input.value.trim();
    if (text === '') return close();
    timer = setTimeout(() => find(text), pause);
  }

  async function find(text) {
    request = new AbortController();
    const parameters = new URLSearchParams({ q: text, limit: shown });
    kinds.forEach(kind => parameters.append('kind', kind));
    try {
      const page = await get('/v1/entities?' + parameters, request.signal);
      page.items.forEach(learn);
      open(page.items.filter(entity => !values.includes(entity.id)));
    } catch {
      close();
    }
  }

  function open(found) {
    options = found;
    active = found.length > 0 ? 0 : -1;
    replace(list, found.length > 0 ? found.map(option) : h('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing by that name'));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark();
  }

  const option = (entity, i) => h('li', { id: `${id}-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: event => { event.preventDefault(); take(entity.id); } },
    entity.name, h('span', { class: 'fine' }, joined([entity.kind, entity.home && nameOf(entity.home)], ', ')));

  function mark() {
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) input.setAttribute('aria-activedescendant', `${id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    options = [];
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function press(event) {
    if (event.key === 'Backspace' && input.value === '' && values.length > 0) return set(values.slice(0, -1));
    if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      return take(options[active].id);
    }
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      return close();
    }
    if (!['ArrowDown', 'ArrowUp'].includes(event.key) || options.length === 0) return undefined;
    event.preventDefault();
    active = (active + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length;
    return mark();
  }

  function take(value) {
    add(value);
    input.focus();
  }

  function add(value) {
    set(most === 1 ? [value] : [...values, value]);
    input.value = '';
    close();
  }

  function set(chosen) {
    values = [...new Set([chosen ?? []].flat())].slice(-most);
    fail([]);
    drawChips();
    lookUp(values).then(drawChips);
  }

  const drawChips = () => replace(chips, values.map(value => h('li', {}, nameOf(value),
    h('button', { type: 'button', 'aria-label': `Remove ${nameOf(value)}`, onclick: () => { set(values.filter(other => other !== value)); input.focus(); } }, '×'))));

  /** What is chosen, with what was typed and not chosen: the server takes names as well as ids. */
  function readAll() {
    const typed = input.value.trim();
    if (typed !== '') add(typed);
    return values;
  }

  function fail(errors) {
    replace(error, errors.map(problem => h('p', {}, problem.near ? problem.message.split(' Nearest:')[0] + ' Did you mean ' : problem.message,
      problem.near?.slice(0, 3).map(near => h('button', { type: 'button', class: 'suggestion', onclick: () => correct(near) }, near.name)))));
    input.setAttribute('aria-invalid', String(errors.length > 0));
  }

  function correct(near) {
    learn(near);
    const wrong = values.findIndex(value => !known(value));
    set(values.toSpliced(wrong, 1, near.id));
    input.focus();
  }

  return { name, element, set, read: readAll, fail, focus: () => input.focus() };
}
