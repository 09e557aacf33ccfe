// The answer to take away: as files, as a picture, and as the line that asks for it again.
import { download, routesRequest } from './api.js';
import { h, replace } from './dom.js';
import { picture } from './map/picture.js';

/** The menu of a question's answer. svg gives the map. */
export function takeAway(state, svg, title) {
  const request = routesRequest(state.question, state.scenario);
  const news = h('p', { class: 'error', role: 'alert' });
  const file = (text, name, read) => h('li', {}, h('button', { type: 'button', onclick: () => save(name, read) }, text));
  const line = h('code', { tabindex: 0, 'aria-label': 'The line that asks the same in a terminal' }, curlLine(request));
  const copy = h('button', { type: 'button', onclick: copyLine }, 'Copy');

  async function save(name, read) {
    replace(news);
    try {
      const address = URL.createObjectURL(await read());
      h('a', { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (problem) {
      replace(news, problem.message);
    }
  }

  async function copyLine() {
    try {
      await navigator.clipboard.writeText(line.textContent);
      copy.textContent = 'Copied';
    } catch {
      // Browsers give the clipboard to secure pages only: then the line is selected, for the keys to copy.
      getSelection().selectAllChildren(line);
      copy.textContent = 'Selected';
    }
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, 2000);
  }

  return h(
    'details',
    { class: 'take-away' },
    h('summary', {}, 'Take it away'),
    h(
      'div',
      { class: 'body' },
      h(
        'ul',
        { class: 'buttons' },
        file('JSON', 'routes.json', () => download(request, 'application/json')),
        file('CSV', 'routes.csv', () => download(request, 'text/csv')),
        file('GeoJSON', 'routes.geojson', () => download(request, 'application/geo+json')),
        file('SVG of the map', 'routes.svg', () => new Blob([picture(svg, title)], { type: 'image/svg+xml' })),
      ),
      h('div', { class: 'curl' }, line, copy),
      news,
    ),
  );
}

/** The line for a terminal; the shell takes what stands in single quotes as it is. */
function curlLine({ path, body }) {
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const address = quoted(location.origin + path);
  return body ? `curl ${address} -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(body))}` : `curl ${address}`;
}
