// Puts the campaign's sums in words in the place of their picture.
const place = document.querySelector("[data-progress]");
const { dataset: set } = place;
const live = place.querySelector(".progress-live");

const written = minor => set.written.replace("{number}", (minor / set.units).toLocaleString(set.locale, { useGrouping: "always", minimumFractionDigits: minor % set.units ? 2 : 0 }));
const put = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const say = (part, text) => live.querySelector(`.progress-${part}`).textContent = text;

try {
  const response = await fetch(set.progress, { headers: { Accept: "application/json" } });
  if (response.ok) show(await response.json());
} catch {
  // The picture stays.
}

function show(totals) {
  say("raised", put(set.raised, { sum: written(totals.raised) }));
  const forms = live.querySelector(".progress-gifts").dataset;
  say("gifts", put(forms[new Intl.PluralRules(set.locale).select(totals.gifts)] ?? forms.other, { count: totals.gifts.toLocaleString(set.locale, { useGrouping: "always" }) }));
  say("match", totals.match ? put(set.match, { used: written(totals.match.used), left: written(totals.match.remaining) }) : "");
  say("as-of", put(set.asOf, { time: new Date(totals.asOf).toLocaleString(set.locale, { dateStyle: "long", timeStyle: "short" }) }));
  const bar = live.querySelector("progress");
  bar.hidden = !totals.goal;
  if (totals.goal) bar.value = Math.min(1, Math.max(0, totals.raised / totals.goal));
  place.querySelector(".badge").hidden = true;
  live.hidden = false;
}
