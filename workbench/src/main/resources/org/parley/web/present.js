"use strict";

// Colleagues who look at the same page are named above it. A window says where it is while it is
// looked at, and when it is left.
(() => {
  const line = document.getElementById("present");
  if (!line || document.getElementById("edit")) return;
  const BEAT_MILLIS = 25_000;
  const own = Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");
  const said = (more) => new URLSearchParams({ token: line.dataset.token, window: own, page: location.pathname, ...more });
  let next = 0;

  const beat = async () => {
    clearTimeout(next);
    if (document.visibilityState !== "visible") return;
    try {
      const answer = await fetch(line.dataset.to, { method: "POST", body: said({}) });
      // signed out, or another role: it is not asked again
      if (!answer.ok && answer.status < 500) return;
      const text = answer.ok ? await answer.text() : "";
      if (line.textContent !== text) line.textContent = text;
    } catch {
      line.textContent = "";
    }
    clearTimeout(next);
    next = setTimeout(beat, BEAT_MILLIS);
  };

  document.addEventListener("visibilitychange", beat);
  window.addEventListener("pagehide", () => navigator.sendBeacon(line.dataset.to, said({ leave: "1" })));
  beat();
})();
