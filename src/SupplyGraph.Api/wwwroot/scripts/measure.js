// A share, 0..1, as a bar and as a figure.
import { h, styled } from './dom.js';
import { share } from './words.js';

export const measure = (value, attributes = {}) =>
  h(
    'span',
    { class: 'measure', ...attributes },
    styled(h('span', { class: 'bar', 'aria-hidden': 'true' }), { '--share': value }),
    h('span', { class: 'value' }, share(value)),
  );
