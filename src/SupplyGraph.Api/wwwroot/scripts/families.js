// Components have thirteen stages, more than anybody tells apart by colour. The map shows families of them.

/** In the order of the legend; each has a colour in styles/theme.css. */
export const families = [
  { id: 'materials', name: 'Materials', stages: ['mining', 'refining', 'active-materials'] },
  { id: 'batteries', name: 'Batteries', stages: ['cells', 'packs'] },
  { id: 'drives', name: 'Motors and electronics', stages: ['motors', 'power-electronics'] },
  { id: 'software', name: 'Software', stages: ['software'] },
  { id: 'vehicles', name: 'Vehicles', stages: ['vehicles', 'two-three-wheelers', 'buses-trucks'] },
  { id: 'services', name: 'Charging and recycling', stages: ['charging', 'recycling'] },
  { id: 'parts', name: 'Other parts', stages: [] },
  { id: 'unnamed', name: 'No component named', stages: [] },
];

const byStage = new Map(families.flatMap(family => family.stages.map(stage => [stage, family])));
const [parts, unnamed] = families.slice(-2);

/** The family of a component: undefined for none, null for a stage that it does not have. */
export const familyOfStage = stage => (stage === undefined ? unnamed : (byStage.get(stage) ?? parts));
