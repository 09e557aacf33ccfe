// What the routes of a question depend on: the ranked list, and each on the map with the route that it would hit worst.
import { format, nothing, questionParameters } from '../address.js';
import { get } from '../api.js';
import { learn, nameOf, need, needRoutes, placeOf, siteOf } from '../dictionary.js';
import { disclosure } from '../disclosure.js';
import { h, pointed, replace } from '../dom.js';
import { linkTo, more } from '../entity/linked.js';
import { measure } from '../measure.js';
import { inWords } from '../routes/page.js';
import { empty, stopped } from '../states.js';
import { count, share } from '../words.js';

const kinds = ['companies', 'countries', 'corridors', 'components'];
const top = 10,
  cutOffShown = 5;

/** Asks for the chokepoints of a state and shows them. */
export async function showChokepoints(state, { answer: element, map, signal }) {
  const answer = await get('/v1/chokepoints?' + parametersOf(state.question), signal);
  const points = kinds
    .flatMap(kind => answer[kind].items)
    .filter(item => item.criticality > 0)
    .sort((a, b) => b.criticality - a.criticality);
  points.map(item => item.entity).forEach(learn);
  await Promise.all([
    needRoutes(points.map(item => item.worst.route)),
    need([...named(points), ...state.question.from, ...state.question.to, ...state.question.via]),
  ]);
  signal.throwIfAborted();

  const title = `Chokepoints: ${inWords(state.question)}`;
  replace(
    element,
    h('header', {}, h('h1', {}, title), points.length > 0 ? h('p', { class: 'count' }, explained(answer)) : null),
    answer.complete ? null : stopped(answer, state),
    points.length === 0
      ? none(answer, state)
      : h(
          'ol',
          { class: 'chokepoints', 'aria-label': 'Chokepoints, the worst first' },
          points.map((item, i) => chokepoint(item, i + 1, map, state)),
        ),
  );
  const counted = count(points.length, 'chokepoint');
  map.draw({
    routes: points.map(item => item.worst.route),
    marked: marks(points),
    caption: `World map of ${counted}, each with the route that it would hit worst.`,
  });
  return { news: points.length > 0 ? `${counted}, the worst ${points[0].entity.name}` : 'No chokepoints', title };
}

/** Chokepoints take the parameters of routes but for how many; they look at all pairs of ends. */
function parametersOf(question) {
  const parameters = questionParameters({ ...question, limit: null });
  parameters.set('top', top);
  return parameters;
}

const named = points => points.flatMap(item => [item.entity.id, ...item.cutOff.slice(0, cutOffShown).flatMap(pair => [pair.first, pair.last])]);

const explained = ({ pairs }) =>
  `${count(pairs, 'pair')} of places where routes begin and end; the figure is how much of their plausibility is lost without each.`;

const none = ({ pairs }, state) =>
  empty(
    'Nothing to lose',
    h(
      'p',
      {},
      pairs === 0
        ? 'There is no such route at all. Ask for its routes to see the obstacle.'
        : 'No route of this question depends on anything between its ends.',
    ),
    h('p', {}, h('a', { href: format({ ...state, view: 'routes' }) }, 'Show the routes')),
  );

function chokepoint({ entity, criticality, pairs, cutOffPairs, cutOff, worst }, rank, map, state) {
  const show = () => {
    map.highlight([rank]);
    map.spot(siteOf(entity.id));
  };
  const hide = () => {
    map.highlight([]);
    map.spot(null);
  };
  const line = [
    h('span', { class: 'rank' }, rank),
    h('span', { class: 'stops' }, entity.name),
    measure(criticality),
    h('span', { class: 'kind' }, entity.kind),
    h('span', { class: 'chain' }, `${count(pairs, 'pair')} pass it, ${cutOffPairs} cut off without it`),
  ];
  const fill = body =>
    body.append(
      h('p', {}, 'Hit worst: ', inLine(worst.route), '. ', worst.detour ? `Best without it: ${inLine(worst.detour)}.` : 'No way without it.'),
      lost(cutOff, cutOffPairs),
      h(
        'p',
        { class: 'buttons' },
        linkTo(entity.id, `About ${entity.name}`),
        h('a', { href: format({ ...state, view: 'routes', scenario: { ...nothing, removed: [entity.id] } }) }, 'The routes without it'),
      ),
    );
  return h('li', { class: 'route', 'data-rank': rank, ...pointed(show, hide) }, disclosure({}, line, fill));
}

const inLine = route => `${route.stops.map(stop => stop.name).join(' → ')} (${share(route.plausibility)})`;

function lost(pairs, total) {
  const first = pairs.slice(0, cutOffShown);
  const items = first.map(pair => h('li', {}, `${nameOf(pair.first)} to ${nameOf(pair.last)} (${share(pair.plausibility)})`));
  return h('div', { hidden: total === 0 }, h('h2', {}, 'Cut off'), h('ul', {}, items, more(first, total)));
}

/** One mark a place: the worst of what is there gives its size. */
function marks(points) {
  const places = new Map();
  for (const { entity, criticality } of points) {
    const site = siteOf(entity.id),
      place = placeOf(entity.id);
    if (!place) continue;
    const mark = places.get(site) ?? { id: site, name: nameOf(site), place, weight: criticality, names: [] };
    mark.names.push(`${entity.name} ${share(criticality)}`);
    places.set(site, mark);
  }
  return [...places.values()].map(mark => ({ ...mark, label: mark.names.join(', ') }));
}
