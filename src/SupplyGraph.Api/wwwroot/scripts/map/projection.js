// Equal Earth (Šavrič, Patterson, Jenny 2018): areas keep their sizes, and the world looks as people know it. world.json is drawn in it already.

const a1 = 1.340264,
  a2 = -0.081106,
  a3 = 0.000893,
  a4 = 0.003796,
  root = Math.sqrt(3) / 2;
const radians = Math.PI / 180;

/** From degrees to the units of a map with a scale and an offset. */
export const projection =
  ({ scale, translate: [left, top] }) =>
  ([longitude, latitude]) => {
    const l = Math.asin(root * Math.sin(latitude * radians)),
      l2 = l * l,
      l6 = l2 * l2 * l2;
    const x = (longitude * radians * Math.cos(l)) / (root * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2)));
    const y = l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
    return [left + scale * x, top - scale * y];
  };

/** The rim of the map between two latitudes, as a path. */
export function rim(project, south, north) {
  const latitudes = Array.from({ length: 29 }, (_, i) => south + ((north - south) * i) / 28);
  const points = [...latitudes.map(latitude => project([180, latitude])), ...latitudes.reverse().map(latitude => project([-180, latitude]))];
  return 'M' + points.map(point => point.map(value => value.toFixed(1)).join(' ')).join('L') + 'Z';
}
