"use strict";

// The review queue: files are sent as they are, and statements are decided with one key each.
(() => {
  const LARGEST = 8 * 1024 * 1024;
  const ready = () => document.querySelectorAll(".by-script").forEach((each) => { each.hidden = false; });
  ready();

  const form = () => document.getElementById("bring-many");

  const trouble = async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.querySelector(".problems li");
    return said ? said.textContent : String(answer.status);
  };

  const send = async (bring, file) => {
    const answer = await fetch(`${bring.dataset.file}?${new URLSearchParams({ name: file.name.slice(0, 200) })}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        "X-Parley-Token": bring.elements.token.value,
        "Content-Type": /^(text|application|message)\/[\w.+-]+$/.test(file.type) ? file.type : "application/octet-stream",
      },
      body: file.size > LARGEST ? new Blob([]) : file,
    });
    return answer.type === "opaqueredirect" ? "" : trouble(answer);
  };

  // One after the other: the server reads them in this order, and others have their turn between.
  const sendAll = async (bring, files) => {
    const list = bring.querySelector(".sent");
    const button = bring.querySelector("button[type=submit]");
    button.disabled = true;
    list.replaceChildren();
    let refused = 0;
    for (const file of files) {
      const why = await send(bring, file);
      if (why) {
        refused++;
        const item = document.createElement("li");
        item.className = "wrong";
        item.textContent = `${file.name}: ${why}`;
        list.append(item);
      }
    }
    button.disabled = false;
    if (refused < files.length) {
      if (refused === 0) location.assign(bring.action);
      else document.querySelectorAll(".by-progress").forEach((each) => { each.hidden = false; });
    }
  };

  document.addEventListener("submit", (event) => {
    const bring = form();
    if (event.target !== bring) return;
    const chosen = document.getElementById("f-files");
    if (chosen.files.length > 0 && bring.elements.text.value.trim() === "") {
      event.preventDefault();
      sendAll(bring, [...chosen.files]);
    }
  });
  document.addEventListener("dragover", (event) => {
    if (event.target.id === "f-text") {
      event.preventDefault();
      event.target.classList.add("is-over");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (event.target.id === "f-text") event.target.classList.remove("is-over");
  });
  document.addEventListener("drop", (event) => {
    if (event.target.id !== "f-text" || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.target.classList.remove("is-over");
    sendAll(form(), [...event.dataTransfer.files]);
  });

  const all = () => [...document.querySelectorAll("[data-item]")];
  const current = () => document.activeElement && document.activeElement.closest("[data-item]");
  const go = (item) => {
    if (!item) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  };

  // Where the decided statement stood, and whether it may still stand there.
  let place = -1;
  let decided = "";
  let field = "";

  const open = (item, name) => {
    const there = item.querySelector(`[name="${name}"]`);
    if (there) {
      there.focus();
      return;
    }
    if (!item.dataset.opened) return;
    field = name;
    decided = item.id;
    htmx.ajax("GET", item.dataset.opened, { target: `#${item.id}`, select: `#${item.id}`, swap: "outerHTML" });
  };

  const FIELDS = { e: "stance", s: "stance", p: "speaker", b: "about" };

  const act = (item, key) => {
    if (FIELDS[key] && item.dataset.opened) {
      open(item, FIELDS[key]);
      return;
    }
    const button = item.querySelector(key === "a" ? "[data-first]" : key === "t" ? "a[data-text]" : `[data-key="${key}"]`);
    if (button) button.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = current();
    if (event.target.closest("input, textarea, select, [contenteditable]")) {
      if (event.key === "Escape" && here) {
        event.preventDefault();
        go(here);
      }
      return;
    }
    const items = all();
    if (items.length === 0) return;
    const at = items.indexOf(here);
    const arrow = here && (event.key === "ArrowDown" || event.key === "ArrowUp");
    if (event.key === "j" || event.key === "k" || arrow) {
      event.preventDefault();
      const step = event.key === "j" || event.key === "ArrowDown" ? 1 : -1;
      go(at < 0 ? items[0] : items[Math.min(Math.max(at + step, 0), items.length - 1)]);
    } else if (event.key.length === 1 && "anocdespbt".includes(event.key)) {
      event.preventDefault();
      if (here) act(here, event.key);
      else go(items[0]);
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    const item = button && button.closest("[data-item]");
    if (item) {
      place = all().indexOf(item);
      decided = item.id;
    }
  });

  // What was refused is shown as well: its answer holds the page with the reason.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422 && event.detail.target.id === "queue") {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  document.addEventListener("htmx:afterSettle", () => {
    ready();
    const item = decided && document.getElementById(decided);
    if (item && field) {
      const there = item.querySelector(`[name="${field}"]`);
      if (there) there.focus();
    } else if (decided) {
      const items = all();
      go(item || items[Math.min(place, items.length - 1)]);
    }
    field = "";
    decided = "";
  });
})();
