// One leg of a route; opened, the claims that state it.
import { change, current } from '../address.js';
import { disclosure } from '../disclosure.js';
import { familyOf, nameOf } from '../dictionary.js';
import { h } from '../dom.js';
import { count, joined, relationshipParts, share, spaced, verb } from '../words.js';
import { evidence } from './evidence.js';

/** @param names of the stops that it joins. @param mayChange whether a scenario may be made from here. */
export function leg(walked, { weakest, names: [from, to], mayChange }) {
  const sentence = walked.along ? [from, verb(walked.type), to] : [to, verb(walked.type), from];
  const line = [
    h('span', { class: 'sentence' }, sentence.join(' ')),
    h('span', { class: 'carried' }, joined([walked.component && nameOf(walked.component), walked.role && spaced(walked.role)])),
    h('span', { class: `status ${walked.status}` }, walked.status),
    h('span', { class: 'value', title: 'Plausibility of this leg' }, share(walked.plausibility)),
    weakest ? h('span', { class: 'weakest' }, 'weakest leg') : null,
  ];
  const fill = body => body.append(...[factors(walked), evidence(walked), mayChange ? whatIf(walked) : null, alternatives(walked)].filter(Boolean));
  return disclosure({ class: `leg ${walked.status} family-${familyOf(walked.component).id}` }, line, fill);
}

/** What a leg counts for, as its route multiplies it. */
const factors = walked =>
  h(
    'p',
    { class: 'fine' },
    joined([
      `Confidence ${walked.confidence.toFixed(2)}`,
      walked.joint < 1 ? `fits what came before: ${walked.joint}` : null,
      walked.pool < 1 ? `nothing states that what arrives is what leaves: ${walked.pool}` : null,
    ]),
  );

const whatIf = walked =>
  h(
    'p',
    { class: 'buttons' },
    walked.status === 'established'
      ? null
      : h('button', { type: 'button', class: 'quiet', onclick: () => assume('established', walked.relationship) }, 'What if it were established?'),
    h('button', { type: 'button', class: 'quiet', onclick: () => assume('cut', walked.relationship) }, 'What if it were not there?'),
  );

function assume(what, relationship) {
  const { scenario } = current();
  change({ scenario: { ...scenario, [what]: [...new Set([...scenario[what], relationship])] } });
}

/** The other relationships between the same stops, each with its evidence. */
function alternatives(walked) {
  if (walked.alternatives.length === 0) return null;
  const line = [count(walked.alternatives.length, 'other relationship'), ' could be walked instead'];
  return disclosure({ class: 'alternatives' }, line, body =>
    body.append(
      h(
        'ul',
        {},
        walked.alternatives.map(id => h('li', {}, alternative(id))),
      ),
    ),
  );
}

function alternative(id) {
  const { type, component, role } = relationshipParts(id);
  return disclosure({}, joined([verb(type), component && nameOf(component), role && spaced(role)]), body => body.append(evidence({ relationship: id })));
}
