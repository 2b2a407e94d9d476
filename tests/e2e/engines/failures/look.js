// Opens pages in frames beside each other, each as narrow as a phone or as a wide window at 400 %,
// and looks at each as a reader would. What is not as it should be is written, in words, into
// <body data-seen>; a page that was held back is looked at again, for <body data-later>.
const cells = JSON.parse(document.getElementById("cells").textContent);
const LONGEST = 60000;

const pause = (time) => new Promise((ready) => setTimeout(ready, time));
const until = async (holds) => {
  for (const start = performance.now(); performance.now() - start < LONGEST; await pause(25)) {
    try {
      if (holds()) return true;
    } catch {
      // The page is on its way.
    }
  }
  return false;
};
const boxes = (element) => element.getClientRects().length > 0;
const seen = (element) => !!element && boxes(element) && element.checkVisibility({ visibilityProperty: true });
const all = (place, css) => [...place.querySelectorAll(css)];

// What the reader is to be told, by the ids of the lines.
const LINES = ["loading", "unscripted", "unapplied", "unavailable"];
const told = ({ told, asked, silent }) => ({
  lives: [],
  stays: asked ? ["unapplied", "unavailable"] : ["unavailable"],
  // What no script tells stands at the top; that none came is said at the foot.
  without: silent ? ["unscripted"] : ["unscripted", "unavailable"],
  stopped: ["unavailable"],
})[told];

const look = async (cell) => {
  const wrong = [];
  const frame = document.createElement("iframe");
  frame.name = cell.name;
  frame.className = cell.low ? "low" : "";
  frame.src = cell.src;
  document.body.append(frame);
  const page = () => frame.contentDocument;
  const root = () => page().documentElement;
  const line = (id) => page().getElementById(id);
  const come = () => page().location.pathname === new URL(cell.src, location.href).pathname && page().readyState !== "loading" && line("unavailable");
  if (!(await until(come))) return ["the page did not come"];
  const win = frame.contentWindow;

  // What nobody prevents is the browser's to follow; here it is only noted.
  let followed;
  win.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented) return;
    followed = link;
    event.preventDefault();
  });
  const click = (element) => {
    // Without scripts nobody can keep a link from the browser, and in WebKit nobody hears of it.
    if (cell.silent) return element.matches("a[href]");
    followed = undefined;
    element.dispatchEvent(new win.MouseEvent("click", { bubbles: true, cancelable: true }));
    return followed === element;
  };
  const mark = () => all(page(), "svg a[data-open]").find(boxes);

  if (cell.spaced) {
    const sheet = new win.CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
    page().adoptedStyleSheets = [sheet];
  }

  // ---- What the reader does, and what comes of it.
  const without = cell.told === "without";
  const opened = () => page().querySelector(".panel article");
  let led;
  if (cell.touched && without) led = click(mark());
  else if (cell.touched) {
    await until(() => root().dataset.framed === "");
    click(mark());
    await until(() => (led = followed?.matches("svg a[data-open]")) || opened());
  } else if (cell.acts) {
    await until(() => root().dataset.loader === "" || root().dataset.failed === "");
    // A mark that was clicked is a link after all.
    if (mark()) click(mark());
    else page().querySelector("[data-live] button").click();
  }
  const alive = () => root().dataset.alive === "" && !root().hasAttribute("aria-busy");
  const ends = () => {
    if (without) {
      // Nobody has to wait for the time after which only the style sheet can say so.
      for (const animation of page().getAnimations().filter((it) => it.animationName === "nobody-came")) {
        if (animation.effect.getComputedTiming().endTime > 10000) wrong.push("it takes too long to say so");
        animation.finish();
      }
    }
    if (cell.told === "lives" || cell.told === "stopped") return cell.touched ? alive() && opened() : alive();
    return told(cell).every((id) => seen(line(id)));
  };
  const check = (holds, what) => holds || wrong.push(what);
  const ended = await until(ends);
  const state = () => `alive: ${root().dataset.alive}, failed: ${root().dataset.failed}, ${line("unavailable").dataset.why}`;
  check(ended, `it never came to what it should: ${state()}`);
  if (!ended) return wrong;
  if (cell.told === "stopped") {
    // As a trap in WebAssembly arrives.
    win.dispatchEvent(new win.ErrorEvent("error", { error: new win.WebAssembly.RuntimeError("unreachable") }));
  }
  const lives = cell.told === "lives";
  if (cell.acts && mark()) check(await until(() => followed === mark()), "the mark that was clicked leads nowhere");
  if (cell.touched) check(lives || cell.told === "stopped" ? opened() : led, `the mark that was touched leads nowhere: ${state()}`);

  const lines = (when) => {
    for (const id of LINES) {
      const is = seen(line(id));
      check(is === told(cell).includes(id), `${when}: the line ${id} is ${is ? "" : "not "}there`);
      if (!is) continue;
      const { top, bottom, height } = line(id).getBoundingClientRect();
      // In a low window the line at the top scrolls away with the page, so that something is left of it.
      const stays = (id !== "unscripted" && (id !== "unapplied" || !cell.low)) || when === "at the top";
      check(!stays || (top >= 0 && bottom <= win.innerHeight + 1), `${when}: the line ${id} is out of sight at ${top}`);
      check(id === "unavailable" || !stays || top < 130, `${when}: the line ${id} stands as low as ${top}`);
      check(!stays || id !== "unavailable" && (cell.low || id === "unscripted") || height < win.innerHeight * 0.4, `${when}: the line ${id} covers ${height} px`);
      check(line(id).innerText.length > 20, `${when}: the line ${id} says nothing`);
    }
  };
  lines("at the top");
  // What lives may be made anew where somebody took it away.
  const whole = () => cell.parts.every((css) => all(page(), css).some(boxes));
  await (lives ? until(whole) : undefined);
  for (const css of cell.parts) check(all(page(), css).some(boxes), `nothing is seen of ${css}`);
  const main = page().querySelector("main");
  check(main.textContent.length > cell.words, `only ${main.textContent.length} letters are left`);
  check(page().scrollingElement.scrollWidth <= win.innerWidth, `it is ${page().scrollingElement.scrollWidth} px wide`);
  if (!lives && cell.told !== "stopped" && cell.same) {
    const file = new DOMParser().parseFromString(await (await fetch(cell.src)).text(), "text/html");
    // The chapter that is read is marked.
    const html = (of) => of.getElementById("app").innerHTML.replaceAll(' aria-current="true"', "");
    check(html(file) === html(page()), "the page is not as its file has it");
  }
  if (cell.spaced) {
    const cut = all(page(), "main *, header *, footer *").filter((it) => {
      const { overflowX, clipPath } = win.getComputedStyle(it);
      return clipPath === "none" && ["hidden", "clip"].includes(overflowX) && !it.closest("svg") && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1;
    });
    check(cut.length === 0, `words are cut off: ${cut.slice(0, 3).map((it) => it.outerHTML.slice(0, 90))}`);
  }

  // ---- Scrolled down, the lines are still in view, unless the frame is as tall as its content.
  win.scrollTo({ top: page().body.scrollHeight / 2, behavior: "instant" });
  lines("in the middle");
  win.scrollTo({ top: 0, behavior: "instant" });

  if (!lives) {
    // ---- No control that does nothing; what is folded away counts too.
    for (const fold of all(page(), "details")) fold.open = true;
    const dead = all(page(), "button, select, textarea, input").filter((it) => seen(it) && !it.disabled && !it.readOnly);
    check(dead.length === 0, `${dead.length} dead controls: ${dead.slice(0, 3).map((it) => it.outerHTML.slice(0, 120))}`);
    // ---- Links are the browser's.
    if (cell.told === "stopped") {
      // A link of an embed opens a window.
      if (cell.framed) return wrong;
      all(page(), cell.links[0]).find(boxes).click();
      check(await until(() => !come() && page().querySelector("h1")), "links do not lead on");
      return wrong;
    }
    for (const css of cell.links) {
      const link = all(page(), css).find(boxes);
      check(link && click(link), `the link ${css} does not lead on`);
    }
  } else if (cell.chip) {
    // ---- It answers, and another page comes in place.
    const chip = () => all(page(), ".chip").find((it) => it.textContent.includes(cell.chip));
    chip().click();
    check(await until(() => all(page(), "section.lane").filter(boxes).length === 1 && chip().ariaPressed === "true"), "a choice changes nothing");
    win.marked = true;
    page().querySelector(`header.site nav a[href="${cell.next}"]`).click();
    check(await until(() => win.location.pathname === cell.next && page().querySelector(".ledger") && win.marked), "no other page comes in place");
  }
  return wrong;
};

const name = (cell, wrong) => wrong.map((what) => `${cell.name}: ${what}`);
const looks = cells.map(async (cell) => name(cell, await look(cell).catch((error) => [String(error.stack ?? error)])));
Promise.all(looks).then(async (wrong) => {
  document.body.dataset.seen = JSON.stringify(wrong.flat());
  // What comes after all is welcome.
  const late = cells.map(async (cell, at) => {
    const page = frames[at].document;
    const lives = () => page.documentElement.dataset.alive === "" && !LINES.some((id) => seen(page.getElementById(id)));
    if (!cell.held || (await until(lives))) return [];
    const state = JSON.stringify([page.documentElement.dataset, page.readyState, LINES.filter((id) => seen(page.getElementById(id)))]);
    return name(cell, [`it does not live when all has come: ${state}`]);
  });
  document.body.dataset.later = JSON.stringify((await Promise.all(late)).flat());
});
