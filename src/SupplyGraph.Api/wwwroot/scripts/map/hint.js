// A few words beside what is pointed at. Whoever does not see them has them as the label of the same part.
import { h } from '../dom.js';

const apart = 14,
  margin = 8;

/** @param element what the words may not leave. */
export function hintOver(element) {
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true', hidden: true });

  function tell(words, { clientX, clientY }) {
    const box = element.getBoundingClientRect();
    hint.hidden = false;
    hint.textContent = words;
    hint.style.setProperty('left', Math.min(clientX - box.left + apart, box.width - hint.offsetWidth - margin) + 'px');
    hint.style.setProperty('top', Math.min(clientY - box.top + apart, box.height - hint.offsetHeight - margin) + 'px');
  }

  function tellAt(words, part) {
    const { left, top, width, height } = part.getBoundingClientRect();
    tell(words, { clientX: left + width / 2, clientY: top + height / 2 });
  }

  function hush() {
    hint.hidden = true;
  }

  return { element: hint, tell, tellAt, hush };
}
