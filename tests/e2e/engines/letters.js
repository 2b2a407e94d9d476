// Looks at every drawing of the page that is seen and gives back what a reader would stumble over.
// What depends on colours is asked by `contrast.js`.
document.documentElement.dataset.laidOut = '';
const wrong = [];
const seen = element => {
  // To WebKit what stands in a part that is not displayed has its place.
  for (let part = element; part instanceof SVGElement; part = part.parentElement) {
    if (getComputedStyle(part).display === 'none') return false;
  }
  return element.getClientRects().length > 0;
};
const painted = color => color !== 'none' && color !== 'rgba(0, 0, 0, 0)';
// Two boxes that share more than the rounding of a letter's box.
const share = (a, b, by = 2) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
// What leads the eye and is no mark of its own.
const GUIDES = '.axis, .future, .row, .hit, .known, .drop, .reach, .lead, .target, .tile, .tile-next, .gap, defs, title';
// Letters take less than their box: from the top of an `h` to the bottom of a `g`.
const ink = (element, size) => {
  const box = element.getBoundingClientRect();
  const spare = Math.max(0, (box.height - size) / 2);
  return { left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare };
};
// A mark without its edge, if nobody sees that: a wide one may be room for the finger.
const body = element => {
  if (painted(getComputedStyle(element).stroke)) return element.getBoundingClientRect();
  const [box, { a, d, e, f }] = [element.getBBox(), element.getScreenCTM()];
  const [left, top] = [box.x * a + e, box.y * d + f];
  return { left, top, right: left + box.width * a, bottom: top + box.height * d };
};
for (const svg of document.querySelectorAll('main svg')) {
  if (svg.parentElement.closest('svg') || svg.matches('.step') || !seen(svg)) continue;
  const name = svg.getAttribute('class');
  const texts = [...svg.querySelectorAll('text')].filter(seen).map(element => {
    const scale = element.getScreenCTM().a;
    const sizes = [element, ...element.querySelectorAll('tspan')]
      .filter(seen).map(each => parseFloat(getComputedStyle(each).fontSize) * scale);
    const row = element.closest('a, svg');
    return { element, sizes, row, words: element.textContent.trim(), box: ink(element, Math.max(...sizes)) };
  });
  const marks = [...svg.querySelectorAll('rect, circle, line, path, polygon')]
    .filter(mark => !mark.closest(GUIDES) && mark.getBoundingClientRect().width + mark.getBoundingClientRect().height > 0)
    .map(element => ({ element, box: body(element), row: element.closest('a, svg') }));
  const drawing = svg.getBoundingClientRect();
  const figure = (svg.closest('figure, .ladder, .lane, .multiple') || svg).getBoundingClientRect();
  // The same letters are a hundredth wider in one engine than in another, and a figure has margins.
  const [left, right] = [Math.min(drawing.left, figure.left) - 4, Math.max(drawing.right, figure.right) + 4];
  for (const { element, sizes, words, box } of texts) {
    for (const size of sizes) if (size < 10.99 || size > 16.01) wrong.push(`${name}: “${words}” is ${size.toFixed(1)} px high`);
    if (box.left < left || box.right > right || box.top < drawing.top - 3 || box.bottom > drawing.bottom + 3)
      wrong.push(`${name}: “${words}” leaves its figure (${Math.round(box.left)}–${Math.round(box.right)} of ${Math.round(left)}–${Math.round(right)})`);
  }
  texts.forEach((one, at) => {
    for (const other of texts.slice(at + 1))
      if (share(one.box, other.box)) wrong.push(`${name}: “${one.words}” and “${other.words}” overlap`);
    for (const mark of marks)
      if (mark.row !== one.row && !mark.row.contains(one.row) && !one.row.contains(mark.row) && share(one.box, mark.box))
        wrong.push(`${name}: “${one.words}” crosses a mark .${mark.element.getAttribute('class')} of another row`);
  });
  for (const circle of svg.querySelectorAll('circle')) {
    const { width, height } = circle.getBoundingClientRect();
    if (Math.abs(width - height) > 0.5) wrong.push(`${name}: a circle is ${width.toFixed(1)} × ${height.toFixed(1)}`);
  }
}
const drawings = [...document.querySelectorAll('main svg:not(.step)')].filter(seen).length;
return { drawings, wrong: [...new Set(wrong)].slice(0, 30) };
