// The typeface of headings and figures is fetched when the page stands, and shown on the next page
// that is read here: who reads already would see the lines break anew.
(() => {
  const face = '700 1rem "Utlovat Serif"';
  const content = document.getElementById("content");
  if (!content) return;
  // What does not come is done without.
  document.fonts.load(face).catch(() => {});
  const show = () => {
    if (document.fonts.check(face)) document.documentElement.dataset.typeface = "";
  };
  // Another page takes the place of the one that is read.
  new MutationObserver(show).observe(content, { childList: true });
})();
