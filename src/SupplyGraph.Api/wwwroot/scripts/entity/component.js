// A component: who makes it and where, how concentrated that is, what it goes into.
import { get } from '../api.js';
import { h } from '../dom.js';
import { count } from '../words.js';
import { bars, section } from './linked.js';
import { relationships } from './relationships.js';

export async function component(entity, { counts, signal }) {
  const concentration = by => get('/v1/concentration?' + new URLSearchParams({ component: entity.id, by, measure: 'makers' }), signal);
  const [countries, companies, rest] = await Promise.all([
    concentration('country'),
    concentration('company'),
    relationships(entity, counts, signal, ['kind_of', 'part_of', 'substitutes_for', 'promotes', 'uses']),
  ]);
  return [
    section('Where it is made', [index(countries), bars(countries.shares.slice(0, 8).map(withMakers('maker')))], countries.shares.length),
    section('Who makes it', bars(companies.shares.slice(0, 8).map(withMakers('country', 'countries'))), companies.shares.length),
    rest,
  ];
}

const withMakers = (noun, plural) => one => ({ ...one, remark: count(one.value, noun, plural) });

const index = ({ herfindahlHirschman: hhi }) =>
  hhi === null
    ? null
    : h(
        'p',
        {},
        `Herfindahl-Hirschman index ${Math.round(hhi).toLocaleString('en')} of 10,000: ${hhi > 2500 ? 'highly' : hhi > 1500 ? 'moderately' : 'hardly'} concentrated by makers known.`,
      );
