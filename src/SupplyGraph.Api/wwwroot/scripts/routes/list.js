// The answer as a list, best first.
import { h } from '../dom.js';
import { noRoute, stopped } from '../states.js';
import { count } from '../words.js';
import { route } from './route.js';

/** The list of an answer; under a scenario, remark says what it changed for a route. */
export function routeList(answer, state, { point, remark = () => null, mayChange = true, onMap = null }) {
  if (answer.routes.length === 0) return [answer.complete ? null : stopped(answer, state), noRoute(answer.obstacle, state)];
  return [
    answer.complete ? null : stopped(answer, state),
    h(
      'ol',
      { class: 'routes', 'aria-label': 'Routes, the most plausible first' },
      answer.routes.map((found, i) => route(found, i + 1, { open: state.open === i + 1, point, remark: remark(found), mayChange, onMap: onMap?.(found) })),
    ),
  ];
}

/** What a screen reader hears when an answer arrives, and what stands above it. */
export function summary(answer) {
  if (answer.routes.length === 0) return 'No such route';
  const best = answer.routes[0];
  return `${count(answer.routes.length, 'route')}, the best ${best.stops.map(stop => stop.name).join(' to ')}`;
}
