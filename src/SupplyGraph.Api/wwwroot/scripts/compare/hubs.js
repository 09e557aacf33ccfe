// Countries beside each other: who does what at each stage, what is missing, and who could bring it.
import { change } from '../address.js';
import { get } from '../api.js';
import { chooser } from '../ask/chooser.js';
import { known, needRoutes } from '../dictionary.js';
import { h, replace, styled } from '../dom.js';
import { entries, linkTo } from '../entity/linked.js';
import { most } from '../limits.js';
import { count, stageName, statuses } from '../words.js';
import { opportunities } from './opportunities.js';

const usual = ['pakistan', 'thailand', 'vietnam', 'indonesia'],
  shown = 20,
  title = 'Countries as hubs';
const besidesStages = [
  ['markets', 'Markets reached'],
  ['policies', 'Policies'],
  ['corridors', 'Corridors'],
];

/** Asks for the hubs of a state and shows them; the map shows the best routes through them. */
export async function showHubs(state, { answer: element, map, signal }) {
  const countries = state.countries.length > 0 ? state.countries : usual.filter(known);
  const field = chooser({ name: 'country', label: 'Countries', hint: 'Add a country', most: most.hubs, kinds: ['country'] });
  field.set(countries);
  const head = h('header', {}, h('h1', {}, title), choice(field));
  replace(element, head);
  if (countries.length === 0) return { news: 'Choose countries to compare', title };
  const hubs = await read(countries, signal).catch(problem => {
    field.fail(problem.errors?.country ?? []);
    throw Object.assign(problem, { above: head });
  });
  const routes = hubs.flatMap(hub => hub.routes.map(found => found.route)).filter(Boolean);
  await needRoutes(routes);
  signal.throwIfAborted();

  replace(
    element,
    head,
    table(hubs),
    h('h2', {}, 'Who could bring what is missing'),
    hubs.map(hub => opportunities(hub.country)),
  );
  map.draw({ routes, about: countries, caption: `World map of the best routes through ${hubs.map(hub => hub.country.name).join(', ')} to each region.` });
  return { news: `${count(hubs.length, 'country', 'countries')} compared`, title };
}

const read = async (countries, signal) =>
  (await get('/v1/hubs?' + new URLSearchParams([...countries.map(id => ['country', id]), ['limit', shown]]), signal)).hubs;

function choice(field) {
  const submit = event => {
    event.preventDefault();
    change({ countries: field.read() });
  };
  return h('form', { class: 'inline', onsubmit: submit }, field.element, h('button', { type: 'submit', class: 'main' }, 'Compare'));
}

const table = hubs =>
  h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Stages by country' },
    h(
      'table',
      { class: 'hubs' },
      h('caption', {}, 'Companies at work: established, announced, potential. Open a figure for their names.'),
      h(
        'thead',
        {},
        row(
          'col',
          'Stage',
          hubs.map(({ country }) => h('th', { scope: 'col' }, linkTo(country.id, country.name))),
        ),
      ),
      h(
        'tbody',
        {},
        hubs[0].stages.map(({ stage }, i) =>
          row(
            'row',
            stageName(stage),
            hubs.map(hub => cell(hub.stages[i].companies, hub.missing.includes(stage))),
          ),
        ),
        besidesStages.map(([name, words]) =>
          row(
            'row',
            words,
            hubs.map(hub => h('td', {}, named(hub[name].count, hub[name].items, hub[name].count))),
          ),
        ),
      ),
    ),
  );

const row = (scope, words, cells) => h('tr', {}, h('th', { scope }, words), cells);

function cell(companies, missing) {
  const counts = statuses.map(status => companies[status].count);
  const all = statuses.flatMap(status => companies[status].items.map(item => ({ ...item, remark: status === 'established' ? null : status })));
  const total = counts.reduce((sum, each) => sum + each);
  const figures = counts.map((number, i) =>
    styled(h('span', { class: `figure ${statuses[i]}` }, h('span', { class: 'unseen' }, `${statuses[i]}: `), number), { '--share': Math.min(1, number / 12) }),
  );
  return h(
    'td',
    { class: missing ? 'missing' : null },
    total > 0 ? named(figures, all, total) : null,
    missing ? h('span', { class: 'tag' }, total > 0 ? 'none established' : 'missing') : null,
  );
}

/** A figure that opens into names, if there are any. */
function named(figure, items, total) {
  if (total === 0) return h('span', { class: 'figures' }, figure);
  return h(
    'details',
    {},
    h('summary', { class: 'figures' }, figure),
    h(
      'ul',
      {},
      entries(items, total, item => item.remark),
    ),
  );
}
