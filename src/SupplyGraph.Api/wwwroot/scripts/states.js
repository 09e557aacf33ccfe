// What the page shows where there is no answer: not yet, none, or none to be had. Each says what to do next.
import { h } from './dom.js';
import { format } from './address.js';
import { most, usual } from './limits.js';

export const loading = what => h('p', { class: 'loading', role: 'status' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), what);

/** Nothing found. */
export const empty = (title, ...advice) => h('div', { class: 'empty' }, h('h3', {}, title), ...advice);

/** No route: the obstacle that the server names, and the same question with less asked of it. */
export function noRoute(obstacle, state) {
  return empty(
    'No such route',
    h('p', {}, obstacle?.message ?? 'Nothing in the graph joins these places in a way that makes sense for what is carried.'),
    h(
      'ul',
      { class: 'advice' },
      widerQuestions(state, obstacle).map(([text, question]) => h('li', {}, h('a', { href: format({ ...state, question, open: null }) }, text))),
    ),
  );
}

/** A search that its budget ended. */
export const stopped = (answer, state) =>
  h(
    'div',
    { class: 'notice' },
    h(
      'p',
      {},
      h('strong', {}, 'The search was stopped'),
      ` by its limit of ${answer.stoppedBy === 'time' ? 'time' : 'effort'}. `,
      'What is shown was found until then, and better routes may be missing. Narrow the question: name where routes begin or end, a component, or fewer legs.',
    ),
    fewerLegs(state),
  );

/** Whether asking the same again would fail again. */
const isOfTheQuestion = ({ status }) => status >= 400 && status < 500 && status !== 429;

/** Something went wrong. */
export function failed(problem, again, heading = 'h3') {
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h(heading, {}, problem.title ?? 'Something went wrong'),
    h('p', {}, problem.message),
    h(
      'ul',
      {},
      Object.entries(problem.errors ?? {}).flatMap(([field, errors]) => errors.map(error => h('li', {}, h('strong', {}, field), ': ', error.message))),
    ),
    problem.near?.length > 0
      ? h(
          'p',
          {},
          'Did you mean ',
          problem.near.map((near, i) => [i > 0 ? ', ' : '', h('a', { href: '?entity=' + encodeURIComponent(near.id) }, near.name)]),
          '?',
        )
      : null,
    problem.traceId && problem.status >= 500 ? h('p', { class: 'fine' }, 'Trace ', h('code', {}, problem.traceId)) : null,
    isOfTheQuestion(problem) ? null : h('button', { type: 'button', onclick: again }, 'Try again'),
  );
}

function widerQuestions(state, obstacle) {
  const { question } = state;
  const wider = [];
  const without = (text, changes) => wider.push([text, { ...question, ...changes }]);
  if (question.component) without('Ask for any component', { component: null });
  if (question.avoid.length > 0) without('Avoid nothing', { avoid: [] });
  if (question.status.length > 0) without('Take announced and potential relationships too', { status: [] });
  if (Number(question.minConfidence) > 0) without('Take any confidence', { minConfidence: null });
  if (question.via.length > 1) without(`Go through ${question.via[0]} only`, { via: question.via.slice(0, 1) });
  if (question.asOf) without('Ask as of today', { asOf: null });
  if (question.from.length > 0 && question.to.length + question.via.length > 0) without('Let them begin anywhere', { from: [] });
  if (question.to.length > 0 && question.from.length + question.via.length > 0) without('Let them end anywhere', { to: [] });
  const needed = legsThatMayDo(obstacle);
  if (Number(question.maxHops ?? usual.maxHops) < needed) without(`Allow ${needed} legs`, { maxHops: String(needed) });
  return wider;
}

/** With how many legs there may be a route; 0 where what stands in the way does so for any number of them. */
function legsThatMayDo(obstacle) {
  if (obstacle?.neededHops) return obstacle.neededHops <= most.maxHops ? obstacle.neededHops : 0;
  return ['empty_place_set', 'via_cut_off', 'ends_not_connected', 'no_simple_chain'].includes(obstacle?.code) ? 0 : most.maxHops;
}

function fewerLegs(state) {
  const legs = Number(state.question.maxHops ?? usual.maxHops);
  if (legs <= 2) return null;
  const question = { ...state.question, maxHops: String(legs - 1) };
  return h('p', {}, h('a', { href: format({ ...state, question, open: null }) }, `Ask with at most ${legs - 1} legs`));
}
