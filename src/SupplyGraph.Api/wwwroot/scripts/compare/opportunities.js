// Who could bring what a country misses: the companies nearest to it at each stage.
import { get } from '../api.js';
import { disclosure } from '../disclosure.js';
import { h, replace } from '../dom.js';
import { linkTo } from '../entity/linked.js';
import { measure } from '../measure.js';
import { failed, loading } from '../states.js';
import { spaced, stageName } from '../words.js';

const shown = 3;

/** The opportunities of a country, read when they are opened. */
export const opportunities = country => disclosure({ class: 'opportunities' }, country.name, body => read(country, body));

async function read(country, body) {
  replace(body, loading('Looking for companies that are near'));
  try {
    const { stages } = await get(`/v1/countries/${encodeURIComponent(country.id)}/opportunities?limit=${shown}`);
    replace(body, stages.length === 0 ? h('p', {}, 'No stage is missing.') : stages.map(opportunity));
  } catch (problem) {
    replace(
      body,
      failed(problem, () => read(country, body)),
    );
  }
}

const opportunity = ({ stage, near, companies }) =>
  h(
    'section',
    {},
    h('h3', {}, stageName(stage)),
    companies.length === 0 ? h('p', { class: 'fine' }, 'Nobody who does this elsewhere is near.') : h('ol', { class: 'near' }, companies.map(company)),
    near > companies.length ? h('p', { class: 'fine' }, `${near - companies.length} more are near.`) : null,
  );

const company = ({ id, name, home, nearness, ties }) =>
  h(
    'li',
    {},
    linkTo(id, name),
    home ? h('span', { class: 'fine' }, home.name) : null,
    measure(nearness),
    h(
      'span',
      { class: 'fine' },
      ties
        .slice(0, shown)
        .map(tie => `${spaced(tie.kind)}: ${tie.other.name}`)
        .join('; '),
    ),
  );
