// Looks at the letters and marks of every drawing that is seen, and gives back what cannot be told
// from what stands under it, or from what stands beside it: for the eyes of most, and for those of
// readers who lack one kind of cone.
document.documentElement.dataset.laidOut = '';
// Machado, Oliveira and Fernandes 2009, at full severity, on linear light.
const EYES = {
  'most eyes': null,
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
};
// What leads the eye and is no mark of its own; where a claim stands, a bar and its steps are one mark.
const GUIDES = '.axis, .future, .row, .hit, .known, .drop, .reach, .lead, .target, .tile, .tile-next, .hatch, .gap, .claim-here, defs, title';
const SHAPES = 'rect, circle, line, path, polygon, ellipse';
// Thinner lines than this are no ground for a letter.
const GROUND = 2;

// Red, green and blue from 0 to 1, and how much of what is under it a colour hides.
const rgba = text => {
  const [r, g, b, alpha = 1] = (text.match(/-?[\d.]+(e-?\d+)?/g) || [0, 0, 0, 0]).map(Number);
  const by = text.startsWith('color(') ? 1 : 255;
  return [r / by, g / by, b / by, alpha];
};
const over = ([r, g, b, alpha], under) => [r, g, b].map((part, at) => part * alpha + under[at] * (1 - alpha));
const light = color => color.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const luminance = (color, matrix) => {
  let linear = light(color);
  if (matrix) linear = matrix.map(row => Math.min(1, Math.max(0, row.reduce((sum, part, at) => sum + part * linear[at], 0))));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
};
const between = (a, b, matrix) => {
  const [low, high] = [luminance(a, matrix), luminance(b, matrix)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const seen = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';

// How much all of an element hides, with what it stands in.
const opacity = (element, svg) => {
  let all = 1;
  for (let part = element; part; part = part === svg ? null : part.parentElement) all *= Number(getComputedStyle(part).opacity);
  return all;
};
// What stands under a whole drawing.
const ground = svg => {
  const behind = [];
  for (let part = svg; part; part = part.parentElement) behind.unshift(getComputedStyle(part).backgroundColor);
  return behind.reduce((under, color) => over(rgba(color), under), [1, 1, 1]);
};

const wrong = [];
let letters = 0, told = 0;
const tell = sentence => wrong.includes(sentence) || wrong.push(sentence);
const hex = color => '#' + color.map(part => Math.round(part * 255).toString(16).padStart(2, '0')).join('');

for (const svg of document.querySelectorAll('main svg')) {
  if (svg.parentElement.closest('svg') || svg.matches('.step') || !seen(svg)) continue;
  const name = svg.getAttribute('class');
  const base = ground(svg);
  // In the order in which they are painted.
  const parts = [...svg.querySelectorAll(`${SHAPES}, text`)].filter(part => !part.closest('defs') && seen(part)).map(element => {
    const style = getComputedStyle(element);
    const hides = opacity(element, svg);
    const paint = (color, more) => {
      if (color === 'none') return null;
      const [r, g, b, alpha] = rgba(color);
      const all = alpha * Number(more) * hides;
      return all > 0 ? [r, g, b, all] : null;
    };
    const fill = element.matches('line') ? null : paint(style.fill, style.fillOpacity);
    const width = parseFloat(style.strokeWidth);
    const stroke = width > 0 ? paint(style.stroke, style.strokeOpacity) : null;
    const halo = style.paintOrder.startsWith('stroke');
    return { element, fill, stroke, width, halo, box: element.getBoundingClientRect(), matrix: element.getScreenCTM() };
  });
  // The colour at a place of the window when only what is painted before a part is there.
  const under = (x, y, part) => {
    let color = base;
    for (const other of parts) {
      if (other === part) break;
      if (other.element.matches('text')) continue;
      const { box, width, fill, stroke } = other;
      if (x < box.left - width || x > box.right + width || y < box.top - width || y > box.bottom + width) continue;
      const point = new DOMPoint(x, y).matrixTransform(other.matrix.inverse());
      const inFill = fill && other.element.isPointInFill(point);
      const inStroke = stroke && width >= GROUND && other.element.isPointInStroke(point);
      const colors = [inFill && fill, inStroke && stroke].filter(Boolean);
      for (const one of other.halo ? colors.reverse() : colors) color = over(one, color);
    }
    return color;
  };
  const grid = ({ left, right, top, bottom }, across, down) => {
    const places = [];
    for (let i = 0; i < across; i++) for (let j = 0; j < down; j++)
      places.push([left + (right - left) * (i + 0.5) / across, top + (bottom - top) * (j + 0.5) / down]);
    return places;
  };
  for (const part of parts) {
    const { element, fill, stroke, width, halo, box, matrix } = part;
    if (element.matches('text')) {
      const words = element.textContent.trim();
      if (!words || !fill) continue;
      letters += 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * matrix.a;
      const spare = Math.max(0, (box.height - size * 0.8) / 2);
      const ink = { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
      // Each part of a text may have a colour of its own.
      const colors = [element, ...element.querySelectorAll('tspan')].filter(seen).map(one => getComputedStyle(one).fill);
      const places = grid(ink, Math.max(3, Math.round(box.width / 8)), 2).map(([x, y]) => under(x, y, part));
      const seenUnder = new Map(places.map(color => [hex(color), color]));
      for (const color of new Set(colors)) {
        for (const place of seenUnder.values()) {
          // A letter with an edge of its own is read against that.
          const back = halo && stroke && width >= GROUND ? over(stroke, place) : place;
          const front = over(rgba(color), back);
          for (const [eyes, matrix] of Object.entries(EYES)) {
            const ratio = between(front, back, matrix);
            if (ratio < 4.5) tell(`${name}: “${words}” ${hex(front)} on ${hex(back)} is ${ratio.toFixed(2)} to ${eyes}`);
          }
        }
      }
    } else if (!element.closest(GUIDES) && (fill || stroke) && box.width + box.height > 0) {
      told += 1;
      const edge = stroke ? width / 2 : 0;
      const whole = { left: box.left - edge, right: box.right + edge, top: box.top - edge, bottom: box.bottom + edge };
      const inside = grid(whole, 5, 5).filter(([x, y]) => {
        const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
        return (fill && element.isPointInFill(point)) || (stroke && element.isPointInStroke(point));
      });
      // A line that runs through it, or the bar whose end it is, may be of its colour; a third of it
      // stands out.
      const places = inside.map(([x, y]) => under(x, y, part));
      for (const [eyes, matrix] of Object.entries(EYES)) {
        const ratios = places.map(place => Math.max(...[fill, stroke].filter(Boolean).map(color => between(over(color, place), place, matrix))));
        const third = ratios.sort((x, y) => y - x)[Math.floor(ratios.length / 3)];
        if (third < 3) tell(`${name}: a mark .${element.getAttribute('class') || element.parentElement.getAttribute('class')} is ${third.toFixed(2)} to ${eyes}`);
      }
    }
  }
  // Promise, slip and what happened: told apart by a contrast of 3:1 or by their shape, since red and
  // blue may be the same darkness.
  const kinds = { promise: '.promise', slip: '.slip', happened: '.met, .dropped, .open' };
  const of = kind => parts.filter(({ element, fill, stroke }) => (fill || stroke) && element.matches(`${kinds[kind]}`) && !element.matches('text') && !element.closest('.axis'));
  const shape = ({ element, box, fill }) => ({ tag: element.tagName, height: box.height, filled: !!fill && rgba(getComputedStyle(element).fill)[3] > 0 });
  const alike = (a, b) => a.tag === b.tag && Math.abs(a.height - b.height) < 3 && a.filled === b.filled;
  for (const [one, other] of [['promise', 'slip'], ['slip', 'happened'], ['promise', 'happened']]) {
    for (const a of of(one)) for (const b of of(other)) {
      const colors = [a, b].map(({ fill, stroke }) => over(fill || stroke, base));
      for (const [eyes, matrix] of Object.entries(EYES)) {
        if (between(...colors, matrix) < 3 && alike(shape(a), shape(b))) tell(`${name}: to ${eyes} ${one} and ${other} are alike (${hex(colors[0])}, ${hex(colors[1])}, ${a.element.tagName} ${a.box.height}, ${b.box.height})`);
      }
      if (matchMedia('(forced-colors: active)').matches && one === 'promise' && other === 'slip' && hex(colors[0]) === hex(colors[1]))
        tell(`${name}: forced, promise and slip have one colour ${hex(colors[0])}`);
    }
  }
}
delete document.documentElement.dataset.laidOut;
return { letters, marks: told, wrong: wrong.slice(0, 30) };
