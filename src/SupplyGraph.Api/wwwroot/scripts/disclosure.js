// What opens: a line that says what is in it, and the rest, which is made when it is first opened.
import { h } from './dom.js';

/**
 * @param attributes of the details element; open for one that is open from the start.
 * @param summary the line: text, nodes, or lists of both; summaryAttributes what it has besides.
 * @param fill called once with the element to fill.
 * @param toggled called with whether it is open, whenever that changes.
 */
export function disclosure(attributes, summary, fill, { summaryAttributes = {}, toggled = () => {} } = {}) {
  const body = h('div', { class: 'body' });
  const details = h(
    'details',
    {
      ...attributes,
      ontoggle: () => {
        toggled(details.open);
        fillOnce();
      },
    },
    h('summary', summaryAttributes, summary),
    body,
  );
  let isFilled = false;
  function fillOnce() {
    if (isFilled || !details.open) return;
    isFilled = true;
    fill(body);
  }
  fillOnce();
  return details;
}
