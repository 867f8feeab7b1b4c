// Searches as one types. What words are compared by comes with the index, the same that it was made with.
const form = document.querySelector("[data-search]");
const { q, kind, year, topic, sites } = form.elements;
const filters = { kind, year, topic };
const narrowing = form.querySelector(".search-filters");
const results = document.querySelector(".results");
const count = results.querySelector(".results-count");
const list = results.querySelector("ol");
const more = results.querySelector(".results-more");
const status = document.querySelector("[role=status]");
const sample = document.querySelector(".result-sample").content;

const perPage = 8;
const pauseInTyping = 300;
const pauseBeforeSpeech = 900;
const leastToComplete = 3;
const mostShards = 3;
const wordsShown = 44;
const wordsBefore = 8;
const strengths = [1, 1.5, 2.5, 5];
const completed = 0.7;
const word = /[0-9]{1,3}(?:[,.'’\u00A0\u2009\u202F][0-9]{3}(?![\p{L}\p{N}\p{M}]))+|[\p{L}\p{N}\p{M}]+/gu;

let index;
let files = new Map();
let turn = 0;
let typing, speaking;
let found = { order: [], wanted: [] };

const read = async (url, options) => {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
};

// What failed is asked for again.
const once = (name, make) => {
  const known = files;
  if (!known.has(name)) known.set(name, make(`${index.folder}${name}`).catch(error => {
    known.delete(name);
    throw error;
  }));
  return known.get(name);
};

export async function open(fresh = false) {
  if (index && !fresh) return;
  index = await (await read(form.dataset.search, { cache: fresh ? "reload" : "default" })).json();
  files = new Map();
  index.firsts = index.firsts.split("\n");
  index.continues = new Set(passages(index.continues, () => 0).keys());
}

const inTens = (names, at) => names.slice(10 * at, 10 * at + 10);

// Words and terms

export const fold = text =>
  [...text.normalize("NFKD").replace(/[\p{M},.'’ ]/gu, "").toLowerCase()]
    .map(letter => index.letters[letter] ?? letter).join("").slice(0, index.longest);

export const stem = folded => {
  const ending = index.endings.find(([text, , after]) => folded.endsWith(text) && folded.length >= text.length + after);
  return ending ? folded.slice(0, folded.length - ending[0].length) + ending[1] : folded;
};

// A word that is still being typed may come to any term that begins with it, or, where an ending has begun, to what is left without it.
function begun(folded) {
  const terms = new Set([stem(folded)]);
  const start = folded.length < leastToComplete ? null : folded;
  if (start) {
    for (const [text, becomes, after] of index.endings) {
      for (let part = 1; part < text.length && folded.length >= part + after; part++)
        if (folded.endsWith(text.slice(0, part))) terms.add(folded.slice(0, -part) + becomes);
    }
  }
  return { terms, start };
}

const wantedIn = text => {
  const words = (text.match(word) ?? []).map(fold).filter(Boolean);
  return words.map((folded, i) => i === words.length - 1 ? begun(folded) : { terms: new Set([stem(folded)]), start: null });
};

const fits = ({ terms, start }, term) => terms.has(term) || (start !== null && term.startsWith(start));

// The index

const shardOf = term => index.firsts.findLastIndex(first => first <= term);

const shard = at => once(`${inTens(index.terms, at)}.txt`, async url => {
  const lines = (await (await read(url)).text()).split("\n");
  return new Map(lines.filter(Boolean).map(line => [line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1)]));
});

function passages(letters, weigh) {
  const all = new Map();
  for (let at = 0, next = 0; at < letters.length; next++) {
    let number = 0;
    for (let bits = 0, digit = 32; digit > 31; bits += 5) {
      digit = index.digits.indexOf(letters[at++]);
      number |= (digit & 31) << bits;
    }
    next += number >>> 2;
    all.set(next, weigh(number & 3));
  }
  return all;
}

async function scoresOf({ terms, start }) {
  const shards = new Set([...terms].map(shardOf));
  if (start) {
    const last = Math.min(shardOf(start + "\uffff"), shardOf(start) + mostShards - 1);
    for (let at = shardOf(start); at <= last; at++) shards.add(at);
  }
  const scores = new Map();
  for (const loaded of await Promise.all([...shards].map(shard))) {
    for (const [term, letters] of loaded) {
      if (!fits({ terms, start }, term)) continue;
      const here = passages(letters, strength => strengths[strength]);
      const rarity = Math.log(1 + index.passages / here.size) * (terms.has(term) ? 1 : completed);
      for (const [passage, weight] of here) scores.set(passage, Math.max(scores.get(passage) ?? 0, weight * rarity));
    }
  }
  return scores;
}

const passagesWith = async filter => {
  const letters = (await shard(shardOf(filter))).get(filter);
  return letters ? passages(letters, () => 0) : new Map();
};

const pageOf = passage => {
  while (index.continues.has(passage)) passage--;
  return passage;
};

// Pages that have all words, though no one passage may: the best passage of each, the first of two equals; the best page first, the newer one of two equals.
export async function find(text, narrow = []) {
  const wanted = wantedIn(text);
  const lists = await Promise.all([...wanted.map(scoresOf), ...narrow.map(passagesWith)]);
  const pages = lists.map(list => new Set([...list.keys()].map(pageOf))).sort((a, b) => a.size - b.size);
  const common = new Set([...pages[0] ?? []].filter(page => pages.every(has => has.has(page))));
  const scores = new Map();
  for (const list of lists) {
    for (const [passage, score] of list) if (common.has(pageOf(passage))) scores.set(passage, (scores.get(passage) ?? 0) + score);
  }
  const best = new Map();
  for (const [passage, score] of [...scores].sort((a, b) => a[0] - b[0])) {
    const page = pageOf(passage);
    if (!(best.get(page)?.score >= score)) best.set(page, { passage, score });
  }
  return { wanted, order: [...best.values()].sort((a, b) => b.score - a.score || b.passage - a.passage).map(one => one.passage) };
}

const load = async passage => {
  const names = await once(`${inTens(index.names, Math.floor(passage / index.namesEach))}.txt`, async url => (await read(url)).text());
  return once(`${inTens(names, passage % index.namesEach)}.json`, async url => (await read(url)).json());
};

// Results

function put(element, { lang, dir }, text, wanted) {
  [element.lang, element.dir] = [lang, dir];
  let at = 0;
  for (const { index: start, 0: token } of text.matchAll(word)) {
    if (!wanted.some(one => fits(one, stem(fold(token))))) continue;
    const marked = document.createElement("mark");
    marked.textContent = token;
    element.append(text.slice(at, start), marked);
    at = start + token.length;
  }
  element.append(text.slice(at));
}

const has = ({ words }, wanted) => words.join(" ").match(word)?.some(token => wanted.some(one => fits(one, stem(fold(token)))));

// So many words around the place where the most of those wanted are together.
export function cut(text, wanted) {
  const words = [...text.matchAll(word)].map(match => ({ start: match.index, end: match.index + match[0].length, which: wanted.findIndex(one => fits(one, stem(fold(match[0])))) }));
  const hits = words.flatMap((one, at) => one.which < 0 ? [] : [at]);
  const variety = from => new Set(hits.filter(at => at >= from && at < from + wordsShown - wordsBefore).map(at => words[at].which)).size;
  const best = hits.reduce((best, at) => variety(at) > variety(best) ? at : best, hits[0] ?? 0);
  const from = Math.max(0, Math.min(best - wordsBefore, words.length - wordsShown));
  const to = Math.min(words.length, from + wordsShown);
  if (words.length === 0) return text;
  return (from > 0 ? "… " + text.slice(words[from].start, words[to - 1].end) : text.slice(0, words[to - 1].end)) + (to < words.length ? " …" : text.slice(words[to - 1].end));
}

function item(passage, wanted) {
  const item = sample.cloneNode(true);
  const link = item.querySelector("a");
  item.querySelector(".card-label").textContent = passage.label;
  put(link, passage.title, passage.title.words.join(" "), wanted);
  const { text, summary = text } = passage;
  // What only the title says is not on that page of a document more than on another.
  link.href = has(text, wanted) ? passage.url : passage.url.split("#")[0];
  const shown = has(text, wanted) || !has(summary, wanted) ? text : summary;
  put(item.querySelector(".card-text"), shown, cut(shown.words.join(" "), wanted), wanted);
  return item;
}

async function show(from) {
  const mine = turn;
  const loaded = await Promise.all(found.order.slice(from, from + perPage).map(load));
  if (mine !== turn) return;
  const items = loaded.map(passage => item(passage, found.wanted));
  if (from === 0) list.replaceChildren(...items);
  else list.append(...items);
  more.hidden = found.order.length <= from + perPage;
  if (from > 0) list.children[from].querySelector("a").focus();
}

function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => status.textContent = text, pauseBeforeSpeech);
}

const counted = number => number === 0 ? count.dataset.none
  : (count.dataset[new Intl.PluralRules(count.dataset.locale).select(number)] ?? count.dataset.other).replace("{count}", number.toLocaleString(count.dataset.locale, { useGrouping: "always" }));

function tell(text) {
  results.hidden = text === "";
  count.textContent = text;
  say(text);
}

// The form is again what it is without a script.
function lead() {
  tell(count.dataset.failed);
  outside(true);
}

function fail() {
  list.replaceChildren();
  more.hidden = true;
  lead();
}

function outside(leads) {
  sites.disabled = !leads;
  form.querySelector(".search-outside").hidden = !leads;
  narrowing.hidden = narrowing.disabled = leads;
}

async function search(retry = true) {
  clearTimeout(typing);
  const mine = ++turn;
  const narrow = Object.entries(filters).filter(([, field]) => field.value).map(([name, field]) => `#${name}/${field.value}`);
  try {
    await open();
    outside(false);
    const answer = q.value.trim() || narrow.length ? await find(q.value, narrow) : null;
    if (mine !== turn) return;
    found = answer ?? { order: [], wanted: [] };
    await show(0);
    if (mine === turn) tell(answer ? counted(found.order.length) : "");
  } catch (error) {
    if (mine !== turn) return;
    console.warn(error);
    // After a new build of the site the old index may be gone.
    if (!retry || !index) return fail();
    await open(true).then(() => search(false), fail);
  }
}

// The address

function remember(isStep) {
  const entries = Object.entries({ q, ...filters }).map(([name, field]) => [name, field.value.trim()]).filter(([, value]) => value);
  const address = location.pathname + (entries.length ? `?${new URLSearchParams(entries)}` : "");
  if (address === location.pathname + location.search) return;
  history[isStep ? "pushState" : "replaceState"](null, "", address);
}

function recall() {
  const query = new URLSearchParams(location.search);
  for (const [name, field] of Object.entries({ q, ...filters })) field.value = query.get(name) ?? "";
  for (const field of Object.values(filters)) if (field.selectedIndex < 0) field.value = "";
  search();
}

function go(isStep) {
  remember(isStep);
  search();
}

form.addEventListener("input", event => {
  clearTimeout(typing);
  if (event.target === q) typing = setTimeout(() => go(false), pauseInTyping);
  else go(true);
});
form.addEventListener("submit", event => {
  if (!sites.disabled) return;
  event.preventDefault();
  go(true);
});
q.addEventListener("keydown", event => {
  if (event.key !== "Escape" || q.value === "") return;
  event.preventDefault();
  q.value = "";
  go(false);
});
// Once at a time; and what is found already stays, whatever becomes of the rest.
let adding = false;
more.addEventListener("click", async () => {
  if (adding) return;
  adding = true;
  try {
    await show(list.children.length);
    if (!sites.disabled) {
      outside(false);
      tell(counted(found.order.length));
    }
  } catch (error) {
    console.warn(error);
    lead();
  }
  adding = false;
});
window.addEventListener("popstate", recall);
recall();
