// Copies a quotation, a citation or a text about the organization. Without this script the same words can be selected by hand.
if (navigator.clipboard) {
  for (const place of document.querySelectorAll("[data-copy]")) {
    const said = place.querySelector("[role=status]");
    place.querySelector("button").addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(place.dataset.copy);
        said.textContent = place.dataset.done;
      } catch {
        // The browser refused, and the words can still be selected: the button has no use.
        place.hidden = true;
      }
    });
    place.hidden = false;
  }
}
