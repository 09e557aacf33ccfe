// A company: where it works at which stage, what it makes, whom it buys from and sells to, what applies to it.
import { get } from '../api.js';
import { known, learn, nameOf, need } from '../dictionary.js';
import { joined, spaced, stageIds, stageName } from '../words.js';
import { byStage, named, section } from './linked.js';

const shown = 12;
const stagesOfRoles = ['mining', 'refining', 'charging', 'recycling'];

export async function company(entity, { signal }) {
  const at = '/v1/entities/' + encodeURIComponent(entity.id);
  const [work, suppliers, customers, policies] = await Promise.all([
    get(at + '/relationships?direction=out&type=operates_in&type=produces&type=builds&limit=200', signal),
    get(`${at}/suppliers?tiers=1&limit=${shown}`, signal),
    get(`${at}/customers?tiers=1&limit=${shown}`, signal),
    policiesOf(entity, signal),
  ]);
  await need(work.items.flatMap(one => [one.to, one.component]));
  for (const side of [suppliers, customers]) side.items.forEach(item => learn(item.entity));
  const makes = work.items.filter(one => one.type !== 'operates_in').map(one => ({ id: one.to, name: nameOf(one.to), status: one.status }));
  return [
    section('What it does', stages(work.items.filter(one => one.type === 'operates_in')), work.items.length - makes.length),
    section(
      'What it makes',
      named(makes, makes.length, item => (item.status === 'established' ? null : item.status)),
      makes.length,
    ),
    section('Who supplies it', partners(suppliers), suppliers.items.length),
    section('Whom it supplies', partners(customers), customers.items.length),
    section(entity.home ? `Policies in ${nameOf(entity.home)}` : 'Policies', named(policies), policies.length),
  ];
}

/** The work of a company by stage: in which countries, on what. */
function stages(works) {
  const atStages = Map.groupBy(works, stageOf);
  const order = [...stageIds, ...[...atStages.keys()].filter(stage => !stageIds.includes(stage))].filter(stage => atStages.has(stage));
  return byStage(order.map(stage => [stageName(stage), inCountries(atStages.get(stage))]));
}

function inCountries(works) {
  const countries = [...Map.groupBy(works, one => one.to)].map(([id, here]) => ({ id, name: nameOf(id), here }));
  return named(countries, countries.length, ({ here }) => joined([carried(here), statusOf(here)], ', '));
}

const carried = works => [...new Set(works.map(one => one.component && nameOf(one.component)).filter(Boolean))].join(', ');

const stageOf = ({ role, component }) =>
  stagesOfRoles.includes(role) ? role : ((role === 'manufacturing' || role === 'assembly') && component && known(component)?.stage) || spaced(role);
const statusOf = works => (works.some(one => one.status === 'established') ? null : works[0].status);

const partners = ({ items, counts }) =>
  named(
    items.map(({ entity, component }) => ({ ...entity, component })),
    counts.total,
    item => joined([item.component && nameOf(item.component), item.country && nameOf(item.country)], ', '),
  );

async function policiesOf({ home }, signal) {
  if (!home) return [];
  const page = await get(`/v1/entities/${encodeURIComponent(home)}/relationships?direction=in&type=applies_in&limit=20`, signal);
  const ids = [...new Set(page.items.map(one => one.from))].slice(0, shown);
  await need(ids);
  return ids.map(id => ({ id, name: nameOf(id) }));
}
