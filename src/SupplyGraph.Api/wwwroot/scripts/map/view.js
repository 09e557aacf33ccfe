// What part of the map is seen: zoom and pan by wheel, drag, pinch, buttons and keys. The view is the viewBox; nothing else moves.

const closest = 60,
  step = 1.5;

/**
 * @param svg the map.
 * @param size the whole map's width and height.
 * @param changed called whenever another part is seen, with the length in its units that a pixel has where letters have their usual size.
 */
export function view(svg, { width, height }, changed) {
  const pointers = new Map();
  let seen = { x: 0, y: 0, w: width },
    moved = false;
  const aspect = () => (svg.clientHeight || 1) / (svg.clientWidth || 1);
  const whole = () => Math.max(width, height / aspect());

  function show(x, y, w) {
    const wide = Math.min(whole(), Math.max(closest, w)),
      high = wide * aspect();
    seen = { w: wide, x: within(x, wide, width), y: within(y, high, height) };
    svg.setAttribute('viewBox', [seen.x, seen.y, wide, high].map(value => value.toFixed(2)).join(' '));
    changed(((wide / (svg.clientWidth || 1)) * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16);
  }

  // What is smaller than the view stands in its middle.
  const within = (start, extent, total) => (extent >= total ? (total - extent) / 2 : Math.min(total - extent, Math.max(0, start)));

  function zoom(factor, [px, py] = [0.5, 0.5]) {
    const w = Math.min(whole(), Math.max(closest, seen.w / factor)),
      lost = seen.w - w;
    show(seen.x + lost * px, seen.y + lost * aspect() * py, w);
  }

  const pan = (dx, dy) => show(seen.x + dx, seen.y + dy, seen.w);
  const all = () => show(0, 0, whole());

  /** Shows some points with room around them, never closer than a continent. */
  function fit(points) {
    if (points.length === 0) return all();
    const [xs, ys] = [0, 1].map(i => points.map(point => point[i]));
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const w = Math.max(260, (right - left) * 1.3, ((bottom - top) * 1.5) / aspect());
    return show((left + right - w) / 2, (top + bottom - w * aspect()) / 2, w);
  }

  const fraction = event => {
    const box = svg.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };

  svg.addEventListener(
    'wheel',
    event => {
      // Where the page scrolls past the map, the wheel is the page's; with Ctrl, or a pinch on a touch pad, it is the map's.
      if (!event.ctrlKey && document.documentElement.scrollHeight > innerHeight + 1) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.0015), fraction(event));
    },
    { passive: false },
  );

  svg.addEventListener('pointerdown', event => {
    pointers.set(event.pointerId, event);
    moved = false;
  });
  addEventListener('pointermove', event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    if (Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < 3 && !moved) return;
    moved = true;
    if (pointers.size === 1) pan(((before.clientX - event.clientX) * seen.w) / svg.clientWidth, ((before.clientY - event.clientY) * seen.w) / svg.clientWidth);
    else pinch(before, event);
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, event => pointers.delete(event.pointerId));
  // A drag that ends over a country does not open it.
  svg.addEventListener(
    'click',
    event => {
      if (moved) event.stopPropagation();
    },
    true,
  );

  function pinch(before, after) {
    const other = [...pointers.values()].find(pointer => pointer.pointerId !== after.pointerId);
    const apart = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY) || 1;
    zoom(apart(after) / apart(before), fraction(other));
  }

  const keys = {
    '+': () => zoom(step),
    '=': () => zoom(step),
    '-': () => zoom(1 / step),
    0: all,
    ArrowLeft: () => pan(-seen.w / 8, 0),
    ArrowRight: () => pan(seen.w / 8, 0),
    ArrowUp: () => pan(0, -seen.w / 8),
    ArrowDown: () => pan(0, seen.w / 8),
  };
  svg.addEventListener('keydown', event => {
    if ((event.target !== svg && event.key.startsWith('Arrow')) || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  new ResizeObserver(() => show(seen.x, seen.y, seen.w)).observe(svg);
  all();
  return { fit, all, closer: () => zoom(step), wider: () => zoom(1 / step) };
}
