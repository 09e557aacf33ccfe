// Countries beside each other: who does what at each stage, what is missing, and who could bring it.
import { get } from '../api.js';
import { change, format } from '../address.js';
import { chooser } from '../ask/chooser.js';
import { h, replace, styled } from '../dom.js';
import { known, learn, need } from '../dictionary.js';
import { count, share, spaced, stageName } from '../words.js';
import { failed, loading } from '../states.js';

const usual = ['pakistan', 'thailand', 'vietnam', 'indonesia'], most = 8;
const statuses = ['established', 'announced', 'potential'];

/** Asks for the hubs of a state and shows them; the map shows the best routes through them. */
export async function showHubs(state, { answer: element, map, signal }) {
  const countries = state.countries.length > 0 ? state.countries : usual.filter(known);
  const field = chooser({ name: 'country', label: 'Countries', hint: 'Add a country', most, kinds: ['country'] });
  field.set(countries);
  const head = h('header', {}, h('h1', {}, 'Countries as hubs'),
    h('form', { class: 'inline', onsubmit: event => { event.preventDefault(); change({ countries: field.read() }); } }, field.element, h('button', { type: 'submit', class: 'main' }, 'Compare')));
  replace(element, head);
  if (countries.length === 0) return { news: 'Choose countries to compare', title: 'Countries as hubs' };
  const { hubs } = await get('/v1/hubs?' + new URLSearchParams([...countries.map(id => ['country', id]), ['limit', 20]]), signal);
  const routes = hubs.flatMap(hub => hub.routes.map(found => found.route)).filter(Boolean);
  routes.flatMap(route => route.stops).forEach(learn);
  await need(routes.flatMap(route => [...route.stops.map(stop => stop.country), ...route.legs.map(leg => leg.component)]));

  signal.throwIfAborted();
  replace(element, head, table(hubs, state), h('h2', {}, 'Who could bring what is missing'), hubs.map(hub => opportunities(hub.country)));
  map.draw({ routes, about: countries, caption: `World map of the best routes through ${hubs.map(hub => hub.country.name).join(', ')} to each region.` });
  return { news: `${count(hubs.length, 'country', 'countries')} compared`, title: 'Countries as hubs' };
}

const table = (hubs, state) => h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Stages by country' }, h('table', { class: 'hubs' },
  h('caption', {}, 'Companies at work: established, announced, potential. Open a figure for their names.'),
  h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Stage'), hubs.map(hub => h('th', { scope: 'col' }, h('a', { href: format({ ...state, entity: hub.country.id }) }, hub.country.name))))),
  h('tbody', {},
    hubs[0].stages.map(({ stage }, i) => h('tr', {}, h('th', { scope: 'row' }, stageName(stage)), hubs.map(hub => cell(hub.stages[i].companies, hub.missing.includes(stage))))),
    [['markets', 'Markets reached'], ['policies', 'Policies'], ['corridors', 'Corridors']].map(([name, words]) =>
      h('tr', {}, h('th', { scope: 'row' }, words), hubs.map(hub => h('td', {}, named(hub[name].count, hub[name].items, hub[name].count))))))));

function cell(companies, missing) {
  const counts = statuses.map(status => companies[status].count);
  const all = statuses.flatMap(status => companies[status].items.map(item => ({ ...item, remark: status === 'established' ? null : status })));
  const total = counts.reduce((sum, each) => sum + each);
  const figures = counts.map((number, i) => styled(h('span', { class: `figure ${statuses[i]}`, title: statuses[i] }, number), { '--share': Math.min(1, number / 12) }));
  return h('td', { class: missing ? 'missing' : null }, total > 0 ? named(figures, all, total) : null, missing ? h('span', { class: 'tag' }, 'missing') : null);
}

/** A figure that opens into names, if there are any. */
function named(figure, items, total) {
  if (total === 0) return h('span', { class: 'figures' }, figure);
  return h('details', {}, h('summary', { class: 'figures' }, figure), h('ul', {},
    items.map(item => h('li', {}, h('a', { href: `?entity=${encodeURIComponent(item.id)}` }, item.name), item.remark ? h('span', { class: 'fine' }, ' ', item.remark) : null)),
    total > items.length ? h('li', { class: 'fine' }, `and ${total - items.length} more`) : null));
}

/** The companies nearest to a country for each stage that it misses, read once opened. */
export function opportunities(country) {
  const body = h('div', { class: 'body' });
  const panel = h('details', { class: 'opportunities', ontoggle: () => { if (panel.open && body.children.length === 0) read(); } }, h('summary', {}, country.name), body);
  return panel;

  async function read() {
    replace(body, loading('Looking for companies that are near'));
    try {
      const { stages } = await get(`/v1/countries/${encodeURIComponent(country.id)}/opportunities?limit=3`);
      replace(body, stages.length === 0 ? h('p', {}, 'No stage is missing.') : stages.map(opportunity));
    } catch (problem) {
      replace(body, failed(problem, read));
    }
  }
}

const opportunity = ({ stage, near, companies }) => h('section', {}, h('h3', {}, stageName(stage)),
  companies.length === 0 ? h('p', { class: 'fine' }, 'Nobody who does this elsewhere is near.')
    : h('ol', { class: 'near' }, companies.map(company => h('li', {},
      h('a', { href: `?entity=${encodeURIComponent(company.id)}` }, company.name), company.home ? `, ${company.home.name}` : '',
      h('span', { class: 'measure' }, styled(h('span', { class: 'bar', 'aria-hidden': 'true' }), { '--share': company.nearness }), h('span', { class: 'value' }, share(company.nearness))),
      h('span', { class: 'fine' }, company.ties.slice(0, 3).map(tie => `${spaced(tie.kind)}: ${tie.other.name}`).join('; '))))),
  near > companies.length ? h('p', { class: 'fine' }, `${near - companies.length} more are near.`) : null);
