// The map beside the answer.
import { change } from '../address.js';
import { countries } from '../dictionary.js';
import { h, replace, s } from '../dom.js';
import { joined } from '../words.js';
import { arcsOf, curve } from './arcs.js';
import { drawLabels } from './labels.js';
import { legend } from './legend.js';
import { projection, rim } from './projection.js';
import { view } from './view.js';

/** How thick an arc is in pixels: from a hair to a rope. */
const thickness = plausibility => 1.25 + 4.75 * plausibility;

/**
 * Draws the world into an element.
 * @param world the content of map/world.json.
 * @param point called with the ranks of the routes that the map points at; open with the rank of one to open.
 */
export function map(element, world, { point, open }) {
  const project = projection(world);
  const layers = Object.fromEntries(['land', 'arcs', 'marks', 'labels'].map(name => [name, s('g', { class: name })]));
  const svg = s('svg', { class: 'map', role: 'group', tabindex: 0, 'aria-roledescription': 'map', 'aria-label': 'World map' },
    s('defs', {}, s('clipPath', { id: 'rim' }, s('path', { d: rim(project, -60, 88) }))),
    s('g', { 'clip-path': 'url(#rim)' }, s('path', { class: 'sea', d: rim(project, -60, 88) }), s('path', { class: 'graticule', d: world.graticule }), layers.land, layers.arcs), layers.marks, layers.labels);
  const hint = h('div', { class: 'hint', 'aria-hidden': 'true', hidden: true });
  const key = h('div', { class: 'legend' });
  const caption = h('p', { class: 'unseen', id: 'map-caption' });
  let arcs = [], sites = new Map(), marks = [], pixel = 1, isWrapped = false;

  drawLand();
  replace(element, svg, hint, controls(), key, caption);
  svg.setAttribute('aria-describedby', 'map-caption');
  const seen = view(svg, world, size => { pixel = size; scale(); });

  function drawLand() {
    const byCode = new Map(countries().map(country => [country.iso2, country]));
    replace(layers.land, world.countries.map(({ iso2, name, d }) => {
      const country = byCode.get(iso2);
      return s('path', { d, 'data-id': country?.id, class: country ? 'known' : null, onclick: country && (() => change({ entity: country.id })),
        onpointermove: event => tell(country?.name ?? name, event), onpointerleave: hush });
    }));
  }

  /** Draws routes, and marks: places that an answer is about, {id, name, point, weight 0..1, label}. */
  function draw({ routes = [], marked = [], about = [], caption: words }) {
    ({ arcs, sites } = arcsOf(routes, project));
    marks = marked.map(mark => ({ ...mark, point: project(mark.place) }));
    isWrapped = arcs.some(arc => arc.ends.wrap);
    replace(layers.arcs, arcs.map(arcElement));
    const first = layers.arcs.querySelector('.arc');
    first?.setAttribute('tabindex', 0);
    replace(layers.marks, [...[...sites.values()].map(siteElement), ...marks.map(markElement)]);
    for (const land of layers.land.children) land.classList.toggle('about', about.includes(land.dataset.id));
    legend(key, arcs, marks);
    caption.textContent = words + ' Arrow keys move the map, plus and minus zoom, 0 shows the world; Tab goes on to its arcs.';
    scale();
    const points = [...[...sites.values()].map(site => site.point), ...marks.map(mark => mark.point)];
    if (isWrapped) seen.all(); else seen.fit(points);
  }

  const arcElement = (arc, i) => {
    const { path } = curve(arc);
    const element = s('g', {
      class: joined(['arc', `family-${arc.family.id}`, arc.status, arc.lost && 'lost'], ' '), role: 'button', tabindex: -1, 'aria-label': arc.label, 'data-ranks': arc.ranks.join(' '),
      onpointerenter: () => { highlight(arc.ranks, arc); point(arc.ranks); }, onpointermove: event => tell(arc.label, event), onpointerleave: leave,
      onfocus: () => { highlight(arc.ranks, arc); point(arc.ranks); }, onblur: leave, onclick: () => open(arc.ranks[0]), onkeydown: event => walk(event, i, arc),
    });
    const shifts = arc.ends.wrap ? [0, arc.ends.wrap] : [0];
    element.append(...shifts.flatMap(shift => ['hit', 'line', 'flow'].map(name => s('path', { class: name, d: path, transform: shift ? `translate(${shift} 0)` : null }))),
      ...shifts.map(shift => s('path', { class: 'head', 'data-shift': shift })));
    return element;
  };

  const siteElement = ({ id, name, point: [cx, cy] }) =>
    s('circle', { class: 'site', cx, cy, 'data-id': id, onclick: () => change({ entity: id }), onpointermove: event => tell(name, event), onpointerleave: hush });

  const markElement = ({ id, label, weight, point: [cx, cy] }) =>
    s('circle', { class: 'mark', cx, cy, 'data-id': id, 'data-weight': weight, onpointermove: event => tell(label, event), onpointerleave: hush });

  /** Sizes what keeps its size on the screen however close the map is. */
  function scale() {
    arcs.forEach((arc, i) => {
      const element = layers.arcs.children[i], wide = thickness(arc.plausibility), { head } = curve(arc);
      element.querySelectorAll('.line').forEach(line => line.setAttribute('stroke-width', wide * pixel));
      element.querySelectorAll('.hit').forEach(line => line.setAttribute('stroke-width', Math.max(14, wide + 8) * pixel));
      element.querySelectorAll('.flow').forEach(line => line.setAttribute('stroke-width', Math.max(1, wide / 3) * pixel));
      if (arc.status !== 'established')
        element.querySelectorAll('.line').forEach(line => line.setAttribute('stroke-dasharray', [arc.status === 'announced' ? 7 : 2.5, 4.5].map(length => length * pixel).join(' ')));
      element.querySelectorAll('.flow').forEach(line => line.setAttribute('stroke-dasharray', [3 * pixel, 9 * pixel].join(' ')));
      const long = (4 + wide) * pixel, half = (2.5 + wide * 0.75) * pixel;
      element.querySelectorAll('.head').forEach(one => {
        one.setAttribute('d', `M${long} 0L${-long * 0.7} ${half}L${-long * 0.3} 0L${-long * 0.7} ${-half}Z`);
        one.setAttribute('transform', `translate(${head.point[0] + Number(one.dataset.shift)} ${head.point[1]}) rotate(${head.angle})`);
      });
    });
    for (const circle of layers.marks.children)
      circle.setAttribute('r', (circle.dataset.weight ? 5 + 17 * Math.sqrt(circle.dataset.weight) : 3.5) * pixel);
    drawLabels(layers.labels, [...new Map([...sites.values(), ...marks].map(place => [place.id, place])).values()], pixel);
  }

  /** Lifts the arcs of some routes out of the others; none for all alike. */
  function highlight(ranks, only = null) {
    svg.classList.toggle('pointed', ranks.length > 0);
    arcs.forEach((arc, i) => layers.arcs.children[i].classList.toggle('on', arc === only || arc.ranks.some(rank => ranks.includes(rank))));
  }

  /** Lifts one place out. */
  function spot(id) {
    for (const circle of layers.marks.children) circle.classList.toggle('on', circle.dataset.id === id);
    for (const land of layers.land.children) land.classList.toggle('on', Boolean(id) && land.dataset.id === id);
  }

  function walk(event, i, arc) {
    if (['Enter', ' '].includes(event.key)) {
      event.preventDefault();
      return open(arc.ranks[0]);
    }
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return undefined;
    event.preventDefault();
    const next = layers.arcs.children[(i + by + arcs.length) % arcs.length];
    event.currentTarget.setAttribute('tabindex', -1);
    next.setAttribute('tabindex', 0);
    return next.focus();
  }

  function leave() {
    highlight([]);
    point([]);
    hush();
  }

  function tell(words, event) {
    const box = element.getBoundingClientRect();
    hint.hidden = false;
    hint.textContent = words;
    hint.style.setProperty('left', Math.min(event.clientX - box.left + 14, box.width - hint.offsetWidth - 8) + 'px');
    hint.style.setProperty('top', Math.min(event.clientY - box.top + 14, box.height - hint.offsetHeight - 8) + 'px');
  }

  function hush() {
    hint.hidden = true;
  }

  function controls() {
    const button = (text, label, act) => h('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, text);
    return h('div', { class: 'controls', role: 'group', 'aria-label': 'Zoom' },
      button('+', 'Closer', () => seen.closer()), button('−', 'Wider', () => seen.wider()), button('⤢', 'The whole world', () => seen.all()));
  }

  return { draw, highlight, spot, svg };
}
