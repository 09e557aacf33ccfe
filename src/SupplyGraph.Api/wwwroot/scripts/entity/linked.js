// Other entities on the page of one.
import { current, format } from '../address.js';
import { nameOf } from '../dictionary.js';
import { h } from '../dom.js';
import { measure } from '../measure.js';

export const linkTo = (id, name = nameOf(id)) => h('a', { href: format({ ...current(), entity: id, open: null }) }, name);

/** A section with a heading, left out where it is empty. */
export const section = (title, content, total = 1) => (total === 0 ? null : h('section', {}, h('h2', {}, title), content));

/** Entities as items of a list, and how many more there are. */
export const entries = (items, total, remark) => [
  items.map(item => h('li', {}, linkTo(item.id, item.name), remark(item) ? h('span', { class: 'fine' }, ' ', remark(item)) : null)),
  more(items, total),
];

/** The same in a line. */
export const named = (items, total = items.length, remark = () => null) => h('ul', { class: 'named' }, entries(items, total, remark));

/** What is done at each stage: pairs of the stage and of what is to say of it. */
export const byStage = stages =>
  h(
    'dl',
    { class: 'by-stage' },
    stages.map(([stage, said]) => [h('dt', {}, stage), h('dd', {}, said)]),
  );

/** Entities with a share of each, as bars. */
export const bars = items =>
  h(
    'ol',
    { class: 'bars' },
    items.map(item => h('li', {}, linkTo(item.id, item.name), measure(item.share), item.remark ? h('span', { class: 'fine' }, item.remark) : null)),
  );

/** That a list is not whole, if it is not. */
export const more = (items, total) => (total > items.length ? h('li', { class: 'fine' }, `and ${total - items.length} more`) : null);
