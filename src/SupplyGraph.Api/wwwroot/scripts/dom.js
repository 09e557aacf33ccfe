// Elements are only ever built here. Text enters as text nodes and never as markup, so that what a source or a loader wrote stays text.

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An HTML element. Attributes that begin with "on" are listeners; null and false leave one out; children are nodes, text, or lists of both. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element, in the same manner. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(svgNamespace, tag), attributes, children);

/** A link to another site: only http and https lead anywhere, anything else is shown as what it is, text. */
export function outwardLink(address, ...children) {
  if (!/^https?:\/\//i.test(address ?? '')) return h('span', {}, ...children);
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children, h('span', { class: 'unseen' }, ' (opens in a new tab)'));
}

/** Listeners for what is pointed at or has the focus, and no longer is. */
export const pointed = (show, hide) => ({ onpointerenter: show, onpointerleave: hide, onfocusin: show, onfocusout: hide });

/** Puts children in the place of those that an element has. */
export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat(Infinity).filter(isShown));
  return parent;
}

/** Sets a length, a share or the like that a style sheet works with: the policy for content allows no style attributes. */
export function styled(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
  return element;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

const isShown = child => child !== null && child !== undefined && child !== false;
