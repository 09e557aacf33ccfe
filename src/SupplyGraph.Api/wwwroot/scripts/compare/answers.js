// An answer before and after a scenario, side by side.
import { nothing } from '../address.js';
import { routes } from '../api.js';
import { h } from '../dom.js';
import { most, usual } from '../limits.js';
import { routeList } from '../routes/list.js';
import { count, share } from '../words.js';

const keyOf = route => route.stops.map(stop => stop.id).join('>');

/**
 * Asks for both answers, deeper than they are shown: a route that moves up into what is shown is not new, and one that moves down is not gone.
 * @returns both as shown, how many routes come and go, what to say of each, and the routes for the map: those after, then those that are gone.
 */
export async function compare(state, signal) {
  const deep = { ...state.question, limit: String(most.limit) };
  const [before, after] = await Promise.all([routes(deep, nothing, signal), routes(deep, state.scenario, signal)]);
  const wasThere = new Map(before.routes.map((route, i) => [keyOf(route), { route, rank: i + 1 }]));
  const isThere = new Map(after.routes.map((route, i) => [keyOf(route), { route, rank: i + 1 }]));
  const shown = Number(state.question.limit ?? usual.limit);
  const [shownBefore, shownAfter] = [before, after].map(answer => ({ ...answer, routes: answer.routes.slice(0, shown) }));
  const gone = shownBefore.routes.filter(route => !isThere.has(keyOf(route))).map(route => ({ ...route, lost: true }));
  const fallen = shownBefore.routes
    .map(route => isThere.get(keyOf(route)))
    .filter(there => there?.rank > shown)
    .map(there => there.route);
  return {
    before: shownBefore,
    after: shownAfter,
    gone: gone.length,
    come: shownAfter.routes.filter(route => !wasThere.has(keyOf(route))).length,
    drawn: [...shownAfter.routes, ...gone, ...fallen],
    remarkBefore: route => remark('gone', isThere.get(keyOf(route)), shown, 'now'),
    remarkAfter: route => remark('new', wasThere.get(keyOf(route)), shown, 'was') ?? moved(wasThere.get(keyOf(route)).route, route),
  };
}

/** Both lists. What stands on the map is the answer after, with what is gone in grey. */
export function beforeAndAfter({ before, after, gone, come, drawn, remarkBefore, remarkAfter }, state, point) {
  const ranks = new Map(drawn.map((route, i) => [keyOf(route), i + 1]));
  const isSame = gone + come === 0 && after.routes.every((route, i) => keyOf(route) === keyOf(before.routes[i] ?? { stops: [] }) && !remarkAfter(route));
  return h(
    'div',
    { class: 'compared' },
    h('p', { class: 'change' }, isSame ? 'The same routes as before: nothing that is assumed is on them.' : `${count(gone, 'route')} gone, ${come} new.`),
    h(
      'div',
      { class: 'columns' },
      // On a phone the answer that was asked for comes first to the eye.
      h(
        'section',
        { 'aria-label': 'As it is' },
        h(
          'details',
          { open: matchMedia('(min-width: 44rem)').matches },
          h('summary', {}, h('h2', {}, 'As it is')),
          routeList(before, { ...state, open: null }, { point, remark: remarkBefore, mayChange: false, onMap: route => ranks.get(keyOf(route)) }),
        ),
      ),
      h('section', { 'aria-label': 'As assumed' }, h('h2', {}, 'As assumed'), routeList(after, state, { point, remark: remarkAfter })),
    ),
  );
}

/** What became of a route in the other answer: not there, or there below what is shown. */
function remark(absent, there, shown, when) {
  if (!there) return absent;
  return there.rank > shown ? `${when} number ${there.rank}` : null;
}

function moved(before, after) {
  const by = after.plausibility - before.plausibility;
  return Math.abs(by) < 0.0005 ? null : `${by > 0 ? 'up' : 'down'} from ${share(before.plausibility)}`;
}
