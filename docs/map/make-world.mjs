// Prints the world map of the explorer as one JSON object: README.md says what is in it and how to run this.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoGraticule, geoPath } from 'd3-geo';
import countryCodes from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import { RelativePath } from './relative-path.mjs';

const WIDTH = 1000;
// Antarctica is left out, so neither edge needs to go to its pole: Cape Horn lies at 56°S, the north of Greenland at 83.6°N.
const SOUTH = -57;
const NORTH = 84;
const GRATICULE_STEP = 30;
// A point that makes a smaller triangle with its neighbours is left out, in square units of the picture: nobody would see it.
const LEAST_DETAIL = 0.25;

// Natural Earth writes these short or out of date.
const NAMES = {
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Central African Rep.': 'Central African Republic',
  Congo: 'Republic of the Congo',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'Falkland Is.': 'Falkland Islands',
  'Fr. S. Antarctic Lands': 'French Southern and Antarctic Lands',
  Macedonia: 'North Macedonia',
  'N. Cyprus': 'Northern Cyprus',
  'S. Sudan': 'South Sudan',
  'Solomon Is.': 'Solomon Islands',
  'United States of America': 'United States',
  'W. Sahara': 'Western Sahara',
  eSwatini: 'Eswatini',
};

// Not in ISO 3166-1, but in common use: user-assigned codes.
const CODES = { Kosovo: 'XK' };

const projection = fitted();
const path = geoPath(projection);
const height = Math.ceil(projection([0, SOUTH])[1]);
const atlas = simplified(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json'), 'utf8')));

const countries = feature(atlas, atlas.objects.countries).features
  .filter(country => country.properties.name !== 'Antarctica')
  .map(country => ({ iso2: codeOf(country), name: nameOf(country), d: draw(country) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const head = {
  source: 'Natural Earth 1:110m countries, as in world-atlas 2.0.2',
  licence: 'Natural Earth, public domain: https://www.naturalearthdata.com/about/terms-of-use/',
  projection: 'equal-earth',
  width: WIDTH,
  height,
  scale: projection.scale(),
  translate: projection.translate(),
  graticule: draw(graticule()),
};

// A country a line, so that a change shows as one.
const lines = countries.map(country => JSON.stringify(country)).join(',\n');
process.stdout.write(`${JSON.stringify(head).slice(0, -1)},"countries":[\n${lines}\n]}\n`);

/** Equal Earth, such that the equator is as long as the picture is wide and NORTH lies at its upper edge. Rounded, so that readers project the same. */
function fitted() {
  const bare = geoEqualEarth().scale(1).translate([0, 0]);
  const scale = round(WIDTH / 2 / bare([180, 0])[0], 1000);
  return geoEqualEarth().scale(scale).translate([WIDTH / 2, round(-scale * bare([0, NORTH])[1], 1000)]);
}

/** Before countries are made of it, so that neighbours keep their border in common. */
function simplified(topology) {
  return simplify(presimplify(topology, sphericalTriangleArea), LEAST_DETAIL / projection.scale() ** 2);
}

function codeOf(country) {
  return CODES[country.properties.name] ?? countryCodes.numericToAlpha2(country.id) ?? null;
}

function nameOf(country) {
  return NAMES[country.properties.name] ?? country.properties.name;
}

function graticule() {
  // A little past 180°, so that the eastern edge is drawn like the western one.
  const edges = [[-180, SOUTH], [180 + 1e-6, NORTH]];
  return geoGraticule().step([GRATICULE_STEP, GRATICULE_STEP]).extent(edges)();
}

function draw(shape) {
  const drawn = new RelativePath();
  path.context(drawn)(shape);
  return drawn.toString();
}

function round(number, parts) {
  return Math.round(number * parts) / parts;
}
