// An answer before and after a scenario, side by side.
import { h } from '../dom.js';
import { routeList } from '../routes/list.js';
import { count, share } from '../words.js';

/** What a scenario changes: for each route before and after whether it goes, comes, or changes; and the routes for the map, those that go last. */
export function compared(before, after) {
  const key = route => route.stops.map(stop => stop.id).join('>');
  const byKey = new Map(after.routes.map(route => [key(route), route]));
  const wasThere = new Map(before.routes.map(route => [key(route), route]));
  const lost = before.routes.filter(route => !byKey.has(key(route))).map(route => ({ ...route, lost: true }));
  return {
    before, after, lost, gained: after.routes.filter(route => !wasThere.has(key(route))),
    drawn: [...after.routes, ...lost],
    remarkBefore: route => (byKey.has(key(route)) ? null : 'gone'),
    remarkAfter: route => (wasThere.has(key(route)) ? moved(wasThere.get(key(route)), route) : 'new'),
  };
}

/** Both lists. What stands on the map stands for the answer after, with what is gone in grey. */
export function beforeAndAfter({ before, after, lost, gained, drawn, remarkBefore, remarkAfter }, state, point) {
  const key = route => route.stops.map(stop => stop.id).join('>');
  const ranks = new Map(drawn.map((route, i) => [key(route), i + 1]));
  return h('div', { class: 'compared' },
    h('p', { class: 'change' }, lost.length + gained.length === 0 ? 'The same routes as before.' : `${count(lost.length, 'route')} of the answer gone, ${gained.length} new.`),
    h('div', { class: 'columns' },
      column('As it is', routeList(before, { ...state, open: null }, { point, remark: remarkBefore, mayChange: false, onMap: route => ranks.get(key(route)) })),
      column('As assumed', routeList(after, state, { point, remark: remarkAfter }))));
}

const column = (title, list) => h('section', { 'aria-label': title }, h('h2', {}, title), list);

function moved(before, after) {
  const by = after.plausibility - before.plausibility;
  return Math.abs(by) < 0.0005 ? null : `${by > 0 ? 'up' : 'down'} from ${share(before.plausibility)}`;
}
