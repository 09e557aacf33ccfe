// The map beside the answer: what is drawn on it, and what pointing, pressing and walking on it do.
import { change } from '../address.js';
import { countries } from '../dictionary.js';
import { h, replace, s } from '../dom.js';
import { arcsOf } from './arcs.js';
import { hintOver } from './hint.js';
import { drawLabels } from './labels.js';
import { legend } from './legend.js';
import { projection } from './projection.js';
import { arcShape, frame, markShape, siteShape, sizeArc, sizeCircle } from './shapes.js';
import { view } from './view.js';

const manual = 'Arrow keys move the map, plus and minus zoom, 0 shows the world; Tab goes on to its arcs.';
/** Arcs lie in the layer with the most plausible last, and are walked from it on. */
const steps = { ArrowRight: -1, ArrowDown: -1, ArrowLeft: 1, ArrowUp: 1 };

/**
 * Draws the world into an element.
 * @param world the content of map/world.json.
 * @param point called with the ranks of the routes that the map points at; open with the rank of one to open.
 */
export function map(element, world, { point, open }) {
  const project = projection(world);
  const { svg, layers } = frame(world, project);
  const hint = hintOver(element);
  const key = h('div', { class: 'legend' });
  const caption = h('p', { class: 'unseen', id: 'map-caption' });
  let arcs = [],
    places = [],
    pixel = 1;

  const hinted = words => ({ onpointermove: event => hint.tell(words, event), onpointerleave: hint.hush });

  drawLand();
  replace(element, svg, hint.element, controls(), key, caption);
  const seen = view(svg, world, length => {
    if (length !== pixel) size(length);
    drawLabels(layers.labels, places, pixel, svg.viewBox.baseVal);
  });

  function drawLand() {
    const byCode = new Map(countries().map(country => [country.iso2, country]));
    replace(
      layers.land,
      world.countries.map(({ iso2, name, d }) => {
        const country = byCode.get(iso2);
        return s('path', {
          d,
          ...(country && { 'data-id': country.id, class: 'known', onclick: () => change({ entity: country.id }) }),
          ...hinted(country?.name ?? name),
        });
      }),
    );
  }

  /** Draws routes; marks, places that an answer is about: {id, name, place, weight, label}; and lights up countries that it asks for. */
  function draw({ routes = [], marked = [], about = [], caption: words }) {
    const drawn = arcsOf(routes, project),
      marks = marked.map(mark => ({ ...mark, point: project(mark.place) }));
    arcs = drawn.arcs;
    // A place on a route may be marked as well: it is named once.
    places = [...new Map([...drawn.sites, ...marks].map(place => [place.id, place])).values()];
    replace(
      layers.arcs,
      arcs.map((arc, i) => arcShape(arc, listeners(arc, i))),
    );
    layers.arcs.lastElementChild?.setAttribute('tabindex', 0);
    replace(
      layers.marks,
      drawn.sites.map(site => siteShape(site, { onclick: () => change({ entity: site.id }), ...hinted(site.name) })),
      marks.map(mark => markShape(mark, hinted(mark.label))),
    );
    for (const land of layers.land.children) land.classList.toggle('about', about.includes(land.dataset.id));
    legend(key, arcs, marks);
    caption.textContent = `${words} ${manual}`;
    // What is new has no size yet: the view gives it one.
    pixel = 0;
    if (arcs.some(arc => arc.ends.wrap)) seen.all();
    else seen.fit(places.map(place => place.point));
  }

  function listeners(arc, i) {
    const lift = () => {
      highlight(arc.ranks, arc);
      point(arc.ranks);
    };
    const leave = () => {
      highlight([]);
      point([]);
      hint.hush();
    };
    return {
      onpointerenter: lift,
      onpointermove: event => hint.tell(arc.label, event),
      onpointerleave: leave,
      onfocus: event => {
        lift();
        hint.tellAt(arc.label, event.target.querySelector('.head'));
      },
      onblur: leave,
      onclick: () => open(arc.ranks[0]),
      onkeydown: event => walk(event, i),
    };
  }

  function walk(event, i) {
    const isOpening = ['Enter', ' '].includes(event.key),
      by = steps[event.key];
    if (!isOpening && !by) return;
    event.preventDefault();
    if (isOpening) return void open(arcs[i].ranks[0]);
    const next = layers.arcs.children[(i + by + arcs.length) % arcs.length];
    event.currentTarget.setAttribute('tabindex', -1);
    next.setAttribute('tabindex', 0);
    next.focus();
  }

  function size(length) {
    pixel = length;
    arcs.forEach((arc, i) => sizeArc(layers.arcs.children[i], arc, pixel));
    for (const circle of layers.marks.children) sizeCircle(circle, pixel);
  }

  /** Lifts the arcs of some routes out of the others; none for all alike. */
  function highlight(ranks, only = null) {
    svg.classList.toggle('pointed', ranks.length > 0);
    arcs.forEach((arc, i) => layers.arcs.children[i].classList.toggle('on', arc === only || arc.ranks.some(rank => ranks.includes(rank))));
  }

  /** Lifts one place out; null for none. */
  function spot(id) {
    for (const shape of [...layers.marks.children, ...layers.land.children]) shape.classList.toggle('on', id !== null && shape.dataset.id === id);
  }

  function controls() {
    const button = (text, label, act) => h('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, text);
    return h(
      'div',
      { class: 'controls', role: 'group', 'aria-label': 'Zoom' },
      button('+', 'Closer', () => seen.closer()),
      button('−', 'Wider', () => seen.wider()),
      button('⤢', 'The whole world', () => seen.all()),
    );
  }

  return { draw, highlight, spot, svg };
}
