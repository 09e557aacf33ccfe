// One leg of a route; opened, the claims that state it.
import { change, current } from '../address.js';
import { h } from '../dom.js';
import { familyOf, nameOf } from '../dictionary.js';
import { count, joined, share, spaced, verb } from '../words.js';
import { evidence } from './evidence.js';

export function leg(walked, { weakest, names: [from, to], mayChange }) {
  const family = familyOf(walked.component);
  const sentence = walked.along ? [from, verb(walked.type), to] : [to, verb(walked.type), from];
  const details = h('details', { class: `leg family-${family.id}`, ontoggle: fillOnce },
    h('summary', {},
      h('span', { class: `line ${walked.status}`, 'aria-hidden': 'true' }),
      h('span', { class: 'sentence' }, sentence.join(' ')),
      h('span', { class: 'carried' }, joined([walked.component && nameOf(walked.component), walked.role && spaced(walked.role)])),
      h('span', { class: `status ${walked.status}` }, walked.status),
      h('span', { class: 'value', title: 'Plausibility of this leg' }, share(walked.plausibility)),
      weakest ? h('span', { class: 'weakest' }, 'weakest leg') : null));
  const body = h('div', { class: 'body' });
  details.append(body);
  let filled = false;
  function fillOnce() {
    if (filled || !details.open) return;
    filled = true;
    body.append(factors(walked), evidence(walked), mayChange ? whatIf(walked) : '', alternatives(walked));
  }
  return details;
}

/** What a leg counts for, as its route multiplies it. */
const factors = walked => h('p', { class: 'fine' }, joined([
  `Confidence ${walked.confidence.toFixed(2)}`,
  walked.joint < 1 ? `fits what came before: ${walked.joint}` : null,
  walked.pool < 1 ? `nothing states that what arrives is what leaves: ${walked.pool}` : null,
]));

const whatIf = walked => h('p', { class: 'buttons' },
  walked.status === 'established' ? null
    : h('button', { type: 'button', class: 'quiet', onclick: () => assume('established', walked.relationship) }, 'What if it were established?'),
  h('button', { type: 'button', class: 'quiet', onclick: () => assume('cut', walked.relationship) }, 'What if it were not there?'));

function assume(what, relationship) {
  const { scenario } = current();
  change({ scenario: { ...scenario, [what]: [...new Set([...scenario[what], relationship])] } });
}

/** The other relationships between the same stops, each with its evidence once it is opened. */
function alternatives(walked) {
  if (walked.alternatives.length === 0) return '';
  return h('details', { class: 'alternatives' }, h('summary', {}, count(walked.alternatives.length, 'other relationship'), ' could be walked instead'),
    h('ul', {}, walked.alternatives.map(id => {
      const [type, , , component, role] = id.split('~');
      const item = h('details', { ontoggle: () => { if (item.open && item.children.length === 1) item.append(evidence({ relationship: id, sources: [] })); } },
        h('summary', {}, joined([verb(type), component && nameOf(component), role && spaced(role)])));
      return h('li', {}, item);
    })));
}
