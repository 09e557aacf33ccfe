// A country: who works there at each stage, where its imports come from, what it reaches, what applies in it.
import { get } from '../api.js';
import { h } from '../dom.js';
import { opportunities } from '../compare/opportunities.js';
import { stageName, statuses } from '../words.js';
import { byStage, linkTo, named, section } from './linked.js';

export async function country(entity, { signal }) {
  const {
    hubs: [hub],
  } = await get('/v1/hubs?' + new URLSearchParams({ country: entity.id, limit: 30 }), signal);
  const imported = hub.stages.filter(stage => stage.imports.count > 0);
  return [
    section('What it does', stages(hub)),
    section('Who supplies it', byStage(imported.map(({ stage, imports }) => [stageName(stage), named(imports.sources, imports.count)])), imported.length),
    section('Whom it supplies', named(hub.markets.items, hub.markets.count), hub.markets.count),
    section('Policies', named(hub.policies.items, hub.policies.count), hub.policies.count),
    section('Corridors', named(hub.corridors.items, hub.corridors.count), hub.corridors.count),
    hub.missing.length > 0 ? section('Who could bring what is missing', opportunities(hub.country)) : null,
  ];
}

const stages = hub =>
  byStage(
    hub.stages.map(({ stage, companies }) => {
      const works = statuses.flatMap(status => companies[status].items.map(item => ({ ...item, status })));
      const missing = hub.missing.includes(stage) ? h('span', { class: 'tag' }, 'missing') : null;
      return [[stageName(stage), missing], works.length === 0 ? h('span', { class: 'fine' }, 'Nobody, as far as is known.') : fold(works)];
    }),
  );

/** The first few at once, the others on demand. */
function fold(works) {
  const item = work =>
    h('li', {}, linkTo(work.id, work.name), work.status === 'established' ? null : h('span', { class: `status ${work.status}` }, work.status));
  const first = h('ul', { class: 'named' }, works.slice(0, 6).map(item));
  return works.length <= 6
    ? first
    : [first, h('details', {}, h('summary', {}, `${works.length - 6} more`), h('ul', { class: 'named' }, works.slice(6).map(item)))];
}
