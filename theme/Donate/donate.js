// Keeps the button's words and the sums true, fills the form from a link, and keeps entries for a donor who comes back.
const form = document.querySelector("[data-gift]");
const { dataset: set, elements: fields } = form;
const button = form.querySelector("[type=submit]");
const units = Number(set.units);
const kept = "gift";

const put = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

const written = minor => set.written.replace("{number}", (minor / units).toLocaleString(set.locale, { useGrouping: "always", minimumFractionDigits: minor % units ? 2 : 0 }));

// The same sum as the server's: the smallest that leaves the gift whole.
const fee = gross => Math.floor((gross * set.feeShare + 5000) / 10000) + Number(set.feeFixed);
const withFee = wanted => {
  let gross = Math.max(wanted, Math.floor((wanted + Number(set.feeFixed)) * 10000 / (10000 - set.feeShare)) - 1);
  while (gross - fee(gross) < wanted) gross++;
  return gross;
};

// Null where no amount is chosen, or the server would refuse it.
const chosen = () => {
  const text = fields.amount.value === "other" ? fields.other_amount.value.trim() : fields.amount.value;
  if (!(units === 1 ? /^\d{1,9}$/ : /^\d{1,9}(\.\d{1,2})?$/).test(text)) return null;
  const minor = Math.round(text * units);
  return minor >= set.minimum && minor <= set.maximum ? minor : null;
};

function tell() {
  const amount = chosen();
  const monthly = fields.frequency.value === "monthly";
  const sum = amount === null ? null : written(fields.cover_fee.checked ? withFee(amount) : amount);
  button.textContent = sum === null ? set.neutral : put(monthly ? set.monthly : set.once, { sum });
  const terms = form.querySelector("[data-terms-text]");
  terms.dataset.neutral ??= terms.textContent;
  terms.textContent = sum === null ? terms.dataset.neutral : put(set.terms, { sum });
  const one = form.querySelector("[data-fee-sum]");
  one.hidden = amount === null;
  form.querySelector("[data-fee-sums]").hidden = amount !== null;
  if (amount !== null) one.textContent = put(one.dataset.feeSum, { amount: written(amount), sum: written(withFee(amount)) });
}

function choose(name, value) {
  const field = fields[name];
  const options = field instanceof RadioNodeList ? [...field].map(radio => radio.value) : field?.options ? [...field.options].map(option => option.value) : null;
  if (!options || options.includes(value)) field.value = value;
  else if (name === "amount" && /^\d+(\.\d\d?)?$/.test(value)) {
    field.value = "other";
    fields.other_amount.value = value;
  }
}

function fill(entries) {
  for (const [name, value] of entries) {
    if (name === "cover_fee") fields.cover_fee.checked = value === "yes";
    else if (["amount", "other_amount", "frequency", "designation", "tribute", "tribute_name", "from"].includes(name)) choose(name, value);
  }
  const tribute = form.querySelector(".tribute");
  tribute.open ||= fields.tribute.value !== "" || fields.tribute_name.value !== "";
}

const cancelled = document.getElementById("cancelled");
if (cancelled) {
  try {
    fill(JSON.parse(sessionStorage.getItem(kept) ?? "[]"));
  } catch {
    // Storage is off, or holds something else: the form is as the server kept it.
  }
  cancelled.focus();
}
fill([...new URLSearchParams(location.search)].map(([name, value]) => [name === "for" ? "designation" : name, value]).filter(([name]) => ["amount", "frequency", "designation", "from"].includes(name)));

form.addEventListener("input", event => {
  if (event.target === fields.other_amount && fields.other_amount.value) fields.amount.value = "other";
  else if (event.target.name === "amount" && fields.amount.value !== "other") fields.other_amount.value = "";
  tell();
});
// A second press within ten seconds is the same attempt: it leads to the same payment page, so that nobody pays twice.
let pressed = 0;
form.addEventListener("submit", () => {
  if (Date.now() - pressed > 10_000) {
    pressed = Date.now();
    fields.attempt.value = `${pressed}-${crypto.randomUUID().replaceAll("-", "")}`;
  }
  try {
    sessionStorage.setItem(kept, JSON.stringify([...new FormData(form)].filter(([name]) => name !== "website")));
  } catch {
    // Without storage a donor who comes back starts anew.
  }
});
// A browser that goes back restores entries without an event.
window.addEventListener("pageshow", tell);
document.querySelector(".error-summary")?.focus();
tell();
