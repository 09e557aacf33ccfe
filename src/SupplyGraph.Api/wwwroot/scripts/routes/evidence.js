// Who says so: the claims about a relationship, what they disagree in, and the way to their sources.
import { assumedBy, get } from '../api.js';
import { h, outwardLink, replace } from '../dom.js';
import { failed, loading } from '../states.js';
import { count, joined, spaced } from '../words.js';

/** The claims about a leg's relationship, read when this is made. */
export function evidence(walked) {
  const element = h('div', { class: 'evidence' });
  read();
  return element;

  async function read() {
    if (walked.sources?.every(source => source.publisher === assumedBy)) return replace(element, onlyAssumed());
    replace(element, loading('Reading the claims'));
    try {
      const page = await get('/v1/relationships/' + encodeURIComponent(walked.relationship));
      return replace(
        element,
        disputes(page.relationship),
        h('ul', { class: 'claims', 'aria-label': count(page.claims.length, 'claim') }, page.claims.map(claim)),
      );
    } catch (problem) {
      // An alternative that only the scenario's claims make is not stored.
      if (problem.status === 404) return replace(element, onlyAssumed());
      return replace(element, failed(problem, read));
    }
  }
}

const onlyAssumed = () => h('p', {}, 'Assumed in this scenario; no source states it.');

const claim = said =>
  h(
    'li',
    { class: 'claim' },
    h('blockquote', {}, said.statement || 'No statement is recorded.'),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: `status ${said.status}` }, said.status),
      joined([amount(said), period(said), `confidence ${said.confidence}`]),
    ),
    h(
      'p',
      { class: 'source' },
      joined([said.publisher, said.sourceDate]),
      said.publisher || said.sourceDate ? ': ' : '',
      outwardLink(said.sourceUrl, said.sourceTitle || said.sourceUrl || 'untitled'),
    ),
  );

const amount = said => (said.amount === null ? null : joined([said.amount.toLocaleString('en'), said.unit], ' '));

function period({ validFrom, validTo }) {
  if (validFrom && validTo) return `${validFrom} to ${validTo}`;
  return validFrom ? `from ${validFrom}` : validTo && `until ${validTo}`;
}

const disputes = ({ disputes: fields }) =>
  fields?.length > 0
    ? h(
        'div',
        { class: 'disputed' },
        h('strong', {}, 'The sources disagree'),
        h(
          'ul',
          {},
          fields.map(({ field, values }) => h('li', {}, spaced(field.replaceAll(/([A-Z])/g, ' $1').toLowerCase()), ': ', values.join(' or '))),
        ),
      )
    : null;
