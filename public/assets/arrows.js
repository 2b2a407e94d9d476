// Charts by keyboard: Tab comes to a chart once, arrow keys go from mark to mark, Enter follows
// or opens it as ever, Escape goes back to it. What has the focus says what it is beside itself.
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

  let last;
  const tip = document.createElement("div");
  tip.className = "tip";
  // A screen reader reads the mark itself.
  tip.setAttribute("aria-hidden", "true");
  const hush = () => tip.remove();
  const tell = (mark) => {
    const words = mark.getAttribute("aria-label") ?? mark.querySelector("title")?.textContent;
    if (!words || !mark.matches(":focus-visible")) return;
    tip.textContent = words;
    document.body.append(tip);
    const at = mark.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const { width: own, height } = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(width - own - 8, at.x + at.width / 2 - own / 2));
    const above = at.y - height - 6;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(above > 0 ? above : at.bottom + 6) + scrollY}px`;
  };

  addEventListener("focusin", ({ target }) => {
    const mark = markOf(target);
    if (!mark) return;
    last = mark;
    rove(mark);
    tell(mark);
  });
  addEventListener("focusout", hush);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const mark = markOf(event.target);
    if (event.key === "Escape") {
      hush();
      // A chart that was drawn anew has the same mark under the same name.
      const opened = last?.dataset.open;
      const twin = opened && [...document.querySelectorAll(`a[data-open="${opened}"]`)].find(seen);
      const back = last?.isConnected ? last : twin;
      if (!mark && back && event.target.closest?.("figure") === back.closest("figure")) back.focus();
      return;
    }
    const to = mark && next(mark, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  });

  // The loader may not have come. Then nobody but this script can say so.
  addEventListener("load", () => {
    const root = document.documentElement;
    const line = document.getElementById("unavailable");
    if (root.dataset.loader === "" || document.body.classList.contains("embed") || !line) return;
    root.dataset.failed = "";
    line.hidden = false;
  });
})();
