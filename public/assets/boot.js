// Brings the page to life. WebAssembly comes second: this file waits for nothing that the first
// paint needs, and if anything fails the page stays as it is and says so in one line.
(() => {
  const script = document.currentScript ?? document.querySelector("script[data-app]");
  const { keys, app, wasm, words, code, first, search, style, steps, base, origin, picture, pictureSheet, offline } = script.dataset;

  const root = document.documentElement;
  root.dataset.loader = "";

  // What the reader does before the page lives is kept, in order, and done afterwards.
  const early = [];
  // A link among it can be followed by the browser, should the page never live.
  let link;
  // A control takes the place of what was prerendered for it: the same element is then another.
  const finder = (element) => {
    const place = element.closest("[data-live]");
    const like = () => [...place.querySelectorAll(element.tagName)];
    const at = place ? like().indexOf(element) : -1;
    return () => (element.isConnected || at < 0 ? element : like()[at]);
  };
  const keep = (event) => {
    const place = event.target.closest?.("[data-live], [data-open], [data-years]");
    if (!place) return;
    if (event.type === "click") {
      const control = event.target.closest("button, a[data-open]");
      if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      if (control.href) link = control;
      const { open } = control.dataset;
      const find = finder(control);
      early.push(() => {
        // The choice in the address may have drawn the charts anew: find the same mark in them. The
        // element itself may now stand for something else.
        const same = find();
        const place = open && same?.dataset.open !== open ? document.querySelector(`a[data-open="${open}"]`) : same;
        if (place) place.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      });
    } else if (event.type === "change" || event.type === "input") {
      const { target, type } = event;
      const { value } = target;
      const find = finder(target);
      early.push(() => {
        const field = find();
        if (!field) return;
        field.value = value;
        field.dispatchEvent(new Event(type, { bubbles: true }));
      });
    } else if (event.key.startsWith("Arrow") || event.key === "Escape") {
      const { target, key, code } = event;
      if (target.tagName === "SELECT") return;
      // A slider steps as the page will tell it.
      if (target.type === "range") event.preventDefault();
      const find = finder(target);
      early.push(() => find()?.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true })));
    }
    if (early.length) wait();
  };
  const kinds = ["click", "change", "input", "keydown"];
  for (const kind of kinds) addEventListener(kind, keep, true);
  const letGo = () => {
    for (const kind of kinds) removeEventListener(kind, keep, true);
  };

  // What saves the site for reading without a network comes when somebody opens its fold, and to who
  // has saved it: then a worker stands between page and network. A frame without an origin has none.
  const saving = () => import(new URL(offline, location.href).href);
  if (offline && self.origin !== "null" && navigator.serviceWorker?.controller) {
    saving().then(({ notice }) => notice(document.getElementById("newer"))).catch(() => {});
  }
  addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.matches("details.offline")) return;
    const failed = () => (target.querySelector("[role=status]").textContent = target.dataset.lost);
    saving().then(({ open }) => open(target)).catch(failed);
  }, true);

  // The file shows everything, today. An address may ask for something else.
  const known = keys.split(" ");
  const asks = [...new URLSearchParams(location.search).keys()].some((key) => known.includes(key));

  // That the page does not answer, and what of its address it does not show, where the reader
  // sees it: the first line stands at the foot of the window, the second at the top of the page.
  const tell = (why) => {
    root.removeAttribute("aria-busy");
    document.getElementById("loading")?.remove();
    const show = (id) => {
      const line = document.getElementById(id);
      if (!line) return;
      line.hidden = false;
      line.dataset.why = String(why?.message ?? why);
    };
    show("unavailable");
    if (asks) show("unapplied");
  };
  // The same line says what else may have happened.
  const say = (what) => {
    const line = document.getElementById("unavailable");
    line.textContent = line.dataset[what] ?? line.textContent;
    line.hidden = false;
  };
  const untell = () => {
    document.getElementById("loading")?.remove();
    for (const id of ["unavailable", "unapplied"]) document.getElementById(id)?.setAttribute("hidden", "");
    root.removeAttribute("aria-busy");
    delete root.dataset.failed;
  };

  // Whoever acts, or came for a day, waits so long and is then told; a link is followed.
  const longest = 8000;
  let clock;
  const wait = () => {
    root.setAttribute("aria-busy", "true");
    clock ??= setTimeout(() => parsed.then(() => giveUp(new Error("it takes too long"))), longest);
  };
  const giveUp = (why) => {
    clearTimeout(clock);
    letGo();
    tell(why);
    // What cannot answer is not there: without scripts it is hidden too.
    root.dataset.failed = "";
    early.length = 0;
    const to = link;
    link = undefined;
    to?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };

  const fetched = async (url) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    return answer;
  };
  // Streaming needs the type application/wasm; some hosts send another one.
  const compile = async (url) => {
    const answer = await fetched(url);
    if (answer.headers.get("content-type")?.startsWith("application/wasm") && WebAssembly.compileStreaming) {
      return WebAssembly.compileStreaming(answer);
    }
    return WebAssembly.compile(await answer.arrayBuffer());
  };
  const parsed = new Promise((ready) => {
    if (document.readyState !== "loading") ready();
    else document.addEventListener("DOMContentLoaded", ready, { once: true });
  });
  // The page came with the looks of what stands on it; what it will show once it lives has more.
  const dressed = () => new Promise((ready, fail) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style, fetchPriority: "low" });
    const missing = () => fail(new Error(`${style} did not come`));
    // Of a wrong type it may come and be refused. What another origin sent may not be looked into.
    const empty = () => {
      try {
        return sheet.sheet?.cssRules.length === 0;
      } catch {
        return false;
      }
    };
    sheet.onload = () => (empty() ? missing() : ready());
    sheet.onerror = missing;
    document.head.append(sheet);
  });
  // A file of facts is named by its content: one that was spoilt on its way, or is of another build,
  // must not be read as facts. Only a page that came without encryption cannot tell.
  const genuine = async (url, bytes) => {
    const name = /-([0-9a-f]{10})\.bin$/.exec(url)?.[1];
    if (!name || !crypto.subtle) return bytes;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const digits = [...digest.slice(0, 5)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (digits !== name) throw new Error(`${url} is something else`);
    return bytes;
  };
  const bytes = async (url) => genuine(url, new Uint8Array(await (await fetched(url)).arrayBuffer()));
  // What everybody has of the app, once it runs. A part that only some pages need works in its memory
  // and its table of functions, and says by itself where in them it belongs.
  let running;
  const run = async () => {
    // In a sandboxed frame this script is a stranger's, and has no address of its own to resolve from.
    const [glue, module] = await Promise.all([import(new URL(app, location.href).href), compile(wasm), parsed]);
    return { glue, exports: await glue.default({ module_or_path: module }) };
  };
  const joined = async (url) => WebAssembly.instantiate(await compile(url), { __wasm_split: (await running).exports });
  const isCode = (url) => url.endsWith(".wasm");
  // Nothing is fetched twice; what failed may be asked for again.
  const files = new Map();
  const file = (url) => {
    if (!files.has(url)) files.set(url, isCode(url) ? joined(url) : bytes(url));
    files.get(url).catch(() => files.delete(url));
    return files.get(url);
  };

  const inTime = (promise) =>
    Promise.race([promise, new Promise((_, late) => setTimeout(late, longest, new Error("it takes too long")))]);

  // What the reader sees of the page, or nearly: what is far away can wait for a moment. What is
  // hidden may be shown by the next choice, anywhere.
  const far = new WeakSet();
  const sight = new IntersectionObserver(
    (places) => {
      for (const { target, isIntersecting } of places) {
        if (isIntersecting || target.closest("[hidden]")) far.delete(target);
        else far.add(target);
      }
    },
    { rootMargin: "25%" },
  );
  const visibility = { watch: (element) => sight.observe(element), near: (element) => !far.has(element) };

  const boot = async () => {
    document.head.append(Object.assign(document.createElement("script"), { src: steps, fetchPriority: "low" }));
    running = run();
    const own = first.split(" ").filter(Boolean);
    const [{ glue }, texts, data] = await Promise.all([running, file(words), Promise.all(own.map(file)), dressed()]);
    const turn = () => new Promise((ready) => setTimeout(ready));
    // The index of the search is fetched when somebody wants to search.
    addEventListener("utlovat:search", () => {
      bytes(search).then(glue.index).catch(glue.no_index);
    });
    // What a figure takes along of the style sheet, when somebody wants to take it along.
    addEventListener("utlovat:sheet", () => {
      fetched(style).then((sheet) => sheet.text()).then(glue.sheet, () => {});
    });
    // What draws a picture of the reader's choice comes when somebody asks for one.
    addEventListener("click", ({ target }) => {
      const button = target.closest?.("[data-draw]");
      const place = button?.closest("[data-scene]");
      if (!place) return;
      const tell = (how) => (place.querySelector("[role=status]").textContent = place.dataset[how]);
      tell("drawing");
      import(new URL(picture, location.href).href)
        .then(({ save }) => save(button.dataset.draw, place.dataset, pictureSheet))
        .then(() => tell("drawn"), () => tell("failed"));
    });
    // Reading and starting in turns of their own: in between the browser can scroll, and it compiles
    // what it calls for the first time.
    await turn();
    const read = glue.FirstFacts.read(texts, base, origin, code);
    own.forEach((url, at) => (isCode(url) ? read.add_code(url) : read.add(url, data[at])));
    await turn();
    glue.start(read, visibility, document.getElementById("app"));
    do await turn();
    while (glue.go_on());
    // Facts and code that the page does not have: one file may tell which others are wanted.
    const bring = async () => {
      // The page is still at work when it asks.
      await undefined;
      for (let urls; (urls = glue.wanted()).length; glue.supplied()) {
        if (glue.awaited()) root.setAttribute("aria-busy", "true");
        const all = await inTime(Promise.all(urls.map(file)));
        urls.forEach((url, at) => (isCode(url) ? glue.supply_code(url) : glue.supply(url, all[at])));
      }
      untell();
    };
    // Without a network the reader keeps the page that they have. What is gone from the host is had
    // from a page of its own.
    let asking;
    const isAlone = () =>
      (asking ??= inTime(fetch(location.href, { method: "HEAD", cache: "no-store" }))
        .then(() => false, () => true)
        .finally(() => (asking = undefined)));
    const missed = async () => {
      if (!(await isAlone()) || !glue.stay()) return glue.missed();
      root.removeAttribute("aria-busy");
      say("alone");
    };
    // What the address asks for may need more than the page by itself.
    await bring();
    addEventListener("utlovat:facts", () => bring().catch(missed));
    // Effects run in the next turn; only then does the page answer.
    await turn();
    clearTimeout(clock);
    letGo();
    untell();
    root.dataset.alive = "";
    for (const act of early) act();
    link = undefined;
    // Folds that were opened before anybody listened.
    for (const fold of document.querySelectorAll("#app details[open]")) fold.dispatchEvent(new Event("toggle"));
  };
  // A page that broke while it lived answers no more: links are the browser's again, and the line
  // says what it is.
  addEventListener("error", ({ error }) => {
    if (!(error instanceof WebAssembly.RuntimeError) || root.dataset.failed === "") return;
    // What a page that lived shows is what was chosen, as far as it came.
    const lived = root.dataset.alive === "";
    giveUp(error);
    if (lived) {
      document.getElementById("unapplied").hidden = true;
      document.querySelector("dialog[open]")?.close();
      say("stopped");
    }
    addEventListener("click", (event) => event.stopPropagation(), true);
    addEventListener("popstate", () => location.reload());
  });
  if (asks) wait();
  // A failure may be quicker than the page: the line stands at its very end.
  boot().catch((why) => parsed.then(() => giveUp(why)));
})();
