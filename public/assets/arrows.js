// Charts by keyboard: Tab comes to a chart once, arrow keys go from mark to mark, Enter follows
// or opens it as ever. What has the focus, or is pointed at, says what it is beside itself.
// It needs neither facts nor WebAssembly, so it works before they are there, and without them.
(() => {
  const chartOf = (element) => element?.closest?.(".ladder, .drawing, figure");
  const markOf = (element) => element?.closest?.("svg a[href]");
  const seen = (element) => element.getClientRects().length > 0;
  // A mark stands where its shape does: a name beside it is part of the link too.
  const middle = (mark) => {
    const box = (mark.querySelector("circle, path, rect") ?? mark).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  // The mark that a key leads to. Left and right stay in a lane; up and down take the nearest row
  // and, in it, the mark that stands nearest.
  const next = (mark, key) => {
    const from = middle(mark);
    const places = (root) =>
      [...root.querySelectorAll("svg a[href]")].filter(seen).map((mark) => ({ mark, ...middle(mark) }));
    if (key === "ArrowUp" || key === "ArrowDown") {
      const way = key === "ArrowDown" ? 1 : -1;
      const away = ({ y }) => (y - from.y) * way;
      const there = places(chartOf(mark)).filter((place) => away(place) > 3);
      const row = Math.min(...there.map(away)) + 3;
      const near = ({ x }) => Math.abs(x - from.x);
      return there.filter((place) => away(place) <= row).sort((a, b) => near(a) - near(b))[0]?.mark;
    }
    const lane = places(mark.closest("svg"));
    lane.sort((a, b) => a.x - b.x || a.y - b.y);
    const at = lane.findIndex((place) => place.mark === mark);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: lane.length - 1 }[key];
    return lane[to]?.mark;
  };

  // One mark of a chart is a stop of Tab: the last one that had the focus.
  const rove = (mark) => {
    for (const other of chartOf(mark).querySelectorAll("svg a[href]")) {
      if (other === mark) other.removeAttribute("tabindex");
      else other.setAttribute("tabindex", "-1");
    }
  };

  // What a mark is, beside it. A screen reader reads the mark itself.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  const hush = () => tip.remove();
  const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const tell = (mark) => {
    const words = mark.getAttribute("aria-label");
    if (!words) return;
    tip.textContent = words;
    document.body.append(tip);
    const at = (mark.querySelector(".hit") ?? mark).getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const { width: own, height } = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(width - own - 8, at.x + at.width / 2 - own / 2));
    // The nearest place in the window, above or below, where it covers no words.
    const labels = [...chartOf(mark).querySelectorAll("svg text, h3, p")]
      .filter(seen)
      .map((label) => label.getBoundingClientRect());
    const fits = (top) => {
      const box = { left, right: left + own, top, bottom: top + height };
      return top >= 0 && box.bottom <= innerHeight && !labels.some((label) => crosses(box, label));
    };
    const above = at.top - height - 4;
    const below = at.bottom + 4;
    const steps = Array.from({ length: 40 }, (_, step) => step * 6);
    const top = steps.flatMap((away) => [above - away, below + away]).find(fits) ?? Math.max(0, above);
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${top + scrollY}px`;
  };

  addEventListener("focusin", ({ target }) => {
    const mark = markOf(target);
    if (!mark) return;
    rove(mark);
    if (mark.matches(":focus-visible")) tell(mark);
  });
  addEventListener("focusout", hush);
  addEventListener("pointerover", ({ target, pointerType }) => {
    const mark = pointerType === "mouse" && markOf(target);
    if (mark) tell(mark);
  });
  addEventListener("pointerout", ({ target }) => markOf(target) && hush());

  // From the mark that is opened to its neighbour, past others that open the same; from the last
  // mark of the last lane to the first of all.
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-step]");
    if (!button) return;
    const way = Number(button.dataset.step);
    const lane = button.closest(".lane");
    const shown = [...chartOf(lane).querySelectorAll("svg a[data-open]")].filter(seen);
    const lanes = [...new Set(shown.map((mark) => mark.closest(".lane")))];
    const place = (element) => ({ lane: lanes.indexOf(element.closest(".lane")), ...middle(element) });
    const order = (a, b) => a.lane - b.lane || a.x - b.x || a.y - b.y;
    const all = new Map();
    for (const one of shown.map((mark) => ({ mark, ...place(mark) })).sort(order)) {
      if (!all.has(one.mark.dataset.open)) all.set(one.mark.dataset.open, one);
    }
    const ring = [...all.values()];
    const at = ring.indexOf(all.get(lane.querySelector("a[aria-current]")?.dataset.open));
    // A mark of another width is not there: then its place is told by the panel's pointer.
    const pointer = place(lane.querySelector(".pointer"));
    const after = ring.findIndex((one) => order(one, pointer) > 0);
    const next = at >= 0 ? at + way : (after < 0 ? ring.length : after) - (way < 0 ? 1 : 0);
    ring.at(next % ring.length)?.mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") hush();
    const mark = markOf(event.target);
    const to = mark && next(mark, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  });

  // The timeline shows fewer years when the reader drags over them, and by + and - on a mark; 0
  // brings all of them back. A button that nobody sees has them chosen.
  const axisOf = (years) => {
    const { first, last, begin, end } = years.querySelector("svg").dataset;
    return { first: Number(first), last: Number(last), begin: Number(begin), end: Number(end) };
  };
  const zoom = (years, from, to) => {
    const { begin, end } = axisOf(years);
    const button = years.querySelector("[data-years]");
    button.dataset.years = `${from <= begin ? 0 : from}-${to >= end ? 9999 : to}`;
    button.click();
  };
  const shareAt = (years, x) => {
    const { left, width } = years.getBoundingClientRect();
    return Math.max(0, Math.min(0.9999, (x - left) / width));
  };
  const yearAt = (years, x) => {
    const { first, last } = axisOf(years);
    return first + Math.floor(shareAt(years, x) * (last - first + 1));
  };
  let drag;
  const brush = (from, to) => {
    const rect = drag.years.querySelector(".brush");
    rect.setAttribute("x", `${100 * from}%`);
    rect.setAttribute("width", `${100 * (to - from)}%`);
  };
  addEventListener("pointerdown", (event) => {
    const years = event.target.closest?.(".years");
    if (!years || event.button !== 0) return;
    event.preventDefault();
    drag = { years, x: event.clientX };
  });
  addEventListener("pointermove", ({ clientX }) => {
    if (!drag) return;
    const shares = [drag.x, clientX].map((x) => shareAt(drag.years, x));
    brush(Math.min(...shares), Math.max(...shares));
  });
  const drop = ({ type, clientX }) => {
    if (!drag) return;
    brush(0, 0);
    const { years, x } = drag;
    drag = undefined;
    const [from, to] = [x, clientX].sort((a, b) => a - b);
    if (type === "pointerup" && to - from > 8) zoom(years, yearAt(years, from), yearAt(years, to));
  };
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
  addEventListener("keydown", (event) => {
    const mark = markOf(event.target);
    const years = mark?.closest(".drawing")?.querySelector(".years");
    if (!years || !["+", "-", "0"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { first, last } = axisOf(years);
    const year = yearAt(years, middle(mark).x);
    const around = { "+": Math.floor((last - first + 1) / 4), "-": last - first + 1, 0: 9999 }[event.key];
    const { open } = mark.dataset;
    zoom(years, year - around, year + around);
    // What was drawn anew may be the mark of other facts.
    const begins = [open, open.split(":")[0]].map((text) => `.lane a[data-open^="${text}"]`);
    begins.map((css) => [...document.querySelectorAll(css)].find(seen)).find(Boolean)?.focus();
  });

  // A fold that lies over the page closes when the reader acts elsewhere.
  const foldUp = (target) => {
    for (const fold of document.querySelectorAll("details.pick[open]")) {
      if (!fold.contains(target)) fold.open = false;
    }
  };
  addEventListener("pointerdown", ({ target }) => foldUp(target));
  addEventListener("focusin", ({ target }) => foldUp(target));
  addEventListener("keydown", ({ key, target }) => {
    const fold = key === "Escape" && target.closest?.("details.pick[open]");
    if (!fold) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });

  // The loader may not have come. Then nobody but this script can say so.
  addEventListener("load", () => {
    const root = document.documentElement;
    const line = document.getElementById("unavailable");
    if (root.dataset.loader === "" || document.body.classList.contains("embed") || !line) return;
    root.dataset.failed = "";
    line.hidden = false;
    // Nor that a day or a part of the facts in the address is not shown.
    const known = document.querySelector("script[data-keys]").dataset.keys.split(" ");
    const asks = [...new URLSearchParams(location.search).keys()].some((key) => known.includes(key));
    if (asks) document.getElementById("unapplied").hidden = false;
  });
})();
