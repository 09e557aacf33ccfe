// The routes of a question: the list beside the map, and under a scenario what it changes.
import { routes } from '../api.js';
import { isAssumed, note, nothing, questionOf } from '../address.js';
import { beforeAndAfter, compare } from '../compare/answers.js';
import { whatIf } from '../compare/scenario.js';
import { h, replace } from '../dom.js';
import { nameOf, need, needRoutes } from '../dictionary.js';
import { takeAway } from '../takeaway.js';
import { count, joined, share } from '../words.js';
import { routeList, summary } from './list.js';

/** Asks for the routes of a state and shows them. Returns what a screen reader is told. */
export async function showRoutes(state, { answer: element, map, signal }) {
  const comparison = isAssumed(state.scenario) ? await compare(state, signal) : null;
  const answer = comparison?.after ?? (await routes(state.question, nothing, signal));
  const all = comparison ? [...comparison.before.routes, ...comparison.drawn] : answer.routes;
  await Promise.all([needRoutes(all), need(placesOf(answer.query))]);
  signal.throwIfAborted();
  state = { ...state, question: asUnderstood(state.question, answer.query) };
  note({ question: state.question });

  const point = ranks => map.highlight(ranks);
  const title = inWords(state.question);
  replace(
    element,
    h('header', {}, h('h1', {}, title), answer.routes.length > 0 ? judged(answer) : null, takeAway(state, map.svg, title)),
    whatIf(state),
    comparison ? beforeAndAfter(comparison, state, point) : routeList(answer, state, { point }),
  );
  map.draw({ routes: comparison?.drawn ?? answer.routes, about: placesOf(answer.query), caption: `World map of ${count(answer.routes.length, 'route')}.` });
  element.querySelector('.route > details[open]')?.scrollIntoView({ block: 'nearest' });
  return { news: summary(answer), title };
}

/** Points at the routes of the list that a part of the map belongs to. */
export function pointInList(ranks) {
  document.querySelectorAll('.route').forEach(item => item.classList.toggle('on', ranks.includes(Number(item.dataset.rank))));
}

/** Opens a route of the list and goes there. */
export function openInList(rank) {
  const details = [...document.querySelectorAll(`.route[data-rank="${rank}"] > details`)].at(-1);
  if (!details) return;
  details.open = true;
  details.querySelector('summary').focus();
  details.scrollIntoView({ block: 'nearest' });
}

/** A question as a heading. */
export function inWords(question) {
  const names = (values, word) => values.map(nameOf).join(` ${word} `);
  const parts = [
    question.from.length > 0 && `from ${names(question.from, 'or')}`,
    question.via.length > 0 && `through ${names(question.via, 'and')}`,
    question.to.length > 0 && `to ${names(question.to, 'or')}`,
  ];
  const carried = question.component ? ` of ${nameOf(question.component)}` : '';
  return joined(
    [
      `Routes${carried} ${joined(parts, ' ')}`,
      question.avoid.length > 0 && `avoiding ${names(question.avoid, 'and')}`,
      question.status.length > 0 && `${question.status.join(' or ')} only`,
      question.minConfidence && `confidence at least ${question.minConfidence}`,
      question.asOf && `as of ${question.asOf}`,
    ],
    ', ',
  );
}

const judged = ({ routes: found, complete }) =>
  h(
    'p',
    { class: 'count' },
    `${count(found.length, 'route')}, plausibility ${share(found[0].plausibility)} to ${share(found.at(-1).plausibility)}${complete ? '' : ', as far as the search came'}. `,
    h('span', { class: 'fine' }, 'Of 1 at most: how well sources state each leg, times how well each goes on from the one before.'),
  );

const placesOf = query => [...query.from, ...query.via, ...query.to, ...query.avoid, ...(query.component ? [query.component] : [])];

/** The question with the ids that the server understood: names, aliases and ISO codes are taken as well. */
const asUnderstood = (question, query) =>
  questionOf({
    ...question,
    from: query.from,
    to: query.to,
    via: query.via,
    avoid: question.avoid.length === query.avoid.length ? query.avoid : question.avoid,
    component: query.component,
  });
