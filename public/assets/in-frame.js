// A figure in somebody else's page: tells the page around it how tall it is, takes the colours
// that it was asked for, and loads the interactive parts only when the reader touches them.
// It sends heights and its own address, nothing else, and works in sandbox="allow-scripts".
(() => {
  const script = document.currentScript;
  const root = document.documentElement;
  root.dataset.framed = "";
  const asked = new URLSearchParams(location.search);
  const send = (message) => parent.postMessage(message, "*");

  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // ---- Height. Pages listen in seven ways; the last three are spoken only to those that show
  // that they know them.
  const id = location.pathname.split("/").filter(Boolean).join("-");
  // Pym names its frames in the query, WordPress its secret in the hash, iframe-resizer both in
  // its first message.
  const pym = asked.get("childId");
  const secret = /^#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash)?.[1];
  let resizer;

  let told = 0;
  const tell = () => {
    const { width, height: exact } = document.body.getBoundingClientRect();
    const height = Math.ceil(exact);
    // Nothing is laid out in a hidden tab: a height of zero is no height.
    if (height === 0 || height === told || parent === window) return;
    const event = told === 0 ? "init" : "resize";
    told = height;
    send({ "datawrapper-height": { [id]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    send({ type: "utlovat:height", id, height, width: innerWidth });
    if (pym) send(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) send({ message: "height", value: height, secret });
    if (resizer) send(`[iFrameSizer]${resizer}:${height}:${Math.ceil(width)}:${event}`);
  };
  const again = () => {
    told = 0;
    tell();
  };
  // What the page around says may make the frame tell its height once more, and nothing else.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data?.type === "utlovat:tell") {
      again();
    } else if (typeof data === "string") {
      const first = /^\[iFrameSizer\]([^:\s]{1,100}):/.exec(data);
      if (first) resizer = first[1];
      if (first || (pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`))) again();
    } else if (secret && data?.message === "ready" && data.secret === secret) {
      again();
    }
  });
  const follow = () => {
    new ResizeObserver(tell).observe(document.body);
    addEventListener("resize", tell);
    document.addEventListener("visibilitychange", again);
    tell();
  };
  if (document.body) follow();
  else document.addEventListener("DOMContentLoaded", follow, { once: true });

  // WordPress's sandbox opens no window; it follows a link to this site itself.
  if (secret) {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      send({ message: "link", value: new URL(link.getAttribute("href") ?? "", location.href).href, secret });
    });
  }

  // ---- Arrow keys, tips and dragging over the years come with the first mark that is pointed at or
  // has the focus, or with the years.
  const near = ["focusin", "pointerover"];
  const arrows = ({ target }) => {
    if (!target.closest?.("svg a[href], .years")) return;
    for (const kind of near) removeEventListener(kind, arrows);
    document.head.append(Object.assign(document.createElement("script"), { src: script.dataset.arrows }));
  };
  for (const kind of near) addEventListener(kind, arrows);

  // A frozen version has none of what follows.
  if (!script.dataset.boot) return;

  // ---- The interactive parts.
  const kinds = ["click", "keydown"];
  const longest = 8000;
  let boot;
  // What was clicked until the loader listens itself.
  const kept = [];
  const load = () => {
    if (boot) return;
    boot = document.createElement("script");
    Object.assign(boot.dataset, script.dataset);
    boot.src = script.dataset.boot;
    // The loader has come, or is not waited for any more. One that does not run is as good as none.
    const settle = () => {
      clearTimeout(clock);
      for (const kind of kinds) removeEventListener(kind, begin, true);
      if (root.dataset.loader !== "") {
        root.dataset.failed = "";
        document.getElementById("loading")?.remove();
        document.getElementById("unavailable").hidden = false;
        document.getElementById("unapplied").hidden = !asks;
      }
      for (const target of kept.splice(0)) target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
    const clock = setTimeout(settle, longest);
    boot.addEventListener("load", settle);
    boot.addEventListener("error", settle);
    document.head.append(boot);
  };
  const begin = (event) => {
    const { target } = event;
    // A link or a fold works without the rest.
    if (!target.closest?.("[data-live], [data-open], [data-years]")) return;
    load();
    // What opens in place is kept for the loader. Enter is a key first and then a click.
    const own = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.type === "click" && !own && target.closest("a[data-open], [data-years]")) {
      event.preventDefault();
      kept.push(target);
    }
  };
  for (const kind of kinds) addEventListener(kind, begin, true);

  // Whoever asked for a day or for a part must not be shown everything in silence: the rest is
  // loaded when the frame comes into view.
  const known = script.dataset.keys.split(" ");
  const asks = [...asked.keys()].some((key) => known.includes(key));
  if (!asks) return;
  const line = Object.assign(document.createElement("p"), { id: "loading", role: "status", textContent: script.dataset.loading });
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    if (document.readyState === "complete") load();
    else addEventListener("load", load, { once: true });
  });
  const watch = () => {
    document.body.prepend(line);
    seen.observe(document.body);
  };
  if (document.body) watch();
  else document.addEventListener("DOMContentLoaded", watch, { once: true });
})();
