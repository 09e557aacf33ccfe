// Names, places and stages of entities. Countries, regions, corridors and components are read once; others are learnt from answers, or asked for.
import { get } from './api.js';
import { familyOfStage } from './families.js';

const entities = new Map();
const asked = new Map();

/** Reads what every picture needs. */
export async function load() {
  const page = await get('/v1/entities?kind=country&kind=region&kind=corridor&kind=component&limit=1000');
  page.items.forEach(learn);
}

/** Takes an entity, or what an answer says of one, into the dictionary. */
export const learn = entity => entities.set(entity.id, { ...entities.get(entity.id), ...entity });

/** Asks for those of some entities that are not known yet. */
export function need(ids) {
  const unknown = new Set(ids.filter(id => id && !entities.has(id)));
  return Promise.all(
    [...unknown].map(id => {
      if (!asked.has(id))
        asked.set(
          id,
          get('/v1/entities/' + encodeURIComponent(id)).then(
            page => learn(page.entity),
            () => asked.delete(id),
          ),
        );
      return asked.get(id);
    }),
  );
}

/** Takes the stops of routes into the dictionary, and asks for what else drawing and telling of them needs. */
export function needRoutes(routes) {
  routes.flatMap(route => route.stops).forEach(learn);
  return need(routes.flatMap(route => [...route.stops.map(stop => stop.country), ...route.legs.map(leg => leg.component)]));
}

/** Looks for the names of what may be ids and may be names that somebody typed. */
export function lookUp(values) {
  return Promise.all(
    values
      .filter(value => !entities.has(value))
      .map(async value => {
        const page = await get('/v1/entities?' + new URLSearchParams({ q: value, limit: 5 })).catch(() => ({ items: [] }));
        page.items.filter(entity => entity.id === value).forEach(learn);
      }),
  );
}

export const known = id => entities.get(id);
export const nameOf = id => entities.get(id)?.name ?? id?.replaceAll('-', ' ') ?? '';
export const countries = () => [...entities.values()].filter(entity => entity.kind === 'country');

/** The family of a leg's component. */
export const familyOf = component => familyOfStage(component ? (entities.get(component)?.stage ?? null) : undefined);

/** The id of the place that an entity is drawn at: its own or its home's. */
export function siteOf(id) {
  const entity = entities.get(id);
  return !entity || typeof entity.latitude === 'number' ? id : (entity.home ?? entity.country ?? id);
}

/** Where an entity is drawn, [longitude, latitude] in degrees: at its own place, or its home's; null where nothing says. */
export function placeOf(id) {
  const site = entities.get(siteOf(id));
  return typeof site?.latitude === 'number' ? [site.longitude, site.latitude] : null;
}
