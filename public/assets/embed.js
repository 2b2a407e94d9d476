// An embed without its frame: tells the page around it how tall it is, takes the colours that
// it was asked for, and loads the interactive parts only when the reader touches it.
// It sends heights and its own address, nothing else, and works in sandbox="allow-scripts".
(() => {
  const script = document.currentScript;
  const id = location.pathname.split("/").filter(Boolean).join("-");
  const root = document.documentElement;

  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Nothing is laid out in a hidden tab: a height of zero is no height.
    if (height === 0 || height === told || parent === window) return;
    told = height;
    const send = (message) => parent.postMessage(message, "*");
    send({ "datawrapper-height": { [id]: height } });
    send({ sentinel: "amp", type: "embed-size", height });
    send(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    send({ type: "utlovat:height", id, height });
  };
  const follow = () => {
    new ResizeObserver(tell).observe(document.body);
    addEventListener("resize", tell);
    document.addEventListener("visibilitychange", () => {
      told = 0;
      tell();
    });
    tell();
  };
  if (document.body) follow();
  else document.addEventListener("DOMContentLoaded", follow, { once: true });

  const kinds = ["click", "keydown"];
  let boot;
  const load = () => {
    if (boot) return;
    boot = document.createElement("script");
    Object.assign(boot.dataset, script.dataset);
    boot.src = script.dataset.boot;
    const letGo = () => {
      for (const kind of kinds) removeEventListener(kind, begin, true);
    };
    boot.addEventListener("load", letGo);
    boot.addEventListener("error", letGo);
    boot.addEventListener("error", () => {
      for (const id of asks ? ["unavailable", "unapplied"] : ["unavailable"]) document.getElementById(id)?.removeAttribute("hidden");
    });
    document.head.append(boot);
  };
  const begin = (event) => {
    const { target } = event;
    // A link or a fold works without the rest.
    if (!target.closest?.("[data-live], [data-open]")) return;
    load();
    // Until the loader listens itself, what opens in place is kept for it. Enter is a key first
    // and then a click. If the loader never comes, the link is followed after all.
    const own = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.type === "click" && !own && target.closest("a[data-open]")) {
      event.preventDefault();
      const again = () => target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      boot.addEventListener("load", again, { once: true });
      boot.addEventListener("error", again, { once: true });
    }
  };
  for (const kind of kinds) addEventListener(kind, begin, true);

  // The file shows everything, today. Whoever asked for a day or for a part must not be shown
  // something else in silence: then the rest is loaded without being touched.
  const asked = [...new URLSearchParams(location.search).keys()];
  const known = script.dataset.keys.split(" ");
  const asks = asked.some((key) => known.includes(key));
  if (!asks) return;
  if (document.readyState === "complete") load();
  else addEventListener("load", load, { once: true });
})();
