// Places within a page. A link to something that lies in a fold opens the fold, and of a page in
// chapters the way through them marks the one that the reader is in. It needs neither facts nor
// WebAssembly; without it folds are opened by hand, and the way is plain links.
(() => {
  const root = document.documentElement;

  // No such page: there is one file for all addresses, in both languages.
  const lost = document.querySelector("div.not-found");
  if (lost) {
    const base = document.querySelector("script[data-base]")?.dataset.base ?? "/";
    const english = location.pathname.slice(base.length).split("/")[0] === "en";
    root.dataset.pathLang = root.lang = english ? "en" : "sv";
    const [home, other] = document.querySelectorAll("header.site :is(.name, .language) a");
    if (english && other) home.href = other.href;
    document.title = lost.querySelector(`h1 [lang=${root.lang}]`).textContent;
  }
  addEventListener("keydown", ({ key, target }) => {
    const search = key === "Enter" && target.dataset?.search;
    if (search) location.assign(`${search}?q=${encodeURIComponent(target.value)}`);
  });

  // A list with a field above it is cut to what has all of the words that are typed.
  const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  addEventListener("input", ({ target }) => {
    const cuts = target.dataset?.cuts;
    const list = cuts && document.getElementById(cuts);
    if (!list) return;
    const words = bare(target.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const group of list.children) {
      const named = bare(group.querySelector("h2").textContent);
      const rest = words.filter((word) => !named.includes(word));
      let some = false;
      for (const item of group.querySelectorAll("li")) {
        const own = bare(item.firstElementChild.textContent);
        item.hidden = !rest.every((word) => own.includes(word));
        some ||= !item.hidden;
      }
      group.hidden = !some;
      left += some;
      // What a headline has is in sight; without words all is folded again.
      group.firstElementChild.open = words.length > 0 && some && rest.length > 0;
    }
    const status = target.closest(".list-filter").querySelector("[role=status]");
    status.textContent = left ? "" : status.dataset.none;
  });

  // What the address names, opened with all that it lies in.
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && document.getElementById(id);
    if (!place) return;
    // A list may have been cut to other entries.
    for (let cut = place.closest("[hidden]"); cut; cut = cut.closest("[hidden]")) cut.hidden = false;
    let opened = false;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      opened ||= !fold.open;
      fold.open = true;
    }
    if (opened) place.scrollIntoView();
    // What is above it may be laid out only now, and be higher than was thought.
    const stay = () => {
      const { top, bottom } = place.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) place.scrollIntoView();
    };
    requestAnimationFrame(() => requestAnimationFrame(stay));
  };
  addEventListener("hashchange", open);
  // A link to where the address is already, and the page that a link within the site leads to.
  addEventListener("click", ({ target }) => target.closest?.('a[href*="#"]') && setTimeout(open));
  open();

  let waits = false;
  const mark = () => {
    waits = false;
    const way = document.querySelector("nav.chapters");
    if (!way) return;
    const line = way.getBoundingClientRect().bottom + innerHeight / 4;
    const links = [...way.querySelectorAll("a")];
    const place = (link) => link.hash && document.getElementById(link.hash.slice(1));
    const begun = links.filter((link) => place(link)?.getBoundingClientRect().top <= line);
    const end = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const now = end ? links.at(-1) : begun.at(-1);
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    // The way itself slides where it is too long: the chapter stays in sight in it.
    if (now) way.scrollLeft = now.offsetLeft - (way.clientWidth - now.offsetWidth) / 2;
  };
  const soon = () => {
    if (!waits) requestAnimationFrame(mark);
    waits = true;
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  soon();
})();
