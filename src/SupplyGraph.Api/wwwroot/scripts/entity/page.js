// The page of one entity: what it is, what it does, whom it deals with, and the routes through it.
import { get, routes } from '../api.js';
import { change, format, isAsked, nothing, questionOf } from '../address.js';
import { h, outwardLink, replace } from '../dom.js';
import { learn, nameOf, needRoutes } from '../dictionary.js';
import { route } from '../routes/route.js';
import { count, joined, stageName } from '../words.js';
import { company } from './company.js';
import { country } from './country.js';
import { component } from './component.js';
import { relationships } from './relationships.js';

const parts = { company, country, component };
const shown = 5;

/** Asks for an entity and shows its page; the map shows the best routes through it. */
export async function showEntity(state, { answer: element, map, signal }) {
  const id = state.entity;
  const { entity, home, relationships: counts } = await get('/v1/entities/' + encodeURIComponent(id), signal);
  learn(entity);
  const question = questionOf(entity.kind === 'component' ? { from: [id] } : { via: [id] });
  const [sections, through] = await Promise.all([
    (parts[entity.kind] ?? (() => relationships(entity, counts, signal)))(entity, { signal, counts }),
    routes({ ...question, limit: String(shown) }, nothing, signal).catch(problem => ({ problem, routes: [] })),
  ]);
  await needRoutes(through.routes);

  signal.throwIfAborted();
  replace(
    element,
    h(
      'p',
      { class: 'back' },
      isAsked(state.question) || state.view === 'hubs' ? h('a', { href: format({ ...state, entity: null }) }, '← Back to the answer') : null,
    ),
    h(
      'header',
      {},
      h('h1', {}, entity.name),
      h(
        'p',
        { class: 'count' },
        joined([entity.kind, home && `of ${home.name}`, entity.stage && stageName(entity.stage)], ', '),
        entity.url ? [' · ', outwardLink(entity.url, 'its own page')] : null,
      ),
      entity.aliases.length > 0 ? h('p', { class: 'fine' }, 'Also: ', entity.aliases.join(', ')) : null,
    ),
    sections,
    throughIt(entity, through, question, map),
  );
  map.draw({ routes: through.routes, about: [id], caption: `World map of ${count(through.routes.length, 'route')} through ${entity.name}.` });
  return { news: `${entity.name}, ${entity.kind}`, title: entity.name };
}

const throughIt = (entity, { routes: found, problem }, question, map) =>
  h(
    'section',
    {},
    h('h2', {}, entity.kind === 'component' ? 'Routes that begin with it' : 'Routes through it'),
    found.length === 0
      ? h('p', {}, problem?.message ?? 'There are none.')
      : h(
          'ol',
          { class: 'routes', 'aria-label': `Routes through ${entity.name}` },
          found.map((one, i) => route(one, i + 1, { open: false, point: ranks => map.highlight(ranks), mayChange: false })),
        ),
    h(
      'p',
      {},
      h(
        'button',
        { type: 'button', onclick: () => change({ question, scenario: nothing, entity: null, view: 'routes' }) },
        `All routes ${entity.kind === 'component' ? 'that begin with' : 'through'} ${nameOf(entity.id)}`,
      ),
    ),
  );
