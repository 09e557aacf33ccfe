// What joins an entity to others, by type; each relationship opens into its claims.
import { get } from '../api.js';
import { h } from '../dom.js';
import { nameOf, need } from '../dictionary.js';
import { evidence } from '../routes/evidence.js';
import { joined, spaced, verb } from '../words.js';
import { linkTo, section } from './linked.js';

const shown = 25;

/** @param counts of each type and direction, as the entity's answer has them. @param only types; none for all. */
export async function relationships(entity, counts, signal, only = []) {
  const types = [...new Set(counts.map(one => one.type))].filter(type => only.length === 0 || only.includes(type));
  const pages = await Promise.all(types.map(type => get(`/v1/entities/${encodeURIComponent(entity.id)}/relationships?` + new URLSearchParams({ type, limit: shown }), signal)));
  await need(pages.flatMap(page => page.items.flatMap(one => [one.from, one.to, one.component])));
  return types.flatMap((type, i) => {
    const total = counts.filter(one => one.type === type).reduce((sum, one) => sum + one.count, 0), { items } = pages[i];
    return section(verb(type)[0].toUpperCase() + verb(type).slice(1), h('ul', { class: 'relationships' }, items.map(one => relationship(one, entity.id)),
      total > items.length ? h('li', { class: 'fine' }, `and ${total - items.length} more`) : null), items.length);
  });
}

function relationship(one, id) {
  const other = one.from === id ? one.to : one.from;
  const proof = h('details', { class: 'proof', ontoggle: () => { if (proof.open && proof.children.length === 1) proof.append(evidence({ relationship: one.id })); } },
    h('summary', { 'aria-label': `Who says so: ${nameOf(one.from)} ${verb(one.type)} ${nameOf(one.to)}` }, 'Who says so'));
  return h('li', {}, one.from === id ? [`${verb(one.type)} `, linkTo(other)] : [linkTo(other), ` ${verb(one.type)} it`],
    h('span', { class: 'fine' }, ' ', joined([one.component && nameOf(one.component), one.role && spaced(one.role), one.status === 'established' ? null : one.status], ', ')), proof);
}
