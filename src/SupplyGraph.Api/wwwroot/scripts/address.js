// The address holds all that the page shows: the question in the names of /v1/routes, the scenario, and what is opened. So it can be shared, and back works.

const lists = ['from', 'to', 'via', 'avoid', 'status'];
const single = ['component', 'minConfidence', 'asOf', 'maxHops', 'limit'];

/** What a claim of a scenario says, in the order in which the address writes it. */
const claimFields = ['type', 'from', 'to', 'component', 'role', 'status'];

/** A scenario that assumes nothing. */
export const nothing = { removed: [], cut: [], established: [], claims: [] };

/** The state that a query string stands for. */
export function parse(search) {
  const given = new URLSearchParams(search);
  const question = {};
  for (const name of lists) question[name] = given.getAll(name).filter(Boolean);
  for (const name of single) question[name] = given.get(name) || null;
  return {
    view: ['chokepoints', 'hubs'].includes(given.get('view')) ? given.get('view') : 'routes',
    entity: given.get('entity') || null,
    countries: given.getAll('country').filter(Boolean),
    open: Number(given.get('route')) || null,
    question,
    scenario: {
      removed: given.getAll('remove').filter(Boolean),
      cut: given.getAll('cut').filter(isRelationship),
      established: given.getAll('establish').filter(isRelationship),
      claims: given.getAll('claim').filter(isClaim).map(parseClaim),
    },
  };
}

/** The query string of a state, shortest form: what is left out is the default. */
export function format(state) {
  const parameters = questionParameters(state.question);
  for (const id of state.scenario.removed) parameters.append('remove', id);
  for (const id of state.scenario.cut) parameters.append('cut', id);
  for (const id of state.scenario.established) parameters.append('establish', id);
  for (const claim of state.scenario.claims) parameters.append('claim', claimFields.map(field => claim[field] ?? '').join('~'));
  if (state.view !== 'routes') parameters.set('view', state.view);
  for (const id of state.countries) parameters.append('country', id);
  if (state.entity) parameters.set('entity', state.entity);
  if (state.open) parameters.set('route', state.open);
  return parameters.size > 0 ? '?' + parameters : location.pathname;
}

/** The parameters of /v1/routes for a question. */
export function questionParameters(question) {
  const parameters = new URLSearchParams();
  for (const name of lists) for (const value of question[name] ?? []) parameters.append(name, value);
  for (const name of single) if (question[name]) parameters.set(name, question[name]);
  return parameters;
}

/** Whether two questions are the same. */
export const isSame = (one, other) => `${questionParameters(one)}` === `${questionParameters(other)}`;

/** A question from the few fields that are not empty. */
export const questionOf = fields => ({ ...parse('').question, ...fields });

export const isAsked = question => ['from', 'to', 'via'].some(name => question[name].length > 0);
export const isAssumed = scenario => Object.values(scenario).some(changes => changes.length > 0);

/** The state now. */
export const current = () => parse(location.search);

/** Goes to a state: a new entry of the history, unless it is the one that is shown. */
export function go(state) {
  const address = format(state);
  if (address !== (location.search || location.pathname)) history.pushState(null, '', address);
  dispatchEvent(new Event('navigated'));
}

/** The query string that is shown; a step to a part of the page leaves it as it is. */
let shown = location.search;

/** Goes to the state now with some of it changed. */
export const change = changes => go({ ...current(), open: null, ...changes });

/** Notes a change that is no step of its own, such as which route is open. */
export function note(changes) {
  history.replaceState(null, '', format({ ...current(), ...changes }));
  shown = location.search;
}

/** Calls back with each state that is gone to, by a link of the page, the buttons of the browser, or go. */
export function follow(show) {
  const showCurrent = () => {
    shown = location.search;
    show(current());
  };
  addEventListener('popstate', () => {
    if (location.search !== shown) showCurrent();
  });
  addEventListener('navigated', showCurrent);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href^="?"], a[href="/"]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(parse(new URL(link.href).search));
  });
}

/** Ids are `type~from~to~component~role`; anybody can write into an address what is none. */
const isRelationship = id => id.split('~').length === 5 && id.split('~').slice(0, 3).every(Boolean);
const isClaim = text => text.split('~').length === claimFields.length && text.split('~').slice(0, 3).every(Boolean);

function parseClaim(text) {
  const values = text.split('~');
  return Object.fromEntries(claimFields.map((field, i) => [field, values[i] || null]));
}
