// Asks what became of the payment until it is known, ten times at most, with longer and longer waits.
const place = document.querySelector("[data-thanks]");
const { dataset: set } = place;
const session = new URLSearchParams(location.search).get("session");
const tries = 10;

if (/^cs_\w{1,200}$/.test(session ?? "")) ask(1);

async function ask(count) {
  const answer = await status();
  if (answer) show(answer);
  if (count < tries && answer?.status !== "paid" && answer?.status !== "failed") setTimeout(ask, Math.min(count * 1000, 5000), count + 1);
}

async function status() {
  try {
    const response = await fetch(`/api/donations/${session}`, { headers: { Accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

const written = minor => set.written.replace("{number}", (minor / set.units).toLocaleString(set.locale, { useGrouping: "always", minimumFractionDigits: minor % set.units ? 2 : 0 }));

function show(answer) {
  const sections = [...place.querySelectorAll("[data-status]")];
  if (!sections.some(section => section.dataset.status === answer.status)) return;
  for (const section of sections) {
    section.hidden = section.dataset.status !== answer.status;
    if (!section.hidden && section.dataset.title && !section.hasChildNodes()) section.replaceChildren(...words(section.dataset, answer));
  }
  place.querySelector("[data-records]").hidden = answer.status === "failed";
  if (answer.status === "paid") try { sessionStorage.removeItem("gift"); } catch { /* Nothing was kept. */ }
}

function words({ title, text, href, link }, { status, amount, interval }) {
  const sum = status === "paid" && amount ? set[interval === "monthly" ? "monthly" : "once"].replace("{sum}", written(amount)) : "";
  const parts = [element("h2", title), element("p", text)];
  if (sum) {
    parts.splice(1, 0, element("p", sum));
    parts[1].dataset.sum = "";
  }
  if (!href) return parts;
  const again = element("a", link);
  again.className = "button";
  again.setAttribute("href", href);
  const last = document.createElement("p");
  last.className = "screen";
  last.append(again);
  return [...parts, last];
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
