// Draws pictures of what a reader has chosen. Nobody fetches it, and what it fetches, before somebody
// asks for a picture. It is the build's own drawing program: the same HTML under the same sheet gives
// the same bytes.
//
//   const svg = await drawn({ html, css, width, title, description, lang });
//   const blob = await png(svg, 2);
//
// `html` is a whole document (`view::still::Still::document`), which says whether the ground is dark;
// `css` is the address of the sheet of pictures. What fails is an error for whoever asked to tell.

// The build writes the files' names here.
const GLUE = "picture-glue.js";
const WASM = "picture.wasm";

const fetched = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
};

// What has come is kept; what has not may be asked for again.
const kept = new Map();
const once = (key, make) => {
  if (!kept.has(key)) kept.set(key, make());
  kept.get(key).catch(() => kept.delete(key));
  return kept.get(key);
};

const beside = (name) => new URL(name, import.meta.url).href;
const program = () =>
  once(WASM, async () => {
    const [glue, wasm] = await Promise.all([import(beside(GLUE)), fetched(beside(WASM))]);
    // Some hosts serve WebAssembly with a type that a browser does not take as it streams.
    await glue.default({ module_or_path: await wasm.arrayBuffer() });
    return glue;
  });
const sheet = (url) => once(url, async () => (await fetched(url)).text());

// A figure as SVG, as high as it needs to be.
export const drawn = async ({ html, css, width = 680, title, description, lang }) => {
  const [glue, rules] = await Promise.all([program(), sheet(css)]);
  return glue.drawn(html, rules, width, title, description, lang);
};

// An SVG of this program as PNG, so many pixels for each of its own.
export const png = async (svg, scale = 2) => new Blob([(await program()).png(svg, scale)], { type: "image/png" });

// Draws what a button asks for and gives it to the reader as a file. The file's name says what it is:
// `utlovat-timeline-wide-dark.svg`. What is drawn stands around the button (`view/draw.rs`).
export const save = async (name, { scene, title, description }, css) => {
  const html = name.includes("-dark.") ? scene.replace('data-theme="light"', 'data-theme="dark"') : scene;
  const { lang } = document.documentElement;
  const svg = await drawn({ html, css, width: name.includes("-wide") ? 1080 : 680, title, description, lang });
  const file = name.endsWith(".png") ? await png(svg) : new Blob([svg], { type: "image/svg+xml" });
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // The browser takes the file in a turn of its own.
  setTimeout(() => URL.revokeObjectURL(href), 60000);
};
