// Answers with what the reader has saved for reading without a network. It is registered by
// `assets/offline.js`, when the reader asks for it, and saves nothing by itself. One note says which
// version is saved; so all that it answers is of that version, and what is not saved is asked of the
// network as if this file were not there.
const ROOT = self.registration.scope;
const NOTE = `offline ${ROOT}`;

const saved = async (url, file) => {
  const note = await caches.match(`${ROOT}offline.json`, { cacheName: NOTE });
  if (!note) return undefined;
  const { version } = await note.json();
  const find = (file) => caches.match(file, { cacheName: `${NOTE} ${version}`, ignoreVary: true });
  const answer = await find(file);
  // A host leads an address without its last slash to the one with it.
  return answer ?? ((await find(`${file}/`)) && Response.redirect(url.replace(file, `${file}/`)));
};

addEventListener("fetch", (event) => {
  const { request } = event;
  // What is saved is fetched past this file, or an old version would be saved again.
  if (request.method !== "GET" || request.cache === "no-store" || !request.url.startsWith(ROOT)) return;
  // Choices stand behind the question mark; the file is the same.
  const [file] = request.url.split(/[?#]/);
  event.respondWith(saved(request.url, file).then((answer) => answer ?? fetch(request), () => fetch(request)));
});

// The page that registers this file is its first.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
