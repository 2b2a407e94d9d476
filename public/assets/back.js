// Back, Forward and a reload lead to where the reader was: to the same place of the page, and Back
// gives the focus to the link that was followed. The browser's own way fails while a page is still
// being made, and while what is out of sight has only a guessed height. It needs neither facts nor
// WebAssembly.
(() => {
  history.scrollRestoration = "manual";
  const root = document.documentElement;
  // Those in a fold count too, whether or not a browser lays them out while it is closed.
  const links = (href) =>
    [...document.querySelectorAll("a[href]")].filter(
      (link) =>
        link.getAttribute("href") === href &&
        (link.closest("details:not([open])") || link.getClientRects().length > 0),
    );

  // What the style sheet lays out only when it comes near. Once the reader has moved, all of it is
  // laid out in a moment when nobody waits: the browser remembers each height when it has drawn a
  // frame with it, and what was scrolled to stays where it is.
  const lazy = "figure.chart, .lane, .ladder, .far";
  const known = new WeakSet();
  const idle = window.requestIdleCallback ?? setTimeout;
  const learnHeights = () => {
    const places = [...document.querySelectorAll(lazy)];
    if (restoring || places.every((place) => known.has(place))) return;
    for (const place of places) known.add(place);
    root.dataset.laidOut = "";
    const drawn = () => restoring || delete root.dataset.laidOut;
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  };

  // The folds that the reader opened, each by the keys of the elements that it stands in: a page that
  // is made again has the same keys, and what is in a fold is made once it is open.
  const nameOf = (fold) => {
    let name = "";
    for (let at = fold; at; at = at.parentElement.closest("[data-key]")) name += `${at.dataset.key} `;
    return name;
  };
  const openFolds = () => [...document.querySelectorAll("details[data-key][open]")].map(nameOf);
  const openAgain = (names) => {
    if (!names.size) return;
    for (const fold of document.querySelectorAll("details[data-key]")) {
      if (names.delete(nameOf(fold))) fold.open = true;
    }
  };

  // What the reader has before them: the last part of the page that begins above the middle of the
  // window, and how far from the window's top. What stands above it may have had a guessed height
  // when the reader came by; the part is found whatever height that has later. Headings in what is
  // laid out late do not count: nothing is laid out to ask where it is.
  const parts = () =>
    [...document.querySelectorAll(`main :is(h2, h3, ${lazy})`)].filter(
      (part) =>
        !part.closest("details:not([open])") &&
        !part.parentElement.closest(part.matches(lazy) ? ".far" : lazy) &&
        part.getClientRects().length > 0,
    );
  const partInSight = () => {
    const tops = parts().map((part) => part.getBoundingClientRect().top);
    const at = tops.findLastIndex((top) => top <= innerHeight / 2);
    return { at, top: tops[at] };
  };

  // Where the reader is, in the entry of the history that is theirs now.
  let restoring = false;
  const remember = (more) => {
    // A browser takes milliseconds for it, so not for what it knows.
    if (restoring || (!more && history.state?.y === scrollY)) return;
    history.replaceState({ ...history.state, y: scrollY, part: partInSight(), ...more }, "");
  };

  // The link that was followed, and the folds that it stood in are open again.
  const again = ({ href, at }) => {
    const link = links(href)[at];
    for (let fold = link?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    return link;
  };

  let stop = () => {};
  const restore = ({ y, part, followed, folds }, focus) => {
    stop();
    restoring = true;
    const closed = new Set(folds);
    // With this all of the page is laid out, and places are where they will be.
    root.dataset.laidOut = "";
    const go = () => {
      if (!restoring) return;
      openAgain(closed);
      const link = focus && followed && again(followed);
      const place = link || (y > 0 && parts()[part?.at]);
      const noted = link ? followed.top : part?.top;
      const top = place ? scrollY + place.getBoundingClientRect().top - noted : y;
      scrollTo({ left: 0, top, behavior: "instant" });
      if (link && document.activeElement !== link) link.focus({ preventScroll: true });
    };
    // The page goes on growing while it comes to life, and while a chosen day is shown.
    const growth = new ResizeObserver(go);
    growth.observe(document.body);
    requestAnimationFrame(go);
    go();
    stop = () => {
      growth.disconnect();
      restoring = false;
      delete root.dataset.laidOut;
      for (const kind of acts) removeEventListener(kind, stop, true);
    };
    for (const kind of acts) addEventListener(kind, stop, true);
  };
  // Whoever acts is where they want to be.
  const acts = ["pointerdown", "wheel", "touchstart", "keydown", "click"];

  let pause;
  const rememberSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      remember();
      idle(learnHeights);
    }, 100);
  };
  addEventListener("scroll", rememberSoon);
  addEventListener("pagehide", () => remember({ folds: openFolds() }));
  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.("a[href]");
      const href = link?.getAttribute("href");
      const top = link?.getBoundingClientRect().top;
      remember(link && { followed: { href, at: links(href).indexOf(link), top }, folds: openFolds() });
      // A choice makes an entry of the history without moving the reader.
      rememberSoon();
    },
    true,
  );
  addEventListener("popstate", ({ state }) => {
    clearTimeout(pause);
    if (state?.y !== undefined) restore(state, true);
    // A place within the page is the browser's to find.
    else if (!location.hash) restore({ y: 0 });
  });

  const { state } = history;
  const [navigation] = performance.getEntriesByType("navigation");
  if (state?.y || state?.folds?.length) restore(state, navigation?.type === "back_forward");
})();
