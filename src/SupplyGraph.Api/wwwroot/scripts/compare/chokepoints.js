// What the routes of a question hang on: the ranked list, and each on the map with the route that it would hit worst.
import { get } from '../api.js';
import { format, questionParameters } from '../address.js';
import { h, replace, styled } from '../dom.js';
import { learn, nameOf, need, placeOf, siteOf } from '../dictionary.js';
import { inWords } from '../routes/page.js';
import { empty, stopped } from '../states.js';
import { count, share } from '../words.js';

const kinds = ['companies', 'countries', 'corridors', 'components'];
const top = 10;

/** Asks for the chokepoints of a state and shows them. */
export async function showChokepoints(state, { answer: element, map, signal }) {
  const parameters = questionParameters({ ...state.question, limit: null });
  parameters.set('top', top);
  const answer = await get('/v1/chokepoints?' + parameters, signal);
  const points = kinds.flatMap(kind => answer[kind].items).filter(item => item.criticality > 0).sort((a, b) => b.criticality - a.criticality);
  points.map(item => item.entity).forEach(learn);
  points.flatMap(item => item.worst?.route?.stops ?? []).forEach(learn);
  await need([...points.flatMap(item => [item.entity.id, ...item.cutOff.slice(0, 5).flatMap(pair => [pair.first, pair.last])]), ...state.question.from, ...state.question.to, ...state.question.via]);
  signal.throwIfAborted();
  const title = inWords(state.question).replace(/^Routes/, 'What routes') + ' hang on';

  replace(element,
    h('header', {}, h('h1', {}, title), h('p', { class: 'count' }, points.length > 0 ? `${count(answer.pairs, 'pair')} of a first and a last stop; how much of their plausibility is lost without each.` : '')),
    answer.complete ? null : stopped(answer, state),
    points.length === 0 ? empty('Nothing to lose', h('p', {}, answer.pairs === 0 ? 'There is no such route at all. Ask for its routes to see the obstacle.' : 'No route of this question hangs on anything between its ends.'),
        h('p', {}, h('a', { href: format({ ...state, view: 'routes' }) }, 'Show the routes')))
      : h('ol', { class: 'chokepoints', 'aria-label': 'Chokepoints, the worst first' }, points.map((item, i) => chokepoint(item, i + 1, map, state))));
  map.draw({ routes: points.map(item => item.worst.route), marked: marks(points), caption: `World map of ${count(points.length, 'chokepoint')}, each with the route that it would hit worst.` });
  return { news: points.length > 0 ? `${count(points.length, 'chokepoint')}, the worst ${points[0].entity.name}` : 'No chokepoints', title };
}

function chokepoint({ entity, criticality, pairs, cutOffPairs, cutOff, worst }, rank, map, state) {
  const show = on => { map.highlight(on ? [rank] : []); map.spot(on ? siteOf(entity.id) : null); };
  return h('li', { class: 'route', 'data-rank': rank, onpointerenter: () => show(true), onpointerleave: () => show(false), onfocusin: () => show(true), onfocusout: () => show(false) },
    h('details', {},
      h('summary', {}, h('span', { class: 'rank' }, rank), h('span', { class: 'stops' }, entity.name),
        h('span', { class: 'measure' }, styled(h('span', { class: 'bar', 'aria-hidden': 'true' }), { '--share': criticality }), h('span', { class: 'value' }, share(criticality))),
        h('span', { class: 'kind' }, entity.kind), h('span', { class: 'chain' }, `${count(pairs, 'pair')} pass it, ${cutOffPairs} cut off without it`)),
      h('div', { class: 'body' },
        h('p', {}, 'Hit worst: ', worst.route.stops.map(stop => stop.name).join(' → '), ` (${share(worst.route.plausibility)}). `,
          worst.detour ? ['Best without it: ', worst.detour.stops.map(stop => stop.name).join(' → '), ` (${share(worst.detour.plausibility)}).`] : 'No way without it.'),
        cutOff.length > 0 ? [h('h3', {}, 'Cut off'), h('ul', {}, cutOff.slice(0, 5).map(pair => h('li', {}, `${nameOf(pair.first)} to ${nameOf(pair.last)} (${share(pair.plausibility)})`)),
          cutOff.length > 5 ? h('li', { class: 'fine' }, `and ${cutOffPairs - 5} more`) : null)] : null,
        h('p', { class: 'buttons' },
          h('a', { href: format({ ...state, view: 'routes', entity: entity.id }) }, `About ${entity.name}`),
          h('a', { href: format({ ...state, view: 'routes', scenario: { ...state.scenario, removed: [entity.id] } }) }, 'The routes without it')))));
}

/** One mark a place: the worst of what is there gives its size. */
function marks(points) {
  const places = new Map();
  for (const { entity, criticality } of points) {
    const site = siteOf(entity.id), place = placeOf(entity.id);
    if (!place) continue;
    const mark = places.get(site) ?? { id: site, name: nameOf(site), place, weight: criticality, names: [] };
    mark.names.push(`${entity.name} ${share(criticality)}`);
    places.set(site, mark);
  }
  return [...places.values()].map(mark => ({ ...mark, label: mark.names.join(', ') }));
}
