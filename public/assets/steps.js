// From day to day: what the reader looks at stays in its place, and what is drawn of the facts moves
// to its new one. The page says when it goes to another day and when it has come there.
(() => {
  const foot = () => document.querySelector("body.site .day-bar")?.getBoundingClientRect().top ?? innerHeight;
  const inSight = ({ top, bottom, height }) => height > 0 && bottom > 0 && top < foot();
  const topOf = (element) => element.getBoundingClientRect().top;
  const standing = (element) => element.isConnected && element.getClientRects().length > 0;
  const isWhole = (svg) => svg.localName === "svg" && !svg.ownerSVGElement;
  // The years alone are no drawing of anything.
  const drawings = () => [...document.querySelectorAll("main svg")].filter((svg) => isWhole(svg) && svg.querySelector("a"));

  // A drawing is known from day to day by the elements that it stands in.
  const nameOf = (drawing) => {
    let name = "";
    for (let at = drawing.closest("[data-key]"); at; at = at.parentElement.closest("[data-key]")) name += `${at.dataset.key} `;
    return name;
  };
  const firstUnder = (heading) =>
    drawings().find((svg) => inSight(svg.getBoundingClientRect()) && topOf(svg) > topOf(heading));

  // Where the reader looks: at the heading while it is in sight, and else at the first drawing that
  // begins in the window, or at what stands in its upper part. What is around it serves where it
  // goes away itself.
  const lookedAt = () => {
    const heading = document.querySelector("main h1");
    if (heading && inSight(heading.getBoundingClientRect())) {
      return { held: [heading], below: firstUnder(heading) };
    }
    const begins = ({ top, height }) => height > 40 && top >= 0 && top < foot() * 0.75;
    const drawing = drawings().find((svg) => begins(svg.getBoundingClientRect()));
    const hit = () => document.elementsFromPoint(innerWidth / 2, foot() / 3).find((element) => element.closest("main"));
    const held = [];
    for (let at = drawing ?? hit(); at && at.id !== "content"; at = at.parentElement) {
      if (isWhole(at) || at.dataset.key) held.push(at);
    }
    return { held };
  };

  // Scrolls so that it stands where it stood. Under the heading room is left where words were, and
  // more words take it, so that the first drawing stands still as well, unless there are more than
  // there is room for.
  const hold = ({ held, below, tops, belowTop }) => {
    const at = held.findIndex(standing);
    if (at < 0) return;
    const moved = topOf(held[at]) - tops[at];
    if (moved) scrollBy({ top: moved, behavior: "instant" });
    const room = document.querySelector("main .room");
    if (room && at === 0 && held[0].localName === "h1") return keepPlace(held[0], room);
    if (!below || !standing(below)) return;
    // Margins may collapse into each other, so once is not always enough.
    for (let tries = 0; tries < 3; tries += 1) {
      const off = topOf(below) - belowTop;
      const margin = parseFloat(getComputedStyle(below).marginTop) - off;
      if (Math.abs(off) < 0.5 || margin < 0) break;
      below.style.marginTop = `${margin}px`;
    }
  };

  // Where there is such room, the first drawing comes to where it stood when it was the first before,
  // also when there was no such drawing in between.
  const places = new Map();
  let headed;
  const heightOf = (element) => element.getBoundingClientRect().height;
  const rememberPlace = ({ held: [heading], below }) => {
    const room = document.querySelector("main .room");
    if (heading !== headed) places.clear();
    headed = heading;
    if (!below || !room) return;
    const name = nameOf(below);
    // Without room left it may stand lower than it should.
    if (heightOf(room) > 0 || !places.has(name)) places.set(name, topOf(below) - topOf(heading));
  };
  const keepPlace = (heading, room) => {
    const first = firstUnder(heading);
    const place = first && places.get(nameOf(first));
    if (place === undefined) return;
    const off = topOf(first) - topOf(heading) - place;
    room.style.height = `${Math.max(0, heightOf(room) - off)}px`;
  };
  addEventListener("resize", () => {
    places.clear();
    for (const drawing of drawings()) drawing.style.removeProperty("margin-top");
    document.querySelector("main .room")?.style.removeProperty("height");
  });

  // Every mark in sight under a name that it has on every day: where it is drawn, what it links to,
  // what it is. Places are told from the drawing's corner.
  const marks = () => {
    const found = new Map();
    for (const drawing of document.querySelectorAll("main svg")) {
      const box = drawing.getBoundingClientRect();
      if (drawing.ownerSVGElement || !inSight(box)) continue;
      let name = nameOf(drawing);
      while (found.has(name)) name += "+";
      found.set(name, { drawing });
      for (const mark of drawing.querySelectorAll("rect, line, circle, path, text, use")) {
        if (mark.closest(".axis, defs")) continue;
        let key = `${name}|${mark.closest("a")?.getAttribute("href") ?? ""}|${mark.localName}|${mark.getAttribute("class")}`;
        while (found.has(key)) key += "+";
        const { x, y, width } = mark.getBoundingClientRect();
        found.set(key, { mark, name, x: x - box.x, y: y - box.y, width });
      }
    }
    return found;
  };

  // Those that were there come from where they were; a promise that was not is marked as new.
  const stretched = new Set(["rect", "line"]);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let moving = [];
  const move = (before, quick) => {
    for (const animation of moving) animation.cancel();
    moving = [];
    for (const [key, { mark, name, x, y, width }] of marks()) {
      const was = mark && before.get(key);
      if (!mark || !before.has(name)) continue;
      if (!was && mark.matches("a .promise")) mark.closest("a").dataset.new = "";
      if (quick || calm.matches) continue;
      const go = (...frames) => moving.push(mark.animate(frames, { duration: 250, easing: "ease-out", composite: was ? "add" : "replace" }));
      if (!was) {
        go({ opacity: 0 }, {});
        continue;
      }
      const stretch = stretched.has(mark.localName) && was.width > 0 && width > 0 ? was.width / width : 1;
      if (Math.abs(was.x - x) + Math.abs(was.y - y) < 0.5 && Math.abs(stretch - 1) < 0.01) continue;
      if (stretch !== 1) mark.dataset.stretched = "";
      go({ transform: `translate(${was.x - x}px, ${was.y - y}px) scaleX(${stretch})` }, { transform: "none" });
    }
  };

  // Whoever arrives at a day by an address has seen nothing that could jump.
  const root = document.documentElement;
  let state;
  let last = 0;
  const remember = () => {
    state = undefined;
    if (root.dataset.alive === undefined) return;
    root.dataset.stepping = "";
    const { held, below } = lookedAt();
    if (held[0]?.localName === "h1") rememberPlace({ held, below });
    state = { held, below, tops: held.map(topOf), belowTop: below && topOf(below) };
  };
  const settle = () => {
    if (state) hold(state);
    delete root.dataset.stepping;
  };
  addEventListener("utlovat:fill", remember);
  addEventListener("utlovat:filled", settle);
  addEventListener("utlovat:step", () => {
    remember();
    for (const promise of document.querySelectorAll("a[data-new]")) delete promise.dataset.new;
    if (state) state.marks = marks();
  });
  addEventListener("utlovat:stepped", () => {
    settle();
    // Whoever draws the slider along sees each day for a moment: there it is cut.
    const now = performance.now();
    if (state) move(state.marks, now - last < 150);
    last = now;
  });
})();
