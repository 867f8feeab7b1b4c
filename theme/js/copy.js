// Copies a quotation, a citation or a text about the organization. Without this script the same words can be selected by hand.
if (navigator.clipboard) {
  for (const place of document.querySelectorAll("[data-copy]")) {
    const said = place.querySelector("[role=status]");
    place.querySelector("button").addEventListener("click", async () => {
      said.textContent = "";
      await navigator.clipboard.writeText(place.dataset.copy);
      said.textContent = place.dataset.done;
    });
    place.hidden = false;
  }
}
