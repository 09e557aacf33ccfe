const DECIMALS = 1;
const UNIT = 10 ** DECIMALS;

/**
 * What d3-geo draws on, in the place of a canvas: writes SVG path data in relative commands. Points are rounded before they are subtracted, so that no error
 * adds up along a coast; points that fall together or lie on a straight line are left out.
 */
export class RelativePath {
  #lines = [];
  #line = [];

  moveTo(x, y) {
    this.#line = [this.#point(x, y)];
    this.#lines.push({ points: this.#line, closed: false });
  }

  lineTo(x, y) {
    const point = this.#point(x, y);
    const last = this.#line.at(-1);
    if (point[0] === last[0] && point[1] === last[1]) return;
    if (this.#line.length > 1 && isAhead(this.#line.at(-2), last, point)) this.#line.pop();
    this.#line.push(point);
  }

  closePath() {
    const [first, last] = [this.#line[0], this.#line.at(-1)];
    if (this.#line.length > 1 && first[0] === last[0] && first[1] === last[1]) this.#line.pop();
    this.#lines.at(-1).closed = true;
  }

  toString() {
    let path = '';
    let pen = [0, 0];
    for (const { points, closed } of this.#lines) {
      // An island smaller than the rounding.
      if (points.length < (closed ? 3 : 2)) continue;
      path += 'm';
      for (const point of points) {
        path = follow(follow(path, point[0] - pen[0]), point[1] - pen[1]);
        pen = point;
      }
      if (closed) {
        path += 'z';
        pen = points[0];
      }
    }
    return path;
  }

  #point(x, y) {
    return [Math.round(x * UNIT), Math.round(y * UNIT)];
  }
}

/** Whether the way from the first point by the second leads straight on to the third. */
function isAhead([x0, y0], [x1, y1], [x2, y2]) {
  const [dx, dy, ex, ey] = [x1 - x0, y1 - y0, x2 - x1, y2 - y1];
  return dx * ey === dy * ex && dx * ex + dy * ey > 0;
}

/** The path with one number more; with a space between only where the two would run into one. */
function follow(path, units) {
  const number = (units / UNIT).toFixed(DECIMALS).replace(/\.0$/, '').replace(/^(-?)0\./, '$1.');
  const standsAlone = number.startsWith('-') || path.endsWith('m') || (number.startsWith('.') && /\.\d*$/.test(path));
  return path + (standsAlone ? '' : ' ') + number;
}
