// Saves the whole site in the browser, so that it can be read without a network, tells when a newer
// version has been published, and removes what was saved. `boot.js` fetches this file when the reader
// opens the fold of the page "Method" or has saved the site. `offline-worker.js` answers with it.
//
// A version is saved whole or not at all: all its files go into a cache of its own, each is held
// against the hash in the build's list, and then one note is rewritten, which says what is saved.

const ROOT = new URL("..", import.meta.url).href;
// The cache with the note; that of a version has its name behind it.
const NOTE = `offline ${ROOT}`;
const cacheOf = (version) => `${NOTE} ${version}`;
const AT_ONCE = 6;

// Always from the network, past what is saved.
const fetched = async (path) => {
  const answer = await fetch(new URL(path, ROOT), { cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}`);
  return answer;
};
const hashed = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
// A file as the build wrote it, or an error: a host may have changed it, or a new version come.
const checked = async (path, hash) => {
  const answer = await fetched(path);
  if ((await hashed(await answer.clone().arrayBuffer())) !== hash) throw new Error(`${path} is another file`);
  return answer;
};

// Whether this browser can save pages; in a private window some have nothing to do it with.
const able = () => "serviceWorker" in navigator && "caches" in self && "subtle" in (self.crypto ?? {});
const published = async () => (await fetched("offline.json")).json();
const saved = async () => (await caches.match(`${ROOT}offline.json`, { cacheName: NOTE }))?.json();

class NoRoom extends Error {}

const fill = async (version, list, progress) => {
  const cache = await caches.open(cacheOf(version));
  const left = Object.entries(await (await checked(list, version)).json());
  const all = left.length;
  const lane = async () => {
    for (let file; (file = left.pop()); progress(all - left.length, all)) {
      const [path, hash] = file;
      await cache.put(new URL(path, ROOT), await checked(path, hash)).catch((why) => {
        throw why.name === "QuotaExceededError" ? new NoRoom() : why;
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } catch (why) {
    // The other lanes stop, in silence.
    left.length = 0;
    progress = () => {};
    throw why;
  }
};

const forget = async (but) => {
  const ours = (await caches.keys()).filter((name) => name === NOTE || name.startsWith(`${NOTE} `));
  await Promise.all(ours.filter((name) => !but.includes(name)).map((name) => caches.delete(name)));
};

// What was saved, and what answers with it, are gone.
const remove = async () => {
  await forget([]);
  const worker = await navigator.serviceWorker.getRegistration(ROOT);
  if (worker?.scope === ROOT) await worker.unregister();
};

// Saves what is published now. On any failure what was saved before stays, and nothing else.
const save = async (progress) => {
  const was = await saved();
  const now = await published();
  if (was?.version === now.version) return;
  try {
    await navigator.serviceWorker.register(new URL("offline-worker.js", ROOT), { scope: ROOT });
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota - usage < now.stored) throw new NoRoom();
    await fill(now.version, now.list, progress);
    await (await caches.open(NOTE)).put(`${ROOT}offline.json`, Response.json(now));
  } catch (why) {
    await (was ? forget([NOTE, cacheOf(was.version)]) : remove());
    throw why;
  }
  await forget([NOTE, cacheOf(now.version)]);
};
// Two windows do not save at the same time: the second one waits, and finds it done.
const saveOnce = (progress) => navigator.locks.request(NOTE, () => save(progress));

// The fold of the page "Method", which has all words: a button for each thing that can be done now.
export const open = async (fold) => {
  const status = fold.querySelector("[role=status]");
  const buttons = [...fold.querySelectorAll("button")];
  const tell = (key, blanks = {}) =>
    (status.textContent = fold.dataset[key].replace(/%(\w+)%/g, (_, blank) => blanks[blank] ?? ""));
  const offer = (...names) => buttons.forEach((button) => (button.hidden = !names.includes(button.name)));
  const megabytes = ({ fetched, stored }) => ({ fetched: Math.ceil(fetched / 1e6), stored: Math.ceil(stored / 1e6) });

  const look = async () => {
    if (!able()) return tell("unable");
    const [was, now] = await Promise.all([saved(), published().catch(() => undefined)]);
    if (!was && !now) return tell("lost");
    if (!was) {
      offer("save");
      return tell("size", megabytes(now));
    }
    if (!now || now.version === was.version) {
      offer("remove");
      return tell("saved", megabytes(was));
    }
    offer("update", "remove");
    tell("newer", megabytes(now));
  };
  const act = async (work, done) => {
    offer();
    // The button is gone; who listens hears the status, and who tabs goes on from here.
    status.focus();
    try {
      await work();
      await look();
      if (done) tell(done);
    } catch (why) {
      const now = await published().catch(() => undefined);
      await look().catch(() => {});
      if (why instanceof NoRoom && now) tell("full", megabytes(now));
      else tell(["SecurityError", "NotSupportedError"].includes(why.name) ? "unable" : "lost");
    }
  };
  const progress = (done, files) => tell("saving", { done, files });
  for (const button of buttons) {
    const work = button.name === "remove" ? remove : () => saveOnce(progress);
    button.onclick = () => act(work, button.name === "remove" ? "removed" : "");
  }
  offer();
  await look().catch(() => tell("unable"));
};

// The line of every page of a saved site: a newer version has been published, and a button saves it.
export const notice = async (line) => {
  const [was, now] = await Promise.all([saved(), published()]);
  if (!was || was.version === now.version) return;
  const [words, button] = line.children;
  line.hidden = false;
  button.onclick = async () => {
    button.disabled = true;
    const progress = (n, all) => (words.textContent = `${line.dataset.saving} ${Math.floor((n / all) * 100)} %`);
    try {
      await saveOnce(progress);
      location.reload();
    } catch {
      words.textContent = line.dataset.lost;
      button.disabled = false;
    }
  };
};
