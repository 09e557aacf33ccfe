// The explorer from the address to the picture: each state of the address is asked for, shown as a list, and drawn on the map.
import { change, current, follow, format, isAsked, isAssumed, isSame, note, nothing } from './address.js';
import { get, Problem } from './api.js';
import { examples } from './ask/examples.js';
import { chooser } from './ask/chooser.js';
import * as form from './ask/form.js';
import { showChokepoints } from './compare/chokepoints.js';
import { showHubs } from './compare/hubs.js';
import { whatIf } from './compare/scenario.js';
import { known, load } from './dictionary.js';
import { h, replace } from './dom.js';
import { showEntity } from './entity/page.js';
import { map } from './map/map.js';
import { openInList, pointInList, showRoutes } from './routes/page.js';
import { empty, failed, loading } from './states.js';

const part = id => document.getElementById(id);
const lookUp = chooser({
  name: 'entity',
  label: 'Look up',
  hint: 'Look up',
  most: 1,
  taken: id => {
    lookUp.set(null);
    change({ entity: id });
  },
});
const answer = part('answer');
let drawn,
  running = null,
  isFirst = true;

async function start() {
  replace(answer, loading('Opening the graph'));
  try {
    const [world] = await Promise.all([get('map/world.json'), load()]);
    drawn = map(part('map'), world, { point: pointInList, open: openInList });
  } catch (problem) {
    if (!(problem instanceof Problem)) console.error(problem);
    return problem.code === 'not_ready' ? waitFor(problem) : replace(answer, failed(problem, start));
  }
  form.mount(part('ask'));
  replace(part('look-up'), lookUp.element);
  follow(show);
  return show(current());
}

/** A first start seeds the graph, which takes seconds: the page waits with it. */
function waitFor(problem) {
  replace(answer, loading(problem.message));
  setTimeout(start, (problem.retryAfter ?? 1) * 1000);
}

async function show(state) {
  state = orFirstQuestion(state);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  // Before the links and fields are drawn anew: one of them may hold the focus, which would be lost with it.
  if (!isFirst) answer.focus({ preventScroll: true });
  showViews(state);
  form.show(state);
  const slow = setTimeout(() => {
    if (!signal.aborted) replace(answer, loading('Searching'));
  }, 250);
  answer.setAttribute('aria-busy', 'true');
  try {
    const { news, title } = await pageOf(state)(state, { answer, map: drawn, signal });
    showAsUnderstood(state);
    tell(news, title, state);
  } catch (problem) {
    if (signal.aborted) return;
    if (!(problem instanceof Problem)) console.error(problem);
    form.fail(problem.errors ?? {});
    // What was asked can be the reason, so it can be changed from here.
    replace(
      answer,
      problem.above ?? (isAssumed(state.scenario) ? whatIf(state) : null),
      failed(problem, () => show(state), 'h1'),
    );
    drawn.draw({ caption: 'World map.' });
    tell(problem.message, problem.title ?? 'Something went wrong', state);
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) answer.removeAttribute('aria-busy');
  }
}

function pageOf(state) {
  if (state.entity) return showEntity;
  if (state.view === 'hubs') return showHubs;
  if (!isAsked(state.question)) return welcome;
  return state.view === 'chokepoints' ? showChokepoints : showRoutes;
}

/** Without a question the page begins with the first of all, where the graph knows of its place. */
function orFirstQuestion(state) {
  const { question } = examples[0];
  if (state.entity || state.view === 'hubs' || isAsked(state.question) || isAssumed(state.scenario) || !question.via.every(known)) return state;
  note({ question });
  return { ...state, question };
}

function welcome() {
  replace(answer, empty('Ask for routes', h('p', {}, 'Name where they begin, what they pass through, or where they end, and press Find routes.')));
  drawn.draw({ caption: 'World map.' });
  return { news: 'Ask for routes', title: 'Ask' };
}

/** The server may have understood a name, an alias or an ISO code: the fields then show what it is. */
function showAsUnderstood({ question }) {
  const now = current();
  if (isAsked(now.question) && !isSame(now.question, question)) form.show(now);
}

function showViews(state) {
  const link = (view, text) =>
    h(
      'li',
      {},
      h(
        'a',
        {
          href: format({
            ...state,
            view,
            entity: null,
            open: null,
            countries: view === 'hubs' ? state.countries : [],
            scenario: view === 'routes' ? state.scenario : nothing,
          }),
          'aria-current': state.view === view ? 'page' : null,
        },
        text,
      ),
    );
  replace(part('views'), link('routes', 'Routes'), link('chokepoints', 'Chokepoints'), link('hubs', 'Hubs'));
}

/** Tells people who do not see the page change, and takes them to what changed. */
function tell(news, title, { open }) {
  document.title = `${title} · SupplyGraph`;
  part('news').textContent = news;
  if (!isFirst && !open) {
    answer.scrollTop = 0;
    // Where the map stands above the answer, people see the one and the beginning of the other.
    part('map').scrollIntoView({ block: 'start' });
  }
  isFirst = false;
}

start();
