// Shows the words of a campaign's phase when it starts, without a new build.
for (const place of document.querySelectorAll("[data-phases]")) show(place);

function show(place) {
  const phases = [...place.querySelectorAll("[data-starts]")];
  const now = Date.now() / 1000;
  const current = phases.findLast(phase => phase.dataset.starts <= now) ?? phases[0];
  for (const phase of phases) phase.hidden = phase !== current;
  if (current && !current.hasChildNodes()) fill(current, current.dataset);
  // A banner whose last phase has no words is over.
  if (place.matches(".banner")) place.hidden = !current?.textContent.trim();
  const next = phases.find(phase => phase.dataset.starts > now);
  // A timer cannot wait longer than 24 days; an hour is soon enough to look again.
  if (next) setTimeout(show, Math.min(next.dataset.starts * 1000 - Date.now(), 3600_000), place);
}

function fill(phase, { text, href, link }) {
  if (text) phase.append(text);
  if (!href) return;
  const leads = Object.assign(document.createElement("a"), { textContent: link });
  leads.setAttribute("href", href);
  phase.append(" ", leads);
}
