// The routes of a question: the list beside the map, and under a scenario what it changes.
import { routes } from '../api.js';
import { isAssumed, note, questionOf } from '../address.js';
import { beforeAndAfter, compared } from '../compare/answers.js';
import { whatIf } from '../compare/scenario.js';
import { h, replace } from '../dom.js';
import { learn, nameOf, need } from '../dictionary.js';
import { takeAway } from '../takeaway.js';
import { count, joined, share } from '../words.js';
import { routeList, summary } from './list.js';

/** Asks for the routes of a state and shows them. Returns what a screen reader is told. */
export async function showRoutes(state, { answer: element, map, signal }) {
  const assumed = isAssumed(state.scenario);
  const asked = [routes(state.question, state.scenario, signal)];
  if (assumed) asked.push(routes(state.question, { removed: [], cut: [], established: [], claims: [] }, signal));
  const [answer, before] = await Promise.all(asked);
  const all = [answer, ...(before ? [before] : [])].flatMap(one => one.routes);
  all.flatMap(route => route.stops).forEach(learn);
  await need([...placesOf(answer.query), ...all.flatMap(route => [...route.stops.map(stop => stop.country), ...route.legs.map(leg => leg.component)])]);
  signal.throwIfAborted();
  state = { ...state, question: asUnderstood(state.question, answer.query) };
  note({ question: state.question });

  const list = element;
  const point = ranks => map.highlight(ranks);
  const comparison = before && compared(before, answer);
  const title = inWords(state.question);
  replace(list,
    h('header', {}, h('h1', {}, title), h('p', { class: 'count' }, countLine(answer), takeAway(state, map.svg, title))),
    whatIf(state),
    comparison ? beforeAndAfter(comparison, state, point) : routeList(answer, state, { point }));
  map.draw({ routes: comparison ? comparison.drawn : answer.routes, about: placesOf(answer.query), caption: `World map of ${count(answer.routes.length, 'route')}.` });
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
  return joined([`Routes${carried} ${joined(parts, ' ')}`, question.avoid.length > 0 && `avoiding ${names(question.avoid, 'and')}`], ', ');
}

function countLine({ routes: found, complete }) {
  if (found.length === 0) return '';
  return `${count(found.length, 'route')}, plausibility ${share(found[0].plausibility)} to ${share(found.at(-1).plausibility)}${complete ? '' : ', as far as the search came'} `;
}

const placesOf = query => [...query.from, ...query.via, ...query.to, ...query.avoid, ...(query.component ? [query.component] : [])];

/** The question with the ids that the server understood: names, aliases and ISO codes are taken as well. */
const asUnderstood = (question, query) =>
  questionOf({ ...question, from: query.from, to: query.to, via: query.via, avoid: question.avoid.length === query.avoid.length ? query.avoid : question.avoid, component: query.component });
