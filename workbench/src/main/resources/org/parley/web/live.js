"use strict";

// What changed is offered, never put under the reader's hands: a line says so, and shows it when
// asked. One window listens for all of a browser; where that cannot be arranged, each does while it
// is looked at.
(() => {
  const main = document.getElementById("main");
  if (!main || !window.EventSource || document.body.dataset.live !== "on") return;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("parley-live") : null;

  // Pages come without styles, and hide what needs scripts: those here were set by scripts.
  const plain = (node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll("[style]").forEach((each) => each.removeAttribute("style"));
    copy.querySelectorAll(".by-script").forEach((each) => { each.hidden = true; });
    return copy.innerHTML.replace(/\s+/g, " ").trim();
  };
  let shown = plain(main);

  // A page of many parts settles part by part: it is written down once, after it is painted.
  let settled = 0;
  const remember = () => {
    if (settled) shown = plain(main);
    clearTimeout(settled);
    settled = 0;
  };

  // What this page itself asks for may be heard of before it is answered: that is no news.
  const SETTLED_MILLIS = 100;
  let own = 0;
  let turns = 0;

  // Of several looks under way, the last alone knows what this page is now.
  let looks = 0;

  // Only where this very page has changed is anything said.
  const look = async () => {
    if (document.getElementById("edit")) return;
    const turn = turns;
    looks += 1;
    const nth = looks;
    const state = document.getElementById("queue-state");
    const answer = await fetch(location.href, { headers: { "X-Parley-Look": state ? state.value : "1" } });
    if (!answer.ok || nth !== looks) return;
    if (own > 0 || turn !== turns) {
      setTimeout(look, SETTLED_MILLIS);
      return;
    }
    const text = await answer.text();
    if (nth !== looks) return;
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("main");
    remember();
    if (fresh && plain(fresh) !== shown) offer(fresh);
  };

  const offer = (fresh) => {
    let bar = document.getElementById("changed");
    if (!bar) {
      bar = document.createElement("div");
      bar.id = "changed";
      bar.setAttribute("role", "status");
      bar.innerHTML = "<span>This page has changed.</span> <button type=\"button\">Show</button>";
      document.body.append(bar);
    }
    bar.querySelector("button").onclick = () => {
      bar.remove();
      const at = window.scrollY;
      shown = plain(fresh);
      main.innerHTML = fresh.innerHTML;
      window.htmx.process(main);
      document.dispatchEvent(new Event("parley:shown"));
      window.scrollTo(0, at);
      main.focus({ preventScroll: true });
    };
  };

  const heard = () => {
    if (document.visibilityState === "visible") look();
    else document.addEventListener("visibilitychange", look, { once: true });
  };

  document.addEventListener("htmx:beforeRequest", () => { own += 1; });
  document.addEventListener("htmx:afterRequest", () => setTimeout(() => { own -= 1; turns += 1; }, SETTLED_MILLIS));
  document.addEventListener("htmx:afterSettle", () => { settled = settled || setTimeout(remember, 0); });
  if (channel) channel.onmessage = heard;

  const listen = () => {
    const events = new EventSource(document.body.dataset.events);
    events.addEventListener("changed", () => {
      heard();
      if (channel) channel.postMessage("changed");
    });
    return events;
  };

  if (channel && navigator.locks) {
    navigator.locks.request("parley-live", () => {
      listen();
      return new Promise(() => {});
    });
  } else {
    let events = null;
    const follow = () => {
      if (document.visibilityState === "visible" && !events) events = listen();
      else if (document.visibilityState !== "visible" && events) {
        events.close();
        events = null;
      }
    };
    document.addEventListener("visibilitychange", follow);
    follow();
  }
})();
