// What joins an entity to others, by type; each relationship opens into its claims.
import { get } from '../api.js';
import { disclosure } from '../disclosure.js';
import { nameOf, need } from '../dictionary.js';
import { h } from '../dom.js';
import { evidence } from '../routes/evidence.js';
import { joined, spaced, verb } from '../words.js';
import { linkTo, more, section } from './linked.js';

const shown = 25;

/** @param counts of each type and direction, as the entity's answer has them. @param only types; none for all. */
export async function relationships(entity, counts, signal, only = []) {
  const types = [...new Set(counts.map(one => one.type))].filter(type => only.length === 0 || only.includes(type));
  const at = `/v1/entities/${encodeURIComponent(entity.id)}/relationships?`;
  const pages = await Promise.all(types.map(type => get(at + new URLSearchParams({ type, limit: shown }), signal)));
  await need(pages.flatMap(page => page.items.flatMap(one => [one.from, one.to, one.component])));
  return types.map((type, i) => {
    const total = counts.filter(one => one.type === type).reduce((sum, one) => sum + one.count, 0),
      { items } = pages[i];
    return section(
      capitalised(verb(type)),
      h(
        'ul',
        { class: 'relationships' },
        items.map(one => relationship(one, entity.id)),
        more(items, total),
      ),
      items.length,
    );
  });
}

function relationship(one, id) {
  const other = one.from === id ? one.to : one.from;
  const label = `Who says so: ${nameOf(one.from)} ${verb(one.type)} ${nameOf(one.to)}`;
  return h(
    'li',
    {},
    one.from === id ? [`${verb(one.type)} `, linkTo(other)] : [linkTo(other), ` ${verb(one.type)} it`],
    h(
      'span',
      { class: 'fine' },
      ' ',
      joined([one.component && nameOf(one.component), one.role && spaced(one.role), one.status === 'established' ? null : one.status], ', '),
    ),
    disclosure({ class: 'proof' }, 'Who says so', body => body.append(evidence({ relationship: one.id })), { summaryAttributes: { 'aria-label': label } }),
  );
}

const capitalised = words => words[0].toUpperCase() + words.slice(1);
