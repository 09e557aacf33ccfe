// The list of entities below a field, while somebody types into it.
import { get } from '../api.js';
import { h, replace } from '../dom.js';
import { learn, nameOf } from '../dictionary.js';
import { joined } from '../words.js';

const pause = 120,
  shown = 8,
  asked = 24;
/** Scrolling of any part of the page is heard, and not held up. */
const passing = { capture: true, passive: true };

/**
 * @param input what is typed into; box what the list stands below.
 * @param kinds the kinds of entities that it looks for; none for all.
 * @param isOffered whether an entity may be chosen. @param take called with the id of the one that is.
 */
export function lookAhead({ input, box, label, kinds, isOffered, take }) {
  let options = [],
    active = -1,
    request = null,
    timer = 0;
  // In the top layer, so that no part of the page cuts it off.
  const list = h('ul', { id: `${input.id}-list`, class: 'options', role: 'listbox', 'aria-label': label, popover: 'manual' });
  input.setAttribute('aria-controls', list.id);
  input.addEventListener('input', find);
  input.addEventListener('keydown', press);
  input.addEventListener('blur', close);
  close();

  function find() {
    close();
    const text = input.value.split(',').at(-1).trim();
    if (text !== '') timer = setTimeout(() => ask(text), pause);
  }

  async function ask(text) {
    const { signal } = (request = new AbortController());
    const parameters = new URLSearchParams({ q: text, limit: asked });
    kinds.forEach(kind => parameters.append('kind', kind));
    const page = await get('/v1/entities?' + parameters, signal).catch(() => null);
    if (!page || signal.aborted || document.activeElement !== input) return;
    page.items.forEach(learn);
    open(ranked(page.items.filter(isOffered), text).slice(0, shown));
  }

  function open(found) {
    options = found;
    replace(
      list,
      found.length > 0
        ? found.map(option)
        : h('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing by that name'),
    );
    list.showPopover();
    place();
    addEventListener('resize', follow);
    addEventListener('scroll', follow, passing);
    input.setAttribute('aria-expanded', 'true');
    mark(found.length > 0 ? 0 : -1);
  }

  const option = (entity, i) =>
    h(
      'li',
      { id: `${list.id}-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: event => choose(event, entity.id) },
      entity.name,
      h('span', { class: 'fine' }, joined([entity.kind, entity.home && nameOf(entity.home)], ', ')),
    );

  /** Puts the list below its field, or above where there is more room, wherever the field has been moved to. */
  function place() {
    const field = box.getBoundingClientRect();
    list.style.setProperty('min-width', field.width + 'px');
    list.style.setProperty('left', Math.max(4, Math.min(field.left, innerWidth - list.offsetWidth - 4)) + 'px');
    const isBelow = field.bottom + list.offsetHeight < innerHeight || field.top < list.offsetHeight;
    list.style.setProperty('top', (isBelow ? field.bottom + 2 : field.top - list.offsetHeight - 2) + 'px');
  }

  /** Goes with its field while it is open; a list that is thrown away with its page listens to nothing. */
  function follow(event) {
    if (event.target !== list) place();
  }

  function mark(position) {
    active = position;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) input.setAttribute('aria-activedescendant', list.children[active].id);
    else input.removeAttribute('aria-activedescendant');
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows nothing, and nothing that is still on its way. */
  function close() {
    clearTimeout(timer);
    request?.abort();
    if (list.matches(':popover-open')) list.hidePopover();
    removeEventListener('resize', follow);
    removeEventListener('scroll', follow, passing);
    options = [];
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function press(event) {
    if (event.key === 'Enter' && active >= 0) return choose(event, options[active].id);
    if (event.key === 'Escape') return close();
    if (!['ArrowDown', 'ArrowUp'].includes(event.key) || options.length === 0) return undefined;
    event.preventDefault();
    return mark((active + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
  }

  /** The field keeps the focus, and the form is not sent. */
  function choose(event, id) {
    event.preventDefault();
    take(id);
  }

  return { list, close };
}

/** The server's order, which looks at aliases as well; but names that begin as typed come first. */
function ranked(entities, text) {
  const begins = entity => entity.name.toLowerCase().startsWith(text.toLowerCase());
  return [...entities.filter(begins), ...entities.filter(entity => !begins(entity))];
}
