// Places within a page. A link to something that lies in a fold opens the fold, and of a page in
// chapters the way through them marks the one that the reader is in. It needs neither facts nor
// WebAssembly; without it folds are opened by hand, and the way is plain links.
(() => {
  // What the address names, opened with all that it lies in.
  const open = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const place = id && document.getElementById(id);
    if (!place) return;
    let opened = false;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      opened ||= !fold.open;
      fold.open = true;
    }
    if (opened) place.scrollIntoView();
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
    const place = (link) => document.getElementById(link.hash.slice(1));
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
