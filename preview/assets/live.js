// Shows the page anew after each build that changed something, at the place where the reader was.
{
  const script = document.currentScript;
  const shown = script.dataset.build;
  const isErrorPage = script.dataset.page === "error";
  const place = `preview-place:${location.pathname}`;

  // The error page stands in for a while only: the place in the real page stays remembered.
  if (!isErrorPage) {
    const saved = sessionStorage.getItem(place);
    if (saved !== null) {
      sessionStorage.removeItem(place);
      history.scrollRestoration = "manual";
      addEventListener("load", () => {
        scrollTo({ top: Number(saved), behavior: "instant" });
        history.scrollRestoration = "auto";
      });
    }
  }

  let events = null;

  const listen = () => {
    events?.close();
    events = new EventSource("/_preview/events");
    events.addEventListener("build", event => {
      if (event.data === shown) return;
      events.close();
      if (!isErrorPage) sessionStorage.setItem(place, String(scrollY));
      location.reload();
    });
  };

  // A browser keeps six connections to a host. Tabs nobody looks at leave theirs to the others.
  const listenWhileVisible = () => {
    if (document.visibilityState === "visible") listen();
    else events?.close();
  };

  document.addEventListener("visibilitychange", listenWhileVisible);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", event => { if (event.persisted) listenWhileVisible(); });
  listenWhileVisible();
}
