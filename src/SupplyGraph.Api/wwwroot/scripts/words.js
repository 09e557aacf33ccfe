// The terms of the graph in words that people read, and figures in the way they are written everywhere on the page.

const verbs = {
  supplies: 'supplies',
  exports_to: 'exports to',
  operates_in: 'works in',
  produces: 'produces',
  owns: 'owns',
  partners_with: 'partners with',
  connects: 'connects',
  invests_in: 'invests in',
  cooperates_with: 'cooperates with',
  part_of: 'goes into',
  builds: 'builds',
  uses: 'uses',
  headquartered_in: 'is based in',
  kind_of: 'is a kind of',
  substitutes_for: 'can replace',
  member_of: 'belongs to',
  applies_in: 'applies in',
  promotes: 'promotes',
};

const stages = {
  mining: 'Mining',
  refining: 'Refining',
  'active-materials': 'Active materials',
  cells: 'Cells',
  packs: 'Packs',
  motors: 'Motors',
  'power-electronics': 'Power electronics',
  software: 'Software',
  vehicles: 'Cars',
  'two-three-wheelers': 'Two- and three-wheelers',
  'buses-trucks': 'Buses and trucks',
  charging: 'Charging',
  recycling: 'Recycling',
};

/** How far a relationship is, from what is to what might be. */
export const statuses = ['established', 'announced', 'potential'];

/** The stages of the chain, in its order. */
export const stageIds = Object.keys(stages);
export const stageName = id => stages[id] ?? spaced(id);
export const verb = type => verbs[type] ?? spaced(type);
export const spaced = term => (term ?? '').replaceAll(/[_-]/g, ' ');

/** A plausibility, a confidence or another share, 0..1. */
export const share = value => value.toFixed(value > 0 && value < 0.01 ? 4 : 3);

/** "1 route", "2 routes". */
export const count = (number, noun, plural = noun + 's') => `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;

/** A relationship's id taken apart: type, from, to, component, role. */
export function relationshipParts(id) {
  const [type, from, to, component, role] = id.split('~');
  return { id, type, from, to, component: component || null, role: role || null };
}

/** Joins parts that are there. */
export const joined = (parts, separator = ' · ') => parts.filter(Boolean).join(separator);
