// The arcs of an answer: every leg between two places, legs alike drawn once.
import { familyOf, nameOf, placeOf, siteOf } from '../dictionary.js';
import { joined, share } from '../words.js';

/**
 * The arcs of some routes, the most plausible last, and the places that they touch. A leg within a place, or to something without one, is none.
 * @returns {{arcs: Array<{from, to, ends, family, status, lost, plausibility, ranks, label, path, head}>, sites: Array<{id, name, point}>}}
 */
export function arcsOf(routes, project) {
  const arcs = new Map(),
    sites = new Map();
  routes.forEach((route, i) => {
    for (const stop of route.stops) note(sites, siteOf(stop.id), project);
    for (const leg of route.legs) {
      const from = siteOf(leg.from),
        to = siteOf(leg.to);
      if (from === to || !sites.has(from) || !sites.has(to)) continue;
      const family = familyOf(leg.component);
      const key = [from, to, family.id, leg.status, route.lost].join('|');
      const arc = arcs.get(key) ?? { from, to, family, status: leg.status, lost: Boolean(route.lost), plausibility: 0, ranks: new Set(), legs: new Map() };
      arc.plausibility = Math.max(arc.plausibility, leg.plausibility);
      arc.ranks.add(i + 1);
      arc.legs.set(leg.relationship, joined([`${nameOf(leg.from)} to ${nameOf(leg.to)}`, leg.component && nameOf(leg.component)], ', '));
      arcs.set(key, arc);
    }
  });
  const drawn = [...arcs.values()].map(arc => ({ ...arc, ranks: [...arc.ranks], label: labelOf(arc), ends: endsOf(arc, project) }));
  fanOut(drawn);
  const curved = drawn.map(arc => ({ ...arc, ...curve(arc) }));
  return { arcs: curved.sort((a, b) => a.plausibility - b.plausibility), sites: [...sites.values()] };
}

/** The path of an arc: a curve to the left of its direction, so that both directions between two places are seen. */
function curve({ ends: [p, q], fan }) {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const bend = 0.16 + 0.09 * fan;
  const c = [(p[0] + q[0]) / 2 + dy * bend, (p[1] + q[1]) / 2 - dx * bend];
  return { path: `M${at(p)}Q${at(c)} ${at(q)}`, head: headAt(p, c, q, 0.58) };
}

function note(sites, id, project) {
  const place = placeOf(id);
  if (place && !sites.has(id)) sites.set(id, { id, name: nameOf(id), point: project(place) });
}

function labelOf({ legs, status, plausibility, lost }) {
  const names = [...legs.values()];
  return joined([
    names.slice(0, 3).join('; ') + (names.length > 3 ? `; ${names.length - 3} more` : ''),
    status,
    `plausibility ${share(plausibility)}`,
    lost && 'gone under what is assumed',
  ]);
}

/** Where an arc begins and ends. One that is shorter over the date line goes that way: it leaves the map at one side, and is drawn again from the other. */
function endsOf({ from, to }, project) {
  const p = placeOf(from),
    q = placeOf(to),
    apart = q[0] - p[0];
  if (Math.abs(apart) <= 180) return [project(p), project(q)];
  const width = project([180, (p[1] + q[1]) / 2])[0] - project([-180, (p[1] + q[1]) / 2])[0];
  const [x, y] = project(q);
  return Object.assign([project(p), [x - Math.sign(apart) * width, y]], { wrap: Math.sign(apart) * width });
}

/** Arcs between the same two places beside each other. */
function fanOut(arcs) {
  const beside = new Map();
  for (const arc of arcs) {
    const key = `${arc.from}|${arc.to}`;
    arc.fan = beside.get(key) ?? 0;
    beside.set(key, arc.fan + 1);
  }
}

function headAt(p, c, q, t) {
  const point = [0, 1].map(i => (1 - t) ** 2 * p[i] + 2 * t * (1 - t) * c[i] + t ** 2 * q[i]);
  const slope = [0, 1].map(i => 2 * (1 - t) * (c[i] - p[i]) + 2 * t * (q[i] - c[i]));
  return { point, angle: (Math.atan2(slope[1], slope[0]) * 180) / Math.PI };
}

const at = point => point.map(value => value.toFixed(1)).join(' ');
