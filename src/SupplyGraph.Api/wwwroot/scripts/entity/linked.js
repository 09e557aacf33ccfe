// Lists of other entities on the page of one.
import { current, format } from '../address.js';
import { h, styled } from '../dom.js';
import { nameOf } from '../dictionary.js';
import { share } from '../words.js';

export const linkTo = (id, name = nameOf(id)) => h('a', { href: format({ ...current(), entity: id, open: null }) }, name);

/** A section with a heading, left out where it is empty. */
export const section = (title, content, total = 1) => (total === 0 ? null : h('section', {}, h('h2', {}, title), content));

/** Entities in a line, the first few. */
export function named(items, total = items.length, remark = () => null) {
  return h('ul', { class: 'named' }, items.map(item => h('li', {}, linkTo(item.id, item.name), remark(item) ? h('span', { class: 'fine' }, ' ', remark(item)) : null)),
    total > items.length ? h('li', { class: 'fine' }, `and ${total - items.length} more`) : null);
}

/** Entities with a share of each, as bars. */
export const bars = items => h('ol', { class: 'bars' }, items.map(item => h('li', {}, linkTo(item.id, item.name),
  h('span', { class: 'measure' }, styled(h('span', { class: 'bar', 'aria-hidden': 'true' }), { '--share': item.share }), h('span', { class: 'value' }, share(item.share))),
  item.remark ? h('span', { class: 'fine' }, item.remark) : null)));
